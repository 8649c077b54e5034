"""Going back to what was named: offices for their holders, "the two leaders", "the company", "he"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from bilateral_extract.lexicon import read_table
from bilateral_extract.mentions.countries import country_name, country_of
from bilateral_extract.mentions.entity import Entity, Mention
from bilateral_extract.mentions.evidence import Evidence, bloc_of, read_organization_words, read_people_words
from bilateral_extract.mentions.offices import Office
from bilateral_extract.mentions.people import Person, settle_office
from bilateral_extract.mentions.places import link_place

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_SIDES = frozenset("sides countries nations parties states governments neighbours neighbors capitals peoples".split())
_ALONE = frozenset(("sides", "parties"))  # "the sides" are the two at hand, "the countries" may be any
_DEFINITE = frozenset(("the", "these", "those"))
_LOWER_RANKS = frozenset("deputy vice former assistant ex under acting first".split())
_STATE_LEADERS = frozenset(
    "president minister premier chancellor king queen emir sultan leader chairman pm taoiseach prince".split()
)
_SAME_OFFICE = {"premier": "prime minister", "pm": "prime minister", "fm": "foreign minister", "vp": "vice president"}
_REACH = 25  # people or bodies back: whoever was named before those is no longer meant by "the minister"


def add_references(
    evidence: Evidence,
    people: Sequence[Person],
    offices: Iterable[Office],
    countries: list[Entity],
    places: Sequence[Entity],
    bodies: Mapping[str, Sequence[Entity]],
) -> None:
    """Add to the entities their mentions by office, noun phrase and pronoun, and what these tell of people.

    One walk over the tokens; each reference is resolved among what was mentioned before it, the latest that fits.
    `offices` are those that stand by no name.
    """
    _name_counterparts(evidence, people)
    _share_countries(evidence, people)
    walk = _Walk(evidence, people, countries, places, bodies)
    office_at = {office.first: office for office in offices}
    for i in range(len(evidence.words)):
        walk.notice(i)
        if i in office_at:
            walk.resolve_office(office_at[i])
        elif i not in evidence.name_over:
            walk.resolve_phrase(i)
            walk.resolve_pronoun(i)
    for person in people:
        _tell_body_country(person, bodies["ORG"])
    _infer_countries(evidence, people)


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
        self._starts: dict[int, list[Person | Entity]] = {}
        for person in people:
            for mention in person.entity.mentions:
                self._starts.setdefault(mention.first, []).append(person)
        for entity in (*countries, *places, *(body for group in bodies.values() for body in group)):
            for mention in entity.mentions:
                self._starts.setdefault(mention.first, []).append(entity)
        self._people: dict[Person, None] = {}
        self._bodies: dict[str, dict[int, Entity]] = {"organization": {}, "event": {}, "document": {}}
        self._weights: Counter[str] = Counter()
        self._subject: Person | None = None
        self._sentence = 0
        self._subject_sentence = 0

    def notice(self, i: int) -> None:
        """Take in what is mentioned by name at a token."""
        if self._evidence.doc[i].is_sent_start:
            self._sentence += 1
        for item in self._starts.get(i, ()):
            if isinstance(item, Person):
                mention = next(m for m in item.entity.mentions if m.first == i)
                self._see_person(item, mention)
            elif item.kind in self._bodies:
                self._bodies[item.kind].pop(id(item), None)
                self._bodies[item.kind][id(item)] = item
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
            able = [p for p in self._latest_people() if _may_hold(p, office)]
            if office.country:
                able = [p for p in able if p.entity.country == office.country]
            self._add_people(office.first, office.last, able, count or 2, one_side=office.country is not None)
            return
        person = self._choose_holder([p for p in self._latest_people() if _may_hold(p, office)], office)
        if person is None and office.country and office.head in _STATE_LEADERS:
            unknown = [p for p in self._latest_people() if not p.offices and p.entity.country in (None, office.country)]
            person = unknown[-1] if len(unknown) == 1 or (unknown and _names_most(unknown)) else None
        if person is None:
            return
        if office.country and not person.offices:
            person.offices.append(office)
            settle_office(evidence, person)
        elif office.country and person.entity.country is None:
            person.entity.country = office.country
        mention = evidence.mention(office.first, office.last, "office")
        person.entity.mentions.append(mention)
        self._see_person(person, mention)

    def _choose_holder(self, able: list[Person], office: Office) -> Person | None:
        """Of several who may hold an office: one of its country, else who is subject now, else the latest.

        An office told without a country is most often the protagonist's: who was named first and most.
        """
        own = [person for person in able if office.country and person.entity.country == office.country]
        if own or len(able) < 2:
            return next(iter(own or able), None)
        if self._subject in able and self._sentence - self._subject_sentence <= 1:
            return self._subject
        if office.country is None:
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
                for code, _ in self._weights.most_common(count or 2):
                    self._country(code).mentions.append(evidence.mention(first, i + 1, "nominal"))
        elif word in read_people_words()["plural_people"]:
            if self._count_before(i) or (i and evidence.lower[i - 1] == "the" and word in ("leaders", "presidents")):
                able = [p for p in self._latest_people() if not p.offices or _rank(p) in _STATE_LEADERS]
                self._add_people(self._phrase_start(i), i + 1, able, self._count_before(i) or 2)
        elif i and evidence.lower[i - 1] in ("the", "this", "that"):
            self._resolve_body(i, word)

    def resolve_pronoun(self, i: int) -> None:
        """A pronoun: the person who was subject lately, else the latest one; what is known of gender must agree."""
        evidence = self._evidence
        word = evidence.lower[i]
        if word not in ("he", "she", "him") and not (word == "her" and evidence.doc[i].tag_ == "PRP"):
            return
        feminine = word in ("she", "her")
        latest = [p for p in self._latest_people() if p.feminine in (None, feminine)]
        if not latest:
            return
        subject = self._subject if self._sentence - self._subject_sentence <= 2 else None
        person = subject if subject in latest else latest[0]
        assert person is not None
        person.feminine = feminine
        mention = evidence.mention(i, i + 1, "pronoun")
        person.entity.mentions.append(mention)
        self._see_person(person, mention)

    def _see_person(self, person: Person, mention: Mention) -> None:
        self._people.pop(person, None)
        self._people[person] = None
        if person.entity.country:
            self._weights[person.entity.country] += 1
        tokens = (self._evidence.doc[i] for i in range(mention.first, mention.last))
        if any(_is_subject(token.dep_, token.head.dep_) for token in tokens):
            self._subject, self._subject_sentence = person, self._sentence

    def _latest_people(self) -> list[Person]:
        return [person for person, _ in zip(reversed(self._people), range(_REACH), strict=False)]

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
        entity = self._country(hit.word.code)
        entity.mentions = [mention for mention in entity.mentions if mention.first != hit.first]
        entity.mentions.append(self._evidence.mention(hit.first, i + 1, "nominal"))

    def _resolve_body(self, i: int, word: str) -> None:
        nouns = read_organization_words()["nouns"]
        if word in nouns:
            kind, marks = "organization", nouns[word]
        elif word in _nouns("event_nouns") or word == "event":
            kind, marks = "event", frozenset((word,))
        elif word in _nouns("document_nouns") or word == "document":
            kind, marks = "document", frozenset((word,))
        else:
            return
        latest = list(reversed(self._bodies[kind].values()))[:_REACH]
        generic = word in ("event", "document", "company", "firm")
        for entity in latest:
            words = {part.strip(".,").lower() for part in entity.name.split()}
            if marks & words or (
                generic and not (kind == "organization" and (_is_public(words) or bloc_of(entity.name)))
            ):
                entity.mentions.append(self._evidence.mention(i - 1, i + 1, "nominal"))
                return

    def _country(self, code: str) -> Entity:
        if code not in self._by_code:
            entity = Entity("country", country_name(code), country=code, place_kind="country")
            self._by_code[code] = entity
            self._countries.append(entity)
        return self._by_code[code]


@cache
def _nouns(table: str) -> frozenset[str]:
    return frozenset(row["noun"] for row in read_table(table))


def _is_subject(dep: str, head_dep: str) -> bool:
    return dep.startswith("nsubj") or (dep in ("flat", "nmod:desc", "appos", "conj") and head_dep.startswith("nsubj"))


def _is_public(words: set[str]) -> bool:
    """Whether a body's name says that it is no company."""
    nouns = read_organization_words()["nouns"]
    public = (
        "ministry",
        "agency",
        "university",
        "committee",
        "commission",
        "council",
        "parliament",
        "party",
        "union",
        "organization",
    )
    return any(words & nouns[noun] for noun in public)


