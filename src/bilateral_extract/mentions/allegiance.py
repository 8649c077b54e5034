"""Which country those act for whose office is told without one: "President Biden", "Foreign Minister Sikorski"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from bilateral_extract.lexicon import load_words, read_table
from bilateral_extract.mentions.countries import country_of
from bilateral_extract.mentions.entity import Entity, Mention
from bilateral_extract.mentions.evidence import Evidence, is_subject, read_people_words
from bilateral_extract.mentions.holders import STATE_LEADERS, office_words, rank_of, serves_body
from bilateral_extract.mentions.journeys import Journeys
from bilateral_extract.mentions.offices import Office
from bilateral_extract.mentions.people import Person
from bilateral_extract.mentions.places import link_place

_DATELINE = 6  # what the dateline tells of whose page it is, in places told: as much as three names of a country


def infer_countries(
    evidence: Evidence, people: Sequence[Person], offices: Sequence[Office], places: Sequence[Entity]
) -> None:
    """Fill in the country of those who hold an office of state that is told without one.

    Nobody acts for a country that he goes to, or for that of those whom he meets. Among the others, the first of these
    holds: the country of those whom he accompanies; the one that he returns to; the one whose office it can only be;
    one whose office of that name stands elsewhere without a holder ("the U.S. President"); the one in which he is met;
    the partner of one that somebody speaks for ("Peruvian-Omani relations"); one that the article speaks of most and
    nobody speaks for yet; at last, the one that a national page takes for granted.

    `offices` are those that stand by no name.
    """
    unknown = [person for person in people if person.entity.country is None and _may_act(evidence, person, people)]
    if unknown:
        sides = _Sides(evidence, people, offices, places)
        for person in unknown:
            sides.settle(person, sides.choose(person))
        for person in unknown:
            if person.entity.country is None and _is_of_state(person):
                sides.settle(person, sides.choose_home(person))


class _Sides:
    """What an article tells of its countries, and who is known to act for which."""

    def __init__(
        self, evidence: Evidence, people: Sequence[Person], offices: Sequence[Office], places: Sequence[Entity]
    ) -> None:
        self._evidence = evidence
        self._journeys = Journeys(evidence, people, places, offices)
        counts = Counter({code: 2 * count for code, count in evidence.country_counts.items()})
        for place in places:
            if place.country:
                counts[place.country] += len(place.mentions)
        dateline = evidence.reading.dateline
        self._here: str | None = None  # the country in which the dateline lies
        if dateline and dateline.place:
            self._here = country_of(dateline.place) or link_place(dateline.place, None, counts).country
            if self._here:
                counts[self._here] += _DATELINE
        self._ranked = [code for code, _ in counts.most_common()]
        self._taken: dict[frozenset[str], set[str]] = {}  # the countries of those known, by their office
        for person in people:
            if person.entity.country:
                self._taken.setdefault(_role_key(person), set()).add(person.entity.country)
        self._spoken_for = {code for codes in self._taken.values() for code in codes}
        self._homes: list[str] = []  # whose officials are told without their country
        self._bare: dict[frozenset[str], set[str]] = {}
        for office in offices:
            if office.country and not office.plural:
                self._bare.setdefault(frozenset(office_words(office)), set()).add(office.country)

    def settle(self, person: Person, code: str | None) -> None:
        """Give a person the country chosen."""
        if code is not None:
            person.entity.country = code
            self._taken.setdefault(_role_key(person), set()).add(code)
            self._spoken_for.add(code)

    def choose(self, person: Person) -> str | None:
        """The country that something in the article speaks for; None where nothing does."""
        leader = person.compatriot or self._journeys.leader.get(person)
        if leader is not None and leader.entity.country is not None:
            return leader.entity.country
        role, others = _role_key(person), self._others_of(person)
        free = [code for code in self._ranked if code not in others | self._taken.get(role, set())]
        goals = person.abroad | self._journeys.goals.get(person, set())
        leading = [code for code in self._ranked if code not in goals][:3]
        told = [code for code in free if code in leading and code in self._bare.get(role, set())]
        shared = any(office.plural for office in person.offices)
        unspoken = [code for code in free if code in leading[:2] and (shared or code not in self._spoken_for)]
        if self._homes and person not in self._journeys.met:
            unspoken = []  # a further official of a national page
        elif person in self._journeys.goals:
            unspoken = [code for code in leading[:1] if code in free]  # a guest comes from the other main country
            if self._here in free and self._here not in goals:  # one of its own goes abroad
                unspoken = [self._here]
        partners = [code for code in self._partners() if code in free]
        host = self._host_of(person, others)
        back = self._journeys.homes.get(person, set()) - others
        own = [*back, *self._national(person, others), *told]
        chosen = next(iter([*own, *host, *partners, *unspoken]), None)
        if chosen is not None and (own or not host):
            self._homes.append(chosen)
        return chosen

    def choose_home(self, person: Person) -> str | None:
        """The country of a national page, which tells none of its own officials."""
        others = self._others_of(person) | self._taken.get(_role_key(person), set())
        return next((code for code in (*self._homes, *self._ranked[:2]) if code not in others), None)

    def _others_of(self, person: Person) -> set[str]:
        """The countries that are not a person's own: where he goes, and those of whom he meets."""
        met = {other.entity.country for other in self._journeys.met.get(person, ()) if other.entity.country}
        return person.abroad | self._journeys.goals.get(person, set()) | met | _without_office(person, self._ranked)

    def _national(self, person: Person, others: set[str]) -> list[str]:
        """The country that alone has an office, or the one of several that the article speaks of most."""
        codes = [code for office in person.offices for code in _countries_of_office(office.role.lower())]
        if len(codes) > 1:
            codes = [code for code in self._ranked if code in codes]
        return [code for code in codes if code not in others]

    def _host_of(self, person: Person, others: set[str]) -> list[str]:
        """The country that somebody has come to, where a person is met there: "In Muscat, she met Sultan Haitham"."""
        if person in self._journeys.goals or not _is_of_state(person):
            return []
        first = person.entity.mentions[0]
        leads = any(token.dep_.startswith("nsubj") for token in self._evidence.doc[first.first : first.last])
        code = self._journeys.station_at(first.first, within_sentence=leads)
        if code is not None:
            return [code] if code not in others else []
        scenes = self._journeys.scenes_at(first.first) - others
        return list(scenes) if len(scenes) == 1 and not _is_subject(self._evidence, first) else []

    def _partners(self) -> list[str]:
        """The countries in a compound with one that somebody speaks for: Peru in "Peruvian-Omani relations"."""
        found = []
        for hit in self._evidence.countries:
            other = self._evidence.country_at.get(hit.last + 1)
            if other is not None and self._evidence.words[hit.last] in ("-", "–"):
                for code, side in ((hit.word.code, other.word.code), (other.word.code, hit.word.code)):
                    if side in self._spoken_for and code not in self._spoken_for and code not in found:
                        found.append(code)
        return found


