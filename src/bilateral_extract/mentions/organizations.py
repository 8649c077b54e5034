"""Organisations: which names and acronyms are one body's, and whose country each is."""

from __future__ import annotations

import re
from functools import cache

from bilateral_extract.lexicon.gazetteer import find_cities, fold
from bilateral_extract.mentions.countries import country_word
from bilateral_extract.mentions.entity import Entity, Form
from bilateral_extract.mentions.evidence import (
    ACRONYM,
    CountryAt,
    Evidence,
    Name,
    bloc_of,
    read_organization_words,
)
from bilateral_extract.mentions.known_holders import country_of_holder
from bilateral_extract.mentions.places import link_place

_SEATED = frozenset(("based", "headquartered", "registered", "located", "incorporated", "founded"))
_EMPTY = frozenset("the of and for in on at a de".split())


def find_bodies(evidence: Evidence, label: str) -> list[Entity]:
    """Entities of the names with one label (ORG, EVENT or DOC): full names, short names and acronyms united.

    An acronym is introduced in brackets after the name ("… Corporation (CNCEC)"), or is made of the name's capitals.
    """
    kind = {"ORG": "organization", "EVENT": "event", "DOC": "document"}[label]
    entities: list[Entity] = []
    known: dict[str, Entity] = {}
    names = [name for name in evidence.names if name.label == label]
    for name in names:
        text = evidence.text(name.first, name.last)
        if label == "ORG" and (word := country_word(text)) and word.form in ("name", "acronym", "demonym"):
            continue  # a country that the model took for a body
        inner, acronym = _split_brackets(text)
        introduced = evidence.acronym_after(name.last)
        beside = evidence.name_at.get(name.last)
        if introduced:
            acronym = acronym or introduced[0]
        elif beside and beside.label == label and ACRONYM.fullmatch(told := evidence.text(beside.first, beside.last)):
            acronym = acronym or told  # "Brazilian Development Bank BNDS"
        country = _country_of(evidence, name) if label == "ORG" else None
        entity = _lookup(inner, acronym, country, known, label)
        if entity is None:
            entity = Entity(kind, inner, country=country)  # type: ignore[arg-type]
            entities.append(entity)
        elif len(inner) > len(entity.name) and not ACRONYM.fullmatch(inner):
            entity.name = inner
        entity.country = entity.country or country
        for key in (*_keys(inner, label), *(_short_names(inner) if label == "ORG" else ())):
            known.setdefault(key, entity)
        if acronym:
            known[acronym] = entity
        form: Form = "acronym" if ACRONYM.fullmatch(inner) else "name"
        entity.mentions.append(evidence.mention(name.first, name.last, form))
    return entities


def _lookup(text: str, acronym: str | None, country: str | None, known: dict[str, Entity], label: str) -> Entity | None:
    candidates = [known[key] for key in ([acronym] if acronym else []) + _keys(text, label) if key in known]
    for entity in candidates:
        # Two countries' foreign ministries are two bodies.
        if country is None or entity.country is None or country == entity.country:
            return entity
    return None


def _keys(text: str, label: str) -> list[str]:
    """What a body may be found by later: its name, its name without the legal form, its capitals, its first words."""
    bloc = bloc_of(text)
    if bloc:
        return [f"bloc {bloc}", text]
    if ACRONYM.fullmatch(text):
        return [text]
    words = [word for word in fold(re.sub(r"[,.()]", " ", text)).split() if word != "the"]
    keys = [" ".join(words)]
    if label == "ORG":
        suffixes = read_organization_words()["company_suffixes"]
        core = list(words)
        while len(core) > 1 and core[-1] in suffixes:
            core.pop()
            keys.append(" ".join(core))
    capitals = "".join(word[0] for word in re.findall(r"[^\W\d_][\w'-]*", text) if word[0].isupper())
    if len(capitals) > 2:
        keys.append(capitals)
    return list(dict.fromkeys(keys))


def _short_names(text: str) -> list[str]:
    """What a firm may be called later for short, the first words of its name: "Hanil", "Hanil Heavy" for "Hanil Heavy
    Industries"; not "China" for "China Steel", not "National" or "Bank"."""
    if bloc_of(text) or ACRONYM.fullmatch(text):
        return []
    words = [word for word in fold(re.sub(r"[,.()]", " ", text)).split() if word != "the"]
    if len(words) < 2 or words[0] in _common_first_words() or not words[0].isalpha() or country_word(words[0]):
        return []
    if {"of", "and", "for"} & set(words) or find_cities(words[0]):
        return []
    return [" ".join(words[:n]) for n in range(1, len(words))]


