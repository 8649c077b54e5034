"""Whose side each person is on: the country told of a list, of a body, or of the article itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bilateral_extract.language.clause_lookup import leaders_of, members_of
from bilateral_extract.language.constituents import noun_phrase
from bilateral_extract.lexicon import load_words
from bilateral_extract.mentions.entity import Entity, Mention
from bilateral_extract.mentions.evidence import Evidence
from bilateral_extract.mentions.holders import office_words, rank_of, serves_body
from bilateral_extract.mentions.journeys import locate_people
from bilateral_extract.mentions.people import Person

_DELEGATIONS = load_words("delegation_nouns")


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
        if other.entity.country is None and led and not serves_body(other.entity):
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
    """Give people the country of the delegation that they lead or are members of: "an Omani mission headed by X", "X
    led the Omani delegation", "the Omani team included X and Y"."""
    at: dict[int, Person] = {}
    for i, word in enumerate(evidence.lower):
        if word not in _DELEGATIONS:
            continue
        noun = evidence.doc[i]
        codes = {hit.word.code for hit in evidence.countries_in(*noun_phrase(noun))}
        if len(codes) != 1:
            continue
        at = at or locate_people(people)
        for head in (*(leader.head for leader in leaders_of(noun)), *members_of(noun)):
            person = at.get(head.i) or at.get(head.left_edge.i)
            if person is not None and person.entity.country is None:
                person.entity.country = next(iter(codes))


def _role_key(person: Person) -> frozenset[str]:
    return frozenset(office_words(person.offices[0])) if person.offices else frozenset()
