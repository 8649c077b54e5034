"""Going back to what was named: offices for their holders, "the two leaders", "the company", "he"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from spacy.tokens import Token

from bilateral_extract.language.clause_lookup import in_clause_of
from bilateral_extract.language.constituents import preposition_of
from bilateral_extract.lexicon import read_table
from bilateral_extract.mentions.allegiance import infer_countries
from bilateral_extract.mentions.countries import country_name
from bilateral_extract.mentions.definitions import defined_words
from bilateral_extract.mentions.entity import Entity, Form, Mention
from bilateral_extract.mentions.evidence import (
    Evidence,
    bloc_of,
    is_subject,
    read_organization_words,
    read_people_words,
)
from bilateral_extract.mentions.holders import STATE_LEADERS, may_hold, names_most, rank_of
from bilateral_extract.mentions.offices import Office
from bilateral_extract.mentions.people import Person, settle_office
from bilateral_extract.mentions.sides import take_sides

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_SIDES = frozenset("sides countries nations parties states governments neighbours neighbors capitals peoples".split())
_ALONE = frozenset(("sides", "parties"))  # "the sides" are the two at hand, "the countries" may be any
_ALONE_TWO = frozenset(("two", "pair"))
_POINTING = frozenset(("the", "this", "that"))
_PRONOUNS = frozenset(("he", "she", "him", "her"))
_DEFINITE = frozenset(("the", "these", "those"))
_OTHER_SIDE = frozenset(("with", "to", "on", "by", "from"))
_BESIDE = 15  # words between a subject and whom its clause tells before it
_PUBLIC = "ministry agency university committee commission council parliament party union organization".split()
_REACH = 25  # people or bodies back: whoever was named before those is no longer meant by "the minister"


def add_references(
    evidence: Evidence,
    people: Sequence[Person],
    offices: Sequence[Office],
    countries: list[Entity],
    places: Sequence[Entity],
    bodies: Mapping[str, Sequence[Entity]],
) -> None:
    """Add to the entities their mentions by office, noun phrase and pronoun, and what these tell of people.

    One walk over the tokens; each reference is resolved among what was mentioned before it, the latest that fits.
    `offices` are those that stand by no name.
    """
    take_sides(evidence, people, offices, bodies["ORG"], places)
    infer_countries(evidence, people, offices, places)
    walk = _Walk(evidence, people, countries, places, bodies)
    office_at = {office.first: office for office in offices}
    referring = _referring_nouns()
    for i, word in enumerate(evidence.lower):
        walk.notice(i)
        if i in office_at:
            walk.resolve_office(office_at[i])
        elif i in evidence.name_over:
            continue
        elif word in _PRONOUNS:
            walk.resolve_pronoun(i)
        elif word in referring or (i and evidence.lower[i - 1] in _POINTING):
            walk.resolve_phrase(i)
    walk.look_ahead(people)


class _Walk:
    """What has been mentioned up to a token, the latest last."""

    def __init__(
        self,
        evidence: Evidence,
        people: Sequence[Person],
        countries: list[Entity],
        places: Sequence[Entity],
        bodies: Mapping[str, Sequence[Entity]],
    ) -> None:
        self._evidence = evidence
        self._countries = countries
        self._by_code = {entity.country: entity for entity in countries}
        self._starts: dict[int, list[tuple[Person | Entity, Mention]]] = {}
        for person in people:
            for mention in person.entity.mentions:
                self._starts.setdefault(mention.first, []).append((person, mention))
        for entity in (*countries, *places, *(body for group in bodies.values() for body in group)):
            for mention in entity.mentions:
                self._starts.setdefault(mention.first, []).append((entity, mention))
        self._country_mentions = {
            mention.first: (entity, k) for entity in countries for k, mention in enumerate(entity.mentions)
        }
        self._people: dict[Person, None] = {}
        self._bodies: dict[str, dict[int, Entity]] = {"organization": {}, "event": {}, "document": {}}
        self._weights: Counter[str] = Counter()  # of countries by their code and of blocs by their name
        self._blocs: dict[str, Entity] = {}
        self._defined: dict[str, Entity] = {}  # bodies by what the text says it will call them
        self._unknown: list[Office] = []  # offices of countries whose holders have not been named yet
        self._subject: Person | None = None
        self._sentence = 0
        self._subject_sentence = 0

    def notice(self, i: int) -> None:
        """Take in what is mentioned by name at a token."""
        if self._evidence.tokens[i].is_sent_start:
            self._sentence += 1
        for item, mention in self._starts.get(i, ()):
            if isinstance(item, Person):
                self._see_person(item, mention)
            elif item.kind in self._bodies:
                self._bodies[item.kind].pop(id(item), None)
                self._bodies[item.kind][id(item)] = item
                if item.kind == "organization":
                    self._defined |= dict.fromkeys(defined_words(self._evidence.words, mention.last), item)
                if item.kind == "organization" and bloc_of(item.name):
                    self._blocs[item.name] = item
                    self._weights[item.name] += 2
            elif item.country and item.kind == "country":
                self._weights[item.country] += 2
            elif item.country:
                self._weights[item.country] += 1

    def resolve_office(self, office: Office) -> None:
        """An office without a name: a mention of its holder, of both holders where it is in the plural."""
        evidence = self._evidence
        before = evidence.lower[office.first - 1] if office.first else ""
        if before in ("a", "an", "any", "no", "every", "each", "former", "new", "next", "another"):
            return
        count = self._count_before(office.first)
        if office.plural:
            codes = self._countries_of(office)
            if len(codes) > 1:
                self._add_holders(office, codes)
                return
            able = [p for p in self._latest_people() if may_hold(p, office)]
            if office.country:
                able = [p for p in able if p.entity.country == office.country]
            self._add_people(office.first, office.last, able, count or 2, one_side=office.country is not None)
            return
        word = evidence.doc[office.last - 1]
        able = [p for p in self._latest_people() if may_hold(p, office) and not self._is_beside(p, word)]
        person = self._choose_holder(able, office)
        if person is None and office.country and office.head in STATE_LEADERS:
            unknown = [p for p in self._latest_people() if not p.offices and p.entity.country in (None, office.country)]
            person = unknown[-1] if len(unknown) == 1 or (unknown and names_most(unknown)) else None
        if person is None:
            if office.country and office.head in STATE_LEADERS:
                self._unknown.append(office)
            return
        if office.country and not person.offices:
            person.offices.append(office)
            settle_office(evidence, person)
        elif office.country and person.entity.country is None:
            person.entity.country = office.country
        self._add_mention(person, office.first, office.last, "office")

    def look_ahead(self, people: Sequence[Person]) -> None:
        """Offices told before the names of their holders: "The President of Peru arrived in Oman. Ana Paz met …"."""
        for office in self._unknown:
            here = [p for p in people if p.entity.country == office.country]
            able = [p for p in here if may_hold(p, office)]
            bare = [p for p in here if not p.offices and not p.known_office] if not able else []
            if able or len(bare) == 1:
                entity = (able or bare)[0].entity
                entity.mentions.append(self._evidence.mention(office.first, office.last, "office"))

    def _countries_of(self, office: Office) -> list[str]:
        """The countries of an office in the plural: "the presidents of Iran and Azerbaijan"."""
        evidence = self._evidence
        codes: list[str] = []
        at = office.first
        while at < office.last or (codes and at < len(evidence.words) and evidence.lower[at] in (",", "and", "the")):
            hit = evidence.country_at.get(at)
            if hit is None:
                at += 1
                hit = evidence.country_at.get(at) if at >= office.last else None
            if hit is not None:
                codes.append(hit.word.code)
                at = hit.last
        return codes

    def _add_holders(self, office: Office, codes: list[str]) -> None:
        """One mention for the holder in each of the countries, if all of them are known."""
        bare = replace(office, country=None, role=office.role.partition(" of ")[0])
        able = [p for p in self._latest_people() if may_hold(p, bare)]
        holders = [next((p for p in able if p.entity.country == code), None) for code in codes]
        if all(holders):
            for person in filter(None, holders):
                person.entity.mentions.append(self._evidence.mention(office.first, office.last, "nominal"))

    def _choose_holder(self, able: list[Person], office: Office) -> Person | None:
        """Of several who may hold an office: one of its country, else who is subject now, else the latest.

        An office told without a country is most often the protagonist's: who was named first and most.
        """
        if office.country:
            known = [person for person in able if person.entity.country == office.country]
            main = [code for code, _ in self._evidence.country_counts.most_common(2)]
            # "the President of Turkey", told in passing, is not the President whose country goes without saying.
            able = known or [person for person in able if office.country in main]
        if len(able) < 2:
            return next(iter(able), None)
        if self._subject in able and self._sentence - self._subject_sentence <= 1:
            return self._subject
        if not office.country:
            first = min(able, key=lambda person: person.entity.mentions[0].start)
            if len(first.entity.mentions) >= max(len(person.entity.mentions) for person in able):
                return first
        return able[0]

    def resolve_phrase(self, i: int) -> None:
        """A noun phrase that ends at a token: "both sides", "the two leaders", "the company", "the Kazakh side"."""
        evidence = self._evidence
        word = evidence.lower[i]
        if word == "side":
            self._resolve_side(i)
        elif word in _SIDES:
            count = self._count_before(i)
            if count or (word in _ALONE and i and evidence.lower[i - 1] == "the"):
                first = self._phrase_start(i)
                keys = [key for key, _ in self._weights.most_common() if word in _ALONE or key not in self._blocs]
                for key in keys[: count or 2]:
                    side = self._blocs.get(key) or self._country(key)
                    side.mentions.append(evidence.mention(first, i + 1, "nominal"))
        elif word in read_people_words()["plural_people"]:
            if self._count_before(i) or (i and evidence.lower[i - 1] == "the" and word in ("leaders", "presidents")):
                able = [p for p in self._latest_people() if not p.offices or rank_of(p) in STATE_LEADERS]
                self._add_people(self._phrase_start(i), i + 1, able, self._count_before(i) or 2)
        elif word in _ALONE_TWO:
            if evidence.tokens[i].dep_.startswith("nsubj"):  # "the two last met in Lima"
                self._add_people(i - 1, i + 1, self._latest_people(), 2)
        elif word in read_people_words()["guests"]:
            self._resolve_guest(i)
        elif i and evidence.lower[i - 1] in _POINTING:
            self._resolve_body(i, word)

    def resolve_pronoun(self, i: int) -> None:
        """A pronoun: the person who was subject lately, else the latest one; what is known of gender must agree."""
        evidence = self._evidence
        word = evidence.lower[i]
        if word == "her" and evidence.tokens[i].tag_ != "PRP":
            return
        feminine = word in ("she", "her")
        here = evidence.tokens[i]
        latest = [p for p in self._latest_people() if p.feminine in (None, feminine) and not self._is_beside(p, here)]
        if not latest:
            return
        subject = self._subject if self._sentence - self._subject_sentence <= 2 else None
        person = next((p for p in latest if p is subject), latest[0])
        person.feminine = feminine
        self._add_mention(person, i, i + 1, "pronoun")

    def _is_beside(self, person: Person, pronoun: Token) -> bool:
        """Whether a person is another one than a pronoun's, by the clause: named before its subject ("With Ana Paz, she
        discussed trade"), or the subject of the verb whose object it is ("Ana Paz invited her", "Ana Paz had talks with
        the President")."""
        mention = person.entity.mentions[-1]
        named = self._evidence.doc[mention.first : mention.last]
        apart = preposition_of(pronoun) in _OTHER_SIDE and pronoun.pos_ != "PRON"  # but "took it with him"
        if is_subject(named.root) and (apart or pronoun.dep_ in ("obj", "iobj")):
            verbs = (named.root.head, named.root.head.head)
            return pronoun.head in verbs or (pronoun.head.dep_ == "obj" and pronoun.head.head in verbs)
        before = pronoun.dep_.startswith("nsubj") and 0 <= pronoun.i - mention.last <= _BESIDE
        return before and in_clause_of(named[-1], pronoun.head)

    def _add_mention(self, person: Person, first: int, last: int, form: Form) -> None:
        mention = self._evidence.mention(first, last, form)
        person.entity.mentions.append(mention)
        self._see_person(person, mention)

    def _see_person(self, person: Person, mention: Mention) -> None:
        self._people.pop(person, None)
        self._people[person] = None
        if person.entity.country:
            self._weights[person.entity.country] += 1
        tokens = self._evidence.doc[mention.first : mention.last]
        second = self._subject_sentence == self._sentence and any(token.dep_ == "conj" for token in tokens)
        if any(is_subject(token) for token in tokens) and not second:  # "he and X agreed" goes on about him
            self._subject, self._subject_sentence = person, self._sentence

    def _latest_people(self) -> list[Person]:
        return list(islice(reversed(self._people), _REACH))

    def _count_before(self, i: int) -> int | None:
        """The number in "the two friendly nations" before a noun at a token, None where none is told."""
        for word in reversed(self._evidence.lower[max(0, i - 3) : i]):
            if word in _NUMBERS:
                return _NUMBERS[word]
            if word in ("of", "the", "and", "with", ",", "."):
                return None
        return None

    def _phrase_start(self, i: int) -> int:
        """The first token of "the two friendly nations", whose noun stands at a token."""
        words = self._evidence.lower
        first = next((k for k in range(i - 1, max(-1, i - 4), -1) if words[k] in _NUMBERS), i)
        return first - 1 if first and words[first - 1] in _DEFINITE else first

    def _add_people(self, first: int, last: int, able: list[Person], count: int, *, one_side: bool = False) -> None:
        """One mention for each of the last people, of different countries as far as told unless they are one side's."""
        chosen: list[Person] = []
        for person in able:
            codes = {p.entity.country for p in chosen}
            if len(chosen) < count and (one_side or not person.entity.country or person.entity.country not in codes):
                chosen.append(person)
        if len(chosen) < 2:
            return
        for person in chosen:
            person.entity.mentions.append(self._evidence.mention(first, last, "nominal"))

    def _resolve_side(self, i: int) -> None:
        hit = self._evidence.country_before(i)
        if hit is None or hit.word.form not in ("demonym", "name", "acronym"):
            return
        if hit.first in self._country_mentions:
            entity, k = self._country_mentions[hit.first]
            entity.mentions[k] = self._evidence.mention(hit.first, i + 1, "nominal")

    def _resolve_guest(self, i: int) -> None:
        """Who came: "the Algerian guest" is the latest from there, "the visitor" the latest from abroad."""
        evidence = self._evidence
        hit = evidence.country_before(i)
        first = hit.first if hit is not None else self._skip_adjectives(i)
        if not first or evidence.lower[first - 1] not in _DEFINITE | {"his", "her"}:
            return
        home = next(iter(dict(evidence.country_counts.most_common(1))), None)
        for person in self._latest_people():
            code = person.entity.country
            if (code == hit.word.code) if hit is not None else (code not in (None, home)):
                self._add_mention(person, first - 1, i + 1, "nominal")
                return

    def _skip_adjectives(self, i: int) -> int:
        while i and (self._evidence.doc[i - 1].pos_ == "ADJ" or self._evidence.lower[i - 1] == "visiting"):
            i -= 1
        return i

    def _resolve_body(self, i: int, word: str) -> None:
        evidence, nouns = self._evidence, read_organization_words()["nouns"]
        if word in self._defined and evidence.words[i][0].isupper():  # "the Company"
            self._defined[word].mentions.append(evidence.mention(i - 1, i + 1, "nominal"))
            return
        if word in nouns:
            kind, marks = "organization", nouns[word]
        elif word in _nouns("event_nouns") or word == "event":
            kind, marks = "event", frozenset((word,))
        elif word in _nouns("document_nouns") or word == "document":
            kind, marks = "document", frozenset((word,))
        else:
            return
        latest = islice(reversed(self._bodies[kind].values()), _REACH)
        generic = word in ("event", "document", "company", "firm")
        for entity in latest:
            words = {part.strip(".,").lower() for part in entity.name.split()}
            if marks & words or (
                generic and not (kind == "organization" and (_is_public(words) or bloc_of(entity.name)))
            ):
                entity.mentions.append(evidence.mention(i - 1, i + 1, "nominal"))
                return

    def _country(self, code: str) -> Entity:
        if code not in self._by_code:
            entity = Entity("country", country_name(code), country=code, place_kind="country")
            self._by_code[code] = entity
            self._countries.append(entity)
        return self._by_code[code]


@cache
def _referring_nouns() -> frozenset[str]:
    """Nouns that may refer without "the" before them."""
    people = read_people_words()
    return _SIDES | {"side"} | people["plural_people"] | people["guests"]


@cache
def _nouns(table: str) -> frozenset[str]:
    return frozenset(row["noun"] for row in read_table(table))


def _is_public(words: set[str]) -> bool:
    """Whether a body's name says that it is no company."""
    nouns = read_organization_words()["nouns"]
    return any(words & nouns[noun] for noun in _PUBLIC)
