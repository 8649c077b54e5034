"""Whose side each person is on: the country told of a list, of a body, or of the article itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from itertools import islice, pairwise

from bilateral_extract.language.clause_lookup import leaders_of
from bilateral_extract.language.constituents import noun_phrase
from bilateral_extract.mentions.countries import country_of
from bilateral_extract.mentions.entity import Entity, Mention
from bilateral_extract.mentions.evidence import Evidence, is_subject, read_people_words
from bilateral_extract.mentions.holders import STATE_LEADERS, office_words, rank_of
from bilateral_extract.mentions.offices import Office
from bilateral_extract.mentions.people import Person
from bilateral_extract.mentions.places import link_place

_PLACES = ("name", "acronym", "capital", "seat")
_GOALS = ("to", "visit", "visits", "visited", "visiting")  # nobody visits one's own country
_GOVERNMENT = frozenset(("ministry", "department", "government", "cabinet", "parliament"))


def name_counterparts(evidence: Evidence, people: Sequence[Person]) -> None:
    """Give "his Turkish counterpart X" the office of whoever was named before."""
    order = sorted(
        ((mention.start, person) for person in people for mention in person.entity.mentions), key=lambda pair: pair[0]
    )
    latest: Person | None = None
    for _, person in order:
        if latest and latest is not person and person.offices and all(o.head == "counterpart" for o in person.offices):
            person.entity.role = latest.entity.role
            head = rank_of(latest)
            if head:
                person.offices = [replace(office, head=head, role=latest.offices[0].role) for office in person.offices]
        elif person.entity.role:
            latest = person


def share_countries(evidence: Evidence, people: Sequence[Person]) -> None:
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
        if other.entity.country is None and led and not _serves_body(other.entity):
            other.entity.country = person.entity.country
    for (_, person), (_, other) in reversed(listed):
        own = any(evidence.country_at.get(office.first) for office in other.offices)
        if person.entity.country is None and not own:
            person.entity.country = other.entity.country


def _is_list(evidence: Evidence, one: tuple[Mention, Person], other: tuple[Mention, Person]) -> bool:
    """Whether two names with different offices stand in one list, nothing but a comma or "and" between them."""
    (before, person), (after, follower) = one, other
    between = [office for office in follower.offices if before.last <= office.first < after.first]
    if person is follower or not between or not person.offices or _role_key(person) == _role_key(follower):
        return False
    gap = evidence.lower[before.last : between[0].first]
    return 0 < len(gap) <= 3 and set(gap) <= {",", "and", "the"}


def tell_body_countries(people: Sequence[Person], bodies: Sequence[Entity]) -> None:
    """Give people the country of the body that their office belongs to."""
    countries = {body.name: body.country for body in bodies}
    for person in people:
        entity = person.entity
        if entity.country is None and entity.organization:
            entity.country = countries.get(entity.organization)


def tell_province_countries(people: Sequence[Person], places: Sequence[Entity]) -> None:
    """Give people the country of the place that their office is of: "Governor of Herat Province"."""
    code_at = {mention.first: place.country for place in places for mention in place.mentions}
    for person in people:
        for office in person.offices if person.entity.country is None else ():
            person.entity.country = next((code_at[i] for i in range(office.first, office.last) if i in code_at), None)


def tell_delegation_countries(evidence: Evidence, people: Sequence[Person]) -> None:
    """Give people the country of the delegation that they lead: "an Omani delegation headed by X", "X led the Omani
    delegation"."""
    at = {mention.first: person for person in people for mention in person.entity.mentions}
    for i, word in enumerate(evidence.lower):
        if word != "delegation":
            continue
        noun = evidence.doc[i]
        codes = {hit.word.code for hit in evidence.countries_in(*noun_phrase(noun))}
        for leader in leaders_of(noun):
            person = at.get(leader.head.i) or at.get(leader.head.left_edge.i)
            if person is not None and person.entity.country is None and len(codes) == 1:
                person.entity.country = next(iter(codes))