def _names_most(people: list[Person]) -> bool:
    """Whether the first named of some people is named clearly more often than any other."""
    counts = [len(person.entity.mentions) for person in people]
    return counts[-1] > max(counts[:-1], default=0)


def _rank(person: Person) -> str | None:
    return person.offices[0].head if person.offices else None


def _may_hold(person: Person, office: Office) -> bool:
    """Whether a bare office may mean a person: country and rank do not speak against it."""
    if office.country and person.entity.country and office.country != person.entity.country:
        return False
    if office.head == "counterpart":
        return bool(office.country) and office.country == person.entity.country and _rank(person) in _STATE_LEADERS
    same_side = office.country is not None and office.country == person.entity.country
    if same_side and _rank(person) in ("leader", "head") and office.head in _STATE_LEADERS:
        return True  # "Vietnam's top leader To Lam … the Vietnamese president"
    asked = _office_words(office)
    if asked == {"leader"}:
        return _rank(person) in _STATE_LEADERS
    for held in person.offices:
        told = _office_words(held)
        if len(asked) == 1 and office.head == held.head:
            # "the president" is no vice-president; "the minister" may be a deputy one
            if office.head == "minister" or not told & _LOWER_RANKS:
                return True
        elif asked <= told and (told & _LOWER_RANKS) <= (asked | {"first"}):
            return True
    return False