def _may_act(evidence: Evidence, person: Person, people: Sequence[Person]) -> bool:
    return not serves_body(person.entity) and (_is_of_state(person) or _is_protagonist(evidence, person, people))


def _is_of_state(person: Person) -> bool:
    return rank_of(person) in read_people_words()["state_offices"]


def _role_key(person: Person) -> frozenset[str]:
    return frozenset(office_words(person.offices[0])) if person.offices else frozenset()


def _is_protagonist(evidence: Evidence, person: Person, people: Sequence[Person]) -> bool:
    """Whether a person without an office is the article's own leader: "Ana Paz met with President of Oman X"."""
    if person.offices or person is not people[0] or not any(rank_of(other) in STATE_LEADERS for other in people[1:]):
        return False
    return _is_subject(evidence, person.entity.mentions[0])


def _is_subject(evidence: Evidence, mention: Mention) -> bool:
    return any(is_subject(token) for token in evidence.doc[mention.first : mention.last])


def _without_office(person: Person, codes: Iterable[str]) -> set[str]:
    """The countries that have no office of a person's name: republics no king, monarchies no president, the United
    States no ministers."""
    words = {word for office in person.offices for word in office_words(office)}
    if words & load_words("royals"):
        return set(codes) - load_words("monarchies")
    if words == {"president"}:
        return set(load_words("monarchies")) - {"ARE"}
    return {"USA"} if "minister" in words else set()


def _countries_of_office(role: str) -> list[str]:
    padded = f" {role.replace('-', ' ')} "
    return next((codes for phrase, codes in _read_national_offices() if f" {phrase} " in padded), [])


@cache
def _read_national_offices() -> list[tuple[str, list[str]]]:
    return [(row["office"], row["countries"].split("|")) for row in read_table("national_offices")]