@cache
def _common_first_words() -> frozenset[str]:
    """Words that open the names of many bodies and are no short name of one."""
    words = read_organization_words()
    marks: frozenset[str] = frozenset().union(*words["nouns"].values(), words["nouns"])
    return marks.union(words["fields"], words["field_modifiers"], words["common_first_words"])


def _split_brackets(text: str) -> tuple[str, str | None]:
    """A name that has its acronym within its span: "World Trade Organization (WTO)"."""
    match = re.fullmatch(r"(.+?) ?\( ?([^()]{2,12}?) ?\)?", text)
    if match and ACRONYM.fullmatch(match[2]):
        return match[1], match[2]
    return text, None


def _country_of(evidence: Evidence, name: Name) -> str | None:
    """The country of a body: in its name, before it ("the Kazakh firm X", "Russia's X"), or after it ("X of Oman")."""
    if bloc_of(evidence.text(name.first, name.last)):
        return None
    if evidence.lower[name.last - 1] in ("administration", "government") and (
        led := _country_of_leader(evidence, name)
    ):
        return led
    within = evidence.countries_in(name.first, name.last)
    codes = list(dict.fromkeys(hit.word.code for hit in within if hit.word.form != "seat"))
    if len(codes) == 1:
        return codes[0]
    if codes:
        return None  # "Kazakhstan-China Business Council"
    before = evidence.country_before(name.first)
    if before is None:
        # "Chinese carmaker X", "Russia's oil company X", "Beijing-based X"
        at = name.first
        while at > name.first - 4 and at > 0 and evidence.words[at - 1].islower() and evidence.words[at - 1].isalpha():
            if evidence.lower[at - 1] in _EMPTY or evidence.lower[at - 1] in ("with", "by", "to", "from"):
                break
            at -= 1
            before = evidence.country_before(at)
            if before is not None:
                break
        if at >= 2 and evidence.words[at - 1] == "-" and evidence.lower[at] in ("based", "headquartered"):
            before = evidence.country_ending.get(at - 1)
            seat = evidence.name_over.get(at - 2)
            if before is None and seat is not None:
                return link_place(evidence.text(seat.first, seat.last), mentioned=evidence.country_counts).country
    if before and before.word.form in ("name", "demonym", "acronym", "capital"):
        return before.word.code
    after = evidence.country_after(name.last) or _described_country(evidence, name.last)
    return after.word.code if after else _seat_behind(evidence, name.last)


def _seat_behind(evidence: Evidence, last: int) -> str | None:
    """The country of the city told behind a body's name: "X of Denver", "X, of Denver,", "X, based in Denver"."""
    at = last + (evidence.lower[last : last + 1] == [","])
    words = evidence.lower[at : at + 3]
    if words[:1] == ["of"]:
        at += 1
    elif len(words) == 3 and words[0] in _SEATED and words[1] in ("in", "at"):
        at += 2
    else:
        return None
    seat = evidence.name_at.get(at)
    if seat is None or seat.label not in ("GPE", "LOC"):
        return None
    return link_place(evidence.text(seat.first, seat.last), mentioned=evidence.country_counts).country


def _country_of_leader(evidence: Evidence, name: Name) -> str | None:
    """The country of the government that is called by who leads it: "the Biden-Harris Administration"."""
    published = evidence.reading.published
    leaders = (word for word in evidence.words[name.first : name.last - 1] if word[:1].isupper())
    codes = (country_of_holder(word, "", published.year if published else None) for word in leaders)
    return next((code for code in codes if code is not None), None)


def _described_country(evidence: Evidence, last: int) -> CountryAt | None:
    """The one country in the description behind a body's name: "X, a Chinese refiner,", "X, a company from Belgium"."""
    if evidence.lower[last : last + 2] not in ([",", "a"], [",", "an"], [",", "the"]):
        return None
    end = last + 2
    while end < min(last + 9, len(evidence.words)) and (evidence.words[end].isalpha() or evidence.words[end] == "-"):
        end += 1
    nouns = read_organization_words()["describing_nouns"]
    countries = evidence.countries_in(last, end)
    told = len(countries) == 1 and not nouns.isdisjoint(evidence.words[last:end])
    return countries[0] if told else None