def _office_words(office: Office) -> set[str]:
    """What two tellings of an office are compared by: "Minister of Foreign Affairs" and "foreign minister" agree."""
    role = office.role.lower()
    role = _SAME_OFFICE.get(role, role)
    words = {word.strip(".,") for word in role.replace("-", " ").split()} - {
        "of",
        "the",
        "and",
        "for",
        "affairs",
        "federal",
        "state",
    }
    if office.plural:
        words = {office.head if word.startswith(office.head) else word for word in words}
    return {_SAME_OFFICE.get(word, word) for word in words}


def _name_counterparts(evidence: Evidence, people: Sequence[Person]) -> None:
    """Give "his Turkish counterpart X" the office of whoever was named before."""
    order = sorted(
        ((mention.start, person) for person in people for mention in person.entity.mentions), key=lambda pair: pair[0]
    )
    latest: Person | None = None
    for _, person in order:
        if latest and latest is not person and person.offices and all(o.head == "counterpart" for o in person.offices):
            person.entity.role = latest.entity.role
        elif person.entity.role:
            latest = person


def _share_countries(evidence: Evidence, people: Sequence[Person]) -> None:
    """One country told for a list of office holders: "Omani Foreign Minister A and Trade Minister B".

    It leads the list as an adjective, or ends it with "of" ("President A and Prime Minister B of Oman"). An office that
    repeats in the list, or has an adjective of its own, is another country's.
    """
    named = sorted(
        ((mention, person) for person in people for mention in person.entity.mentions), key=lambda pair: pair[0].first
    )
    listed = [pair for pair in pairwise(named) if _is_list(evidence, *pair)]
    for (before, person), (_, other) in listed:
        led = any(office.country and office.last <= before.first for office in person.offices)
        if other.entity.country is None and led:
            other.entity.country = person.entity.country
    for (_, person), (_, other) in reversed(listed):
        own = any(evidence.country_at.get(office.first) for office in other.offices)
        if person.entity.country is None and not own:
            person.entity.country = other.entity.country


def _is_list(evidence: Evidence, one: tuple[Mention, Person], other: tuple[Mention, Person]) -> bool:
    """Whether two names with different offices stand in one list, nothing but a comma or "and" between them."""
    (before, person), (after, follower) = one, other
    between = [office for office in follower.offices if before.last <= office.first < after.first]
    if person is follower or not between or not person.offices or _rank(person) == _rank(follower):
        return False
    gap = evidence.lower[before.last : between[0].first]
    return 0 < len(gap) <= 3 and set(gap) <= {",", "and", "the"}


def _tell_body_country(person: Person, bodies: Sequence[Entity]) -> None:
    """A person's country from the body that the office belongs to."""
    entity = person.entity
    if entity.country is None and entity.organization:
        body = next((body for body in bodies if body.name == entity.organization), None)
        entity.country = body.country if body else None


def _infer_countries(evidence: Evidence, people: Sequence[Person]) -> None:
    """The country of those who hold an office of state that is told without one ("President Biden").

    It is the article's own country: the one told of most that nobody else of this rank speaks for; the dateline's
    counts as told once more. Countries that are told of only in passing are not taken.
    """
    counts = Counter(evidence.country_counts)
    dateline = evidence.reading.dateline
    if dateline and dateline.place:
        code = country_of(dateline.place) or link_place(dateline.place, None, counts).country
        if code:
            counts[code] += 1
    leading = [code for code, _ in counts.most_common(2)]
    taken: dict[frozenset[str], set[str]] = {}
    for person in people:
        if person.entity.country:
            taken.setdefault(_role_key(person), set()).add(person.entity.country)
    abroad = set().union(*taken.values()) if taken else set()
    for person in people:
        entity, role = person.entity, _role_key(person)
        of_state = _rank(person) in read_people_words()["state_offices"]
        if entity.country or entity.organization or not (of_state or _is_protagonist(evidence, person, people)):
            continue
        here = [code for code in leading if code not in taken.get(role, set())]
        entity.country = next((code for code in here if code not in abroad), here[0] if here else None)
        if entity.country:
            taken.setdefault(role, set()).add(entity.country)


def _role_key(person: Person) -> frozenset[str]:
    return frozenset(_office_words(person.offices[0])) if person.offices else frozenset()


def _is_protagonist(evidence: Evidence, person: Person, people: Sequence[Person]) -> bool:
    """Whether a person without an office is the article's own leader: "Ana Paz met with President of Oman X"."""
    if person.offices or person is not people[0] or not any(_rank(other) in _STATE_LEADERS for other in people[1:]):
        return False
    mention = person.entity.mentions[0]
    return any(_is_subject(token.dep_, token.head.dep_) for token in evidence.doc[mention.first : mention.last])
