"""Who goes to which countries and meets whom: what tells guests from hosts."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from bilateral_extract.language.clause_lookup import leaders_of, members_of
from bilateral_extract.language.clauses import Clause, view_clause
from bilateral_extract.language.constituents import conjuncts, noun_phrase, preposition_of
from bilateral_extract.lexicon import load_words, read_table
from bilateral_extract.mentions.entity import Entity
from bilateral_extract.mentions.evidence import Evidence, is_subject
from bilateral_extract.mentions.holders import office_words
from bilateral_extract.mentions.offices import Office
from bilateral_extract.mentions.people import Person

_NAMED = ("name", "acronym", "capital", "seat")
_ACCOMPANYING = load_words("accompanying_verbs")
_DELEGATIONS = load_words("delegation_nouns")
_MEETING = load_words("encounter_words")
_FIRST = frozenset(("i", "we"))
_PRONOUNS = frozenset(("he", "she", "him", "her", "his"))
_DOERS = ("subject", "poss", "outer")
# Words of travel by lemma: the roles of those who go, and the roles of where they go.
_NOUNS = load_words("journey_nouns")
_VERBS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    **dict.fromkeys(load_words("conveying_verbs"), (("object",), ("to",))),
    **dict.fromkeys(load_words("travel_verbs"), (_DOERS, ("to", "for"))),
    **dict.fromkeys(load_words("visiting_verbs"), (_DOERS, ("object",))),
    **dict.fromkeys(load_words("arriving_verbs"), (_DOERS, ("in", "to"))),
}
_LOCATIVES = frozenset(("in", "at", "to", "visited", "visiting"))
_NEAR = 40  # words back to whom a pronoun means
_REACH = 150  # words over which a station of a journey holds for what is told next


class Journeys:
    """The journeys and meetings that an article tells of.

    `goals` are the countries that each person goes to, as alpha-3 codes, `homes` those that he returns to, `met` the
    people whom each one meets, `leader` whom each one accompanies. Whom "I" and "we" mean is not known here: their
    goals are None's.
    """

    def __init__(
        self, evidence: Evidence, people: Sequence[Person], places: Sequence[Entity], offices: Sequence[Office] = ()
    ) -> None:
        self._evidence = evidence
        self._code_at = _countries_told(evidence, places)
        self._person_at = _locate_holders(people, offices) | locate_people(people)
        self._told = sorted(self._person_at)
        self._subjects = [i for i in self._told if is_subject(evidence.tokens[i])]
        self.goals: dict[Person | None, set[str]] = defaultdict(set)
        self.homes: dict[Person | None, set[str]] = defaultdict(set)
        self.met: dict[Person, set[Person]] = defaultdict(set)
        self.leader: dict[Person, Person] = {}
        stems = _stems()
        for token in (evidence.tokens[i] for i, word in enumerate(evidence.lower) if word[:3] in stems):
            self._note(token)
        self._stations = set().union(*self.goals.values())

    def _note(self, token: Token) -> None:
        """Adds what a verb or noun of travel, company or meeting tells."""
        lemma = token.lemma_.lower()
        if lemma in _NOUNS and token.pos_ != "VERB":
            self._note_journey(view_clause(token), _DOERS, ("to", "in"))
        elif lemma == "return":
            self._note_journey(view_clause(token), _DOERS, ("to",), home=True)
        elif (roles := _VERBS.get(lemma)) is not None:
            self._note_journey(view_clause(token), *roles)
        elif lemma in _ACCOMPANYING:
            self._note_company(view_clause(token))
        elif lemma in _DELEGATIONS:
            led = [argument.head for argument in view_clause(token).get("outer")]
            self._note_members([a.head for a in leaders_of(token)] or led, members_of(token))
        elif lemma in _MEETING:
            self._note_meeting(view_clause(token))

    def station_at(self, i: int, *, within_sentence: bool) -> str | None:
        """The country that a journey has brought the story to at a token: the one that somebody goes to and that the
        sentence tells with "in" or "to", or else the text before it tells last, by its name or a place in it."""
        sentence = self._evidence.tokens[i].sent
        back = sentence.start - 1 if within_sentence else max(-1, i - _REACH)
        for k in (*range(i - 1, back, -1), *range(i + 1, sentence.end)):
            code = self._code_at.get(k)
            if code in self._stations and not _LOCATIVES.isdisjoint(self._evidence.lower[max(0, k - 2) : k]):
                return code
        return None

    def scenes_at(self, i: int) -> set[str]:
        """The countries in which the sentence of a token says that something is done: "In Lima, she met Soto"."""
        sentence = self._evidence.tokens[i].sent
        tokens = (self._evidence.tokens[k] for k in range(sentence.start, sentence.end) if k in self._code_at)
        return {self._code_at[t.i] for t in tokens if t.dep_ == "obl" and self._is_scene(t)}

    def _is_scene(self, place: Token) -> bool:
        """Whether a place behind "in" is no part of what is talked of, as in "discussed the situation in Yemen"."""
        at = place.left_edge.i
        before = self._evidence.tokens[at - 1] if at else place
        return preposition_of(place) in ("in", "at") and (before.pos_ != "NOUN" or before.lemma_ in _MEETING)

    def _note_journey(
        self, clause: Clause, doers: tuple[str, ...], goals: tuple[str, ...], *, home: bool = False
    ) -> None:
        """Adds what a verb or noun of travel tells: "left for Lima", "Paz's trip to Lima", "will take her to Lima"."""
        if codes := {code for argument in clause.get(*goals) for code in self._codes_of(argument.head)}:
            for argument in clause.get(*doers):
                for person in self._people_of(argument.head):
                    (self.homes if home else self.goals)[person] |= codes

    def _note_meeting(self, clause: Clause) -> None:
        """Adds what a verb or noun of meeting tells: "A received B", "A's talks with B", "A and B co-chaired"."""
        ones = [person for argument in clause.get(*_DOERS) for person in self._people_of(argument.head)]
        others = [person for a in clause.get("with", "object", "to", "on") for person in self._people_of(a.head)]
        if len(ones) == 2 and not others:
            others = ones
        for one in ones:
            for other in others:
                if one is not None and other is not None and one is not other:
                    self.met[one].add(other)
                    self.met[other].add(one)

    def _note_company(self, clause: Clause) -> None:
        """Adds who goes with whom: "A, accompanied by B", "B accompanied A"."""
        if clause.lemma != "join" or clause.passive:
            leaders = [argument.head for argument in clause.get("object")]
            self._note_members(leaders, [argument.head for argument in clause.get("subject", "by")])

    def _note_members(self, leaders: Iterable[Token], members: Iterable[Token]) -> None:
        ones = [person for head in leaders for person in self._people_of(head)]
        for head in members:
            for person in self._people_of(head):
                if person is not None and ones and ones[0] is not None and person not in ones:
                    self.leader.setdefault(person, ones[0])

    def _codes_of(self, head: Token) -> Iterator[str]:
        for token in conjuncts(head):
            if token.i in self._code_at:
                yield self._code_at[token.i]
            elif token.lower_ == "capital":  # "the Omani capital"
                hits = self._evidence.countries_in(*noun_phrase(token))
                yield from (hit.word.code for hit in hits)

    def _people_of(self, head: Token) -> Iterator[Person | None]:
        if head.lower_ in _FIRST:
            yield None
        elif head.lower_ in _PRONOUNS:
            for told in (self._subjects, self._told):
                before = bisect_left(told, head.i) - 1
                if before >= 0 and told[before] > head.i - _NEAR:
                    yield self._person_at[told[before]]
                    return
        for token in conjuncts(head):
            here = range(*noun_phrase(token))
            person = next((self._person_at[i] for i in (token.i, *here) if i in self._person_at), None)
            if person is not None:
                yield person


def goals_of(verb: Token) -> list[Token]:
    """Where a verb of travel says that somebody goes: Suva in "comes to Suva", "visits Suva"; none for other verbs."""
    _, roles = _VERBS.get(verb.lemma_.lower(), ((), ()))
    return [argument.head for argument in view_clause(verb).get(*roles)] if roles else []


def locate_people(people: Sequence[Person]) -> dict[int, Person]:
    """The people by each token of their names and of the offices that stand with them."""
    at = {i: person for person in people for office in person.offices for i in range(office.first, office.last)}
    return at | {i: person for person in people for m in person.entity.mentions for i in range(m.first, m.last)}


def _locate_holders(people: Sequence[Person], offices: Sequence[Office]) -> dict[int, Person]:
    """Those who alone hold an office of its name, by each token of the `offices` that stand by no name."""
    holders: dict[frozenset[str], set[Person]] = defaultdict(set)
    for person in people:
        for office in person.offices:
            holders[frozenset(office_words(office))].add(person)
    alone = {role: next(iter(held)) for role, held in holders.items() if len(held) == 1}
    telling = [o for o in offices if not (o.plural or o.country) and " " in o.role]  # "the President" may be any
    bare = ((office, alone.get(frozenset(office_words(office)))) for office in telling)
    return {i: person for office, person in bare if person is not None for i in range(office.first, office.last)}


def _countries_told(evidence: Evidence, places: Sequence[Entity]) -> dict[int, str]:
    """The countries by each token of their names and of the places in them."""
    at = {i: p.country for p in places if p.country for m in p.mentions for i in range(m.first, m.last)}
    return at | {i: h.word.code for h in evidence.countries if h.word.form in _NAMED for i in range(h.first, h.last)}


@cache
def _stems() -> frozenset[str]:
    """How the words begin that tell of travel, company or meeting: a cheap test before their lemmas are asked for."""
    told = {*_NOUNS, *_VERBS, *_ACCOMPANYING, *_DELEGATIONS, *_MEETING, "return"}
    forms = {row["form"] for row in read_table("verb_forms") if row["lemma"] in told}
    return frozenset(word[:3] for word in told | forms)