def infer_countries(evidence: Evidence, people: Sequence[Person], offices: Sequence[Office]) -> None:
    """The country of those who hold an office of state that is told without one ("President Biden").

    Only countries that the article speaks of most come into question, the dateline's counted once more: one whose
    office of that name stands elsewhere without a holder ("the U.S. President"), else one that nobody speaks for yet.
    """
    counts = Counter(evidence.country_counts)
    dateline = evidence.reading.dateline
    if dateline and dateline.place:
        code = country_of(dateline.place) or link_place(dateline.place, None, counts).country
        if code:
            counts[code] += 1
    ranked = [code for code, _ in counts.most_common()]
    taken: dict[frozenset[str], set[str]] = {}
    for person in people:
        if person.entity.country:
            taken.setdefault(_role_key(person), set()).add(person.entity.country)
    abroad = {code for codes in taken.values() for code in codes}
    bare: dict[frozenset[str], set[str]] = {}
    for office in offices:
        if office.country and not office.plural:
            bare.setdefault(frozenset(office_words(office)), set()).add(office.country)
    for person in people:
        entity, role = person.entity, _role_key(person)
        of_state = rank_of(person) in read_people_words()["state_offices"]
        if entity.country or _serves_body(entity) or not (of_state or _is_protagonist(evidence, person, people)):
            continue
        first = entity.mentions[0]
        leading = list(islice((code for code in ranked if code not in person.abroad), 3))
        goals = _countries_behind(evidence, first, _GOALS) if _is_subject(evidence, first) else set()
        free = [code for code in leading if code not in taken.get(role, set()) | goals]
        told = [code for code in free if code in bare.get(role, set())]
        shared = any(office.plural for office in person.offices)
        unspoken = [code for code in free if code in leading[:2] and (shared or code not in abroad)]
        partners = [code for code in _partners_of(evidence, abroad) if code not in taken.get(role, set()) | goals]
        there = [code for code in ranked if code not in taken.get(role, set()) | goals | person.abroad]
        entity.country = next(
            iter(told or partners or (of_state and _host_of(evidence, first, there, abroad)) or unspoken), None
        )
        if entity.country:
            taken.setdefault(role, set()).add(entity.country)
            abroad.add(entity.country)
    for person in people:  # a national page tells no country of its own officials
        of_state = rank_of(person) in read_people_words()["state_offices"] and not _serves_body(person.entity)
        if person.entity.country is None and of_state:
            first = person.entity.mentions[0]
            elsewhere = person.abroad | taken.get(_role_key(person), set())
            if _is_subject(evidence, first):
                elsewhere |= _countries_behind(evidence, first, _GOALS)
            person.entity.country = next((code for code in ranked[:2] if code not in elsewhere), None)


def _serves_body(entity: Entity) -> bool:
    """Whether an office is of a body that is no part of a government."""
    words = {word.strip(".,").lower() for word in (entity.organization or "").split()}
    return bool(words) and not words & _GOVERNMENT


def _partners_of(evidence: Evidence, abroad: Set[str]) -> list[str]:
    """The countries that stand in a compound with one that somebody speaks for: Peru in "Peruvian-Omani relations"."""
    found = []
    for hit in evidence.countries:
        other = evidence.country_at.get(hit.last + 1)
        if other is not None and evidence.words[hit.last] in ("-", "–"):
            for code, side in ((hit.word.code, other.word.code), (other.word.code, hit.word.code)):
                if side in abroad and code not in abroad and code not in found:
                    found.append(code)
    return found


def _host_of(evidence: Evidence, mention: Mention, free: Sequence[str], abroad: Set[str]) -> list[str]:
    """The one country, of those that nobody speaks for yet, in which a person is told to be met: who is met "in
    Colombia" is Colombian. Subjects may be guests there."""
    if _is_subject(evidence, mention):
        return []
    codes = _countries_behind(evidence, mention, ("in", "at"))
    here = [code for code in free if code in codes and code not in abroad]
    return here if len(here) == 1 else []


def _countries_behind(evidence: Evidence, mention: Mention, words: Iterable[str]) -> set[str]:
    """The countries told by name behind some words in the sentence of a mention: "in Peru", "visited the capital"."""
    sentence = evidence.doc[mention.first].sent
    hits = [hit for hit in evidence.countries_in(sentence.start, sentence.end) if hit.word.form in _PLACES]
    return {h.word.code for h in hits if not set(words).isdisjoint(evidence.lower[max(0, h.first - 3) : h.first])}


def _role_key(person: Person) -> frozenset[str]:
    return frozenset(office_words(person.offices[0])) if person.offices else frozenset()


def _is_protagonist(evidence: Evidence, person: Person, people: Sequence[Person]) -> bool:
    """Whether a person without an office is the article's own leader: "Ana Paz met with President of Oman X"."""
    if person.offices or person is not people[0] or not any(rank_of(other) in STATE_LEADERS for other in people[1:]):
        return False
    return _is_subject(evidence, person.entity.mentions[0])


def _is_subject(evidence: Evidence, mention: Mention) -> bool:
    return any(is_subject(token) for token in evidence.doc[mention.first : mention.last])
