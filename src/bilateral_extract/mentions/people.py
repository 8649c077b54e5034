"""People: which names are one person's, their offices, countries and bodies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import islice

from bilateral_extract.language.constituents import apposed_nouns
from bilateral_extract.lexicon.gazetteer import fold
from bilateral_extract.mentions.entity import Entity
from bilateral_extract.mentions.evidence import CountryAt, Evidence, Name, bloc_of, count_titles, read_people_words
from bilateral_extract.mentions.known_holders import country_of_holder, office_of_holder
from bilateral_extract.mentions.offices import Office

_PEERS = frozenset(("counterpart", "colleague", "host", "guest", "partner"))
_REACH = 30  # people of one surname back: more are no article


@dataclass(slots=True, eq=False)
class Person:
    """A person while the article is read: the entity, its comparable name, the offices told of it."""

    entity: Entity
    keys: tuple[str, ...]
    offices: list[Office] = field(default_factory=list)
    feminine: bool | None = None
    abroad: set[str] = field(default_factory=set)  # countries that the person speaks of going to
    known_office: frozenset[str] = frozenset()  # the words of the one that everybody knows, where none is told
    compatriot: Person | None = None  # who speaks of the person as theirs: "our Ambassador"


def find_people(evidence: Evidence, held: Mapping[int, list[Office]]) -> list[Person]:
    """The people named in an article with all mentions by name. `held` are the offices by a name's first token."""
    people: list[Person] = []
    by_key: dict[str, dict[Person, None]] = defaultdict(dict)
    for name in evidence.names:
        if name.label != "PERSON":
            continue
        keys = name_keys(evidence.text(name.first, name.last))
        if not keys:
            continue
        offices = held.get(name.first, [])
        feminine = _gender(evidence, name, offices)
        person = _find_same(keys, offices, feminine, by_key)
        told = _display(evidence, name)
        if person is None:
            person = Person(Entity("person", told), keys)
            people.append(person)
        elif (len(keys), len(told)) > (len(person.keys), len(person.entity.name)) and _is_well_formed(told, keys):
            person.keys, person.entity.name = keys, told
        for key in person.keys:
            by_key[key].setdefault(person)
        person.entity.mentions.append(evidence.mention(name.first, name.last, "name"))
        person.offices += offices
        if person.feminine is None:
            person.feminine = feminine
        if not any(office.country for office in person.offices):
            _tell_country(evidence, name, person, min((office.first for office in offices), default=name.first))
        if not person.offices and person.entity.organization is None:
            person.entity.organization = _bloc_behind(evidence, name)
    for person in people:
        settle_office(evidence, person)
    return people


@lru_cache(maxsize=10_000)
def name_keys(name: str) -> tuple[str, ...]:
    """The parts of a name for comparison: no titles, no suffixes, letters that transliterations vary made one."""
    words = read_people_words()
    parts = [fold(part.strip("\"'().,“”")) for part in _bare(re.split(r"[\s-]+", name))]
    parts = [part for part in parts if part and part not in words["suffixes"]]
    return tuple(_transliterate(part) for part in parts if any(map(str.isalpha, part)))


def settle_office(evidence: Evidence, person: Person) -> None:
    """Fill a person's role, country and organisation from the offices told of it, the fullest first.

    The country of a leader whom everybody knows is known without one.
    """
    entity = person.entity
    published = evidence.reading.published
    year = published.year if published else None
    if not person.offices:
        if entity.country is None:
            entity.country = country_of_holder(entity.name, "", year)
        if entity.country is not None:
            person.known_office = office_of_holder(entity.name, entity.country, year)
        return
    best = max(
        person.offices, key=lambda office: (office.head != "counterpart", office.country is not None, -office.first)
    )
    country = next((office.country for office in person.offices if office.country), None)
    entity.role = best.role
    first = evidence.doc[best.first].idx
    entity.role_span = (first, evidence.doc[best.first : best.last].end_char)
    if entity.country is None:
        entity.country = country or country_of_holder(entity.name, best.role, year)
    body = next((office.body for office in person.offices if office.body), None)
    if body and entity.organization is None:
        entity.organization = evidence.text(body.first, body.last)


def _find_same(
    keys: tuple[str, ...], offices: list[Office], feminine: bool | None, by_key: Mapping[str, dict[Person, None]]
) -> Person | None:
    """The person that a name means among those named before: the latest whose name and gender agree."""
    candidates: dict[Person, None] = {}
    for key in dict.fromkeys((*keys, *(key[0] for key in keys))):
        candidates |= dict.fromkeys(islice(reversed(by_key.get(key, {})), _REACH))
    matching = [
        person
        for person in candidates
        if _same_name(keys, person.keys) and (feminine is None or person.feminine in (None, feminine))
    ]
    if len(matching) > 1:
        heads = {office.head for office in offices}
        agreeing = [person for person in matching if heads & {office.head for office in person.offices}]
        matching = agreeing or matching
    exact = [person for person in matching if person.keys == keys]
    chosen = exact or matching
    return max(chosen, key=lambda person: person.entity.mentions[-1].start) if chosen else None


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: the shorter is left of the longer by leaving parts out.

    A single part must open or close the longer name or stand alone in it as Arabic and patronymic names allow; two
    names of several parts must share the first part or the last two.
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if not _in_order(short, long):
        # East Asian names are told in either order.
        return len(short) == len(long) == 2 and short == long[::-1]
    particles = read_people_words()["particles"]
    if len([key for key in short if key not in particles]) == 1:
        return short[-1] not in particles
    return _agree(short[0], long[0]) or short[-2:] == long[-2:]


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(any(_agree(key, other) for other in rest) for key in short)


