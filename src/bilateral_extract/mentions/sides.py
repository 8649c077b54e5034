"""Whose side each person is on: the country told of a list, of a body, or of the article itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from bilateral_extract.language.clause_lookup import leaders_of, members_of
from bilateral_extract.language.clauses import view_clause
from bilateral_extract.language.constituents import conjuncts, noun_phrase, preposition_of
from bilateral_extract.lexicon import load_words
from bilateral_extract.mentions.entity import Entity, Mention
from bilateral_extract.mentions.evidence import Evidence
from bilateral_extract.mentions.holders import office_words, rank_of, serves_body
from bilateral_extract.mentions.journeys import locate_people
from bilateral_extract.mentions.offices import Office
from bilateral_extract.mentions.people import Person

_DELEGATIONS = load_words("delegation_nouns")
_COORDINATORS = frozenset({",", "and", "&", "the"})


def take_sides(
    evidence: Evidence,
    people: Sequence[Person],
    offices: Sequence[Office],
    organizations: Sequence[Entity],
    places: Sequence[Entity],
) -> None:
    """Fill in the countries of people that the words around their names tell. `offices` stand right by no name."""
    _name_counterparts(people)
    _pair_countries(evidence, people, offices)
    _share_countries(evidence, people)
    _tell_body_countries(people, organizations)
    _tell_province_countries(people, places)
    _tell_delegation_countries(evidence, people)


def _name_counterparts(people: Sequence[Person]) -> None:
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


def _tell_body_countries(people: Sequence[Person], bodies: Sequence[Entity]) -> None:
    """Give people the country of the body that their office belongs to."""
    countries = {body.name: body.country for body in bodies}
    for person in people:
        entity = person.entity
        if entity.country is None and entity.organization:
            entity.country = countries.get(entity.organization)


def _tell_province_countries(people: Sequence[Person], places: Sequence[Entity]) -> None:
    """Give people the country of the place that their office is of: "Governor of Herat Province"."""
    code_at = {mention.first: place.country for place in places for mention in place.mentions}
    for person in people:
        for office in person.offices if person.entity.country is None else ():
            person.entity.country = next((code_at[i] for i in range(office.first, office.last) if i in code_at), None)


def _pair_countries(evidence: Evidence, people: Sequence[Person], offices: Sequence[Office]) -> None:
    """Give each of several people the country of their own, where both are listed in the same order: "the presidents of
    Peru and Oman, X and Y", "the Peruvian and Omani ministers X and Y", "X and Y, the leaders of Peru and Oman"."""
    at = {mention.first: (mention.last, person) for person in people for mention in person.entity.mentions}
    ending = {last: (first, person) for first, (last, person) in at.items()}
    shared = (*(office for person in people for office in person.offices), *offices)
    for office in dict.fromkeys(office for office in shared if office.plural):
        first, last, codes = _listed_countries(evidence, office.first, office.last)
        if len(codes) < 2:
            continue
        for step, start, names in ((1, last, at), (-1, first - 1, ending)):
            listed = _listed_people(evidence, start, step, names)
            if len(listed) == len(codes):
                for person, code in zip(listed[::step], codes, strict=True):
                    person.entity.country = code
                break


def _listed_countries(evidence: Evidence, first: int, last: int) -> tuple[int, int, list[str]]:
    """The countries of an office in the plural, those listed with its own included, and where all these words lie."""
    lower = evidence.lower
    while (hit := evidence.country_ending.get(first - 1 if lower[first - 1] in _COORDINATORS else first)) is not None:
        first = hit.first
    at = last
    while at < len(lower) and (lower[at] in _COORDINATORS or at in evidence.country_at):
        at = evidence.country_at[at].last if at in evidence.country_at else at + 1
        last = at if lower[at - 1] not in _COORDINATORS else last
    return first, last, list(dict.fromkeys(hit.word.code for hit in evidence.countries_in(first, last)))


def _listed_people(evidence: Evidence, at: int, step: int, names: Mapping[int, tuple[int, Person]]) -> list[Person]:
    """The people named one after the other from a place on, forwards or (`step` -1) backwards, in the order met."""
    found: list[Person] = []
    while 0 <= at < len(evidence.lower):
        end = at if step > 0 else at + 1
        if end in names:
            edge, person = names[end]
            found.append(person)
            at = edge if step > 0 else edge - 1
        elif evidence.lower[at] in _COORDINATORS:
            at += step
        else:
            break
    return found


def _tell_delegation_countries(evidence: Evidence, people: Sequence[Person]) -> None:
    """Give people the country of the delegation or side that they lead, represent or are members of: "an Omani mission
    headed by X", "X led the Omani delegation", "the Omani team included X and Y", "on the Omani side, X and Y"."""
    at: dict[int, Person] = {}
    for i, word in enumerate(evidence.lower):
        if word not in _DELEGATIONS and word != "side":
            continue
        noun = evidence.doc[i]
        codes = {hit.word.code for hit in evidence.countries_in(*noun_phrase(noun))}
        if len(codes) != 1:
            continue
        at = at or locate_people(people)
        for head in (*(leader.head for leader in leaders_of(noun)), *members_of(noun), *_on_side(noun, at)):
            person = at.get(head.i) or at.get(head.left_edge.i)
            if person is not None and person.entity.country is None:
                person.entity.country = next(iter(codes))


def _on_side(noun: Token, at: Mapping[int, Person]) -> list[Token]:
    """Who acts on a side: "on the Omani side, X and Y took part", "X and Y from the Omani side", "the Omani side was
    represented by X and Y"."""
    if noun.dep_ == "nsubj:pass" and noun.head.lemma_.lower() == "represent":
        return [head for a in view_clause(noun.head).get("by") for head in conjuncts(a.head)]
    if preposition_of(noun) not in ("on", "from", "for"):
        return []
    for word in noun.ancestors:
        if word.i in at:
            return list(conjuncts(word))
        if word.pos_ == "VERB":
            clause = view_clause(word)
            return [head for a in clause.get("by" if clause.passive else "subject") for head in conjuncts(a.head)]
    return []


def _role_key(person: Person) -> frozenset[str]:
    return frozenset(office_words(person.offices[0])) if person.offices else frozenset()