def _agree(one: str, other: str) -> bool:
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    if frozenset((one, other)) in _short_names():
        return True
    return one == other or (_consonants(one) == _consonants(other) and len(_consonants(one)) >= 4)


@cache
def _short_names() -> frozenset[frozenset[str]]:
    """Short forms of given names, each beside the name that it stands for: Joe and Joseph."""
    pairs = (pair.split() for pair in read_people_words()["short_names"])
    return frozenset(frozenset(map(_transliterate, pair)) for pair in pairs)


def _consonants(part: str) -> str:
    """A name without the vowels that transliterations vary: Mohammed, Muhammad."""
    return re.sub(r"(?<!^)[aeiou]+", "", part)


def _transliterate(part: str) -> str:
    part = re.sub(r"[yij]+", "i", part)
    return re.sub(r"(.)\1", r"\1", part)


def _display(evidence: Evidence, name: Name) -> str:
    """A person's name as told, without titles and without the office that a model took in."""
    words = _bare(evidence.text(name.first, name.last).split(" "))
    folded = [fold(word) for word in words]
    # A caption that runs into the text repeats the name: "Ana Paz" + "Paz Ana".
    particles = read_people_words()["particles"]
    end = next(
        (i for i, word in enumerate(folded) if i > 1 and word in folded[:i] and word not in particles), len(words)
    )
    told = " ".join(words[:end]).strip(" ,;")
    # The full stop of a sentence that ends in a name written like an abbreviation: "Hun Sen."
    return told[:-1] if re.search(r"[^\W\d_]{3}\.$", told) else told


def _bare(words: list[str]) -> list[str]:
    """The words of a name without titles before and honours behind it."""
    honours = read_people_words()["postnominals"]
    end = len(words)
    while end > 1 and words[end - 1].strip(".,") in honours:
        end -= 1
    return words[count_titles(words[:end]) : end]


def _is_well_formed(name: str, keys: tuple[str, ...]) -> bool:
    """Whether a longer form may be the fullest one: no part twice ("Ana Paz Paz Ana"), none in small letters."""
    words = name.split()
    particles = read_people_words()["particles"]
    capitals = all(not word.islower() or fold(word) in particles for word in words)
    parts = [key for key in keys if key not in particles]
    return len(set(parts)) == len(parts) and capitals and len(parts) <= 6


def _gender(evidence: Evidence, name: Name, offices: list[Office]) -> bool | None:
    words = read_people_words()
    before = evidence.lower[max(0, name.first - 3) : name.first] + [office.head for office in offices]
    for word in before:
        if word.rstrip(".") in words["feminine"]:
            return True
        if word.rstrip(".") in words["masculine"]:
            return False
    return None


def _bloc_behind(evidence: Evidence, name: Name) -> str | None:
    """The international organisation in "Ana Paz of the World Bank"."""
    if evidence.lower[name.last : name.last + 1] != ["of"]:
        return None
    first = name.last + 2 if evidence.lower[name.last + 1 : name.last + 2] == ["the"] else name.last + 1
    body = evidence.name_at.get(first)
    text = evidence.text(body.first, body.last) if body is not None else ""
    return text if bloc_of(text) else None


def _tell_country(evidence: Evidence, name: Name, person: Person, first: int) -> None:
    """A person's country where it stands by the name, which begins at a token with its office: "Sauli Niinistö of
    Finland", "Russia's Putin", "Ana Paz (Peru)", "my Peruvian counterpart, Minister Ana Paz"."""
    entity = person.entity
    if entity.country is None:
        # The text's own "of" beside the name outranks an adjective that may belong to something else.
        hit = evidence.country_after(name.last)
        if hit is None:
            hit = evidence.country_before(name.first)
            if hit and hit.word.form not in ("name", "demonym", "acronym"):
                hit = None
        if hit is None and evidence.words[name.last : name.last + 1] == ["("]:
            inner = evidence.country_at.get(name.last + 1)
            hit = inner if inner and evidence.words[inner.last : inner.last + 1] == [")"] else None
        if hit is None and first > 1 and evidence.words[first - 1] == "," and evidence.lower[first - 2] in _PEERS:
            hit = evidence.country_before(first - 2)
        hit = hit or _country_of_apposition(evidence, name)
        if hit:
            entity.country = hit.word.code


def _country_of_apposition(evidence: Evidence, name: Name) -> CountryAt | None:
    """The country that leads the words beside a name: "Peru's chief negotiator, Deputy Minister Paz"."""
    for noun in apposed_nouns(evidence.doc[name.first : name.last].root):
        first = noun.left_edge.i
        hit = evidence.country_at.get(first + 1 if evidence.lower[first] == "the" else first)
        if hit is not None and hit.last <= noun.i:
            return hit
    return None
