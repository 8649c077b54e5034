"""The countries of leaders whom the press names without one: "President Reagan", "Vladimir Putin", "Macron"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from bilateral_extract.lexicon import read_table
from bilateral_extract.lexicon.gazetteer import fold

_HONORARY = re.compile(r"^(?:former|outgoing|then|ex|late|his holiness)[- ]|^the ", re.IGNORECASE)


class _Term(NamedTuple):
    given: frozenset[str]
    office: frozenset[str]
    country: str
    first: int
    last: int
    alone: bool  # whether the name by itself tells who is meant


def country_of_holder(name: str, role: str, year: int | None) -> str | None:
    """The country of a person told without one, as alpha-3; None where the table knows none or several.

    A full name tells it, a family name with the office, and the family name alone of those whom everybody knows by it
    ("Macron"). `year` is the article's: who came into office later is not meant; who left it may still be told of, but
    not by the family name alone. Without a year a name says too little.
    """
    countries = {term.country for term in _find_terms(name, role, year)}
    return next(iter(countries)) if len(countries) == 1 else None


def office_of_holder(name: str, country: str, year: int | None) -> frozenset[str]:
    """The words of the office that a leader of a country, told by name alone, is known to hold in a year; empty where
    the table knows none."""
    held = [term for term in _find_terms(name, "", year) if term.country == country]
    return max(held, key=lambda term: term.first).office if held else frozenset()


def _find_terms(name: str, role: str, year: int | None) -> list[_Term]:
    if year is None:
        return []
    words = fold(name).replace(",", "").split()  # "Joseph R. Biden, Jr."
    office = _office_key(_HONORARY.sub("", role))
    return [
        term
        for word in words
        for term in _read_terms().get(word, ())
        if term.first <= year and _is_meant(term, words, office, year - term.last)
    ]


def _is_meant(term: _Term, words: list[str], office: frozenset[str], years_since: int) -> bool:
    if years_since > 2:
        return False
    if len(words) > 1:
        return not term.given.isdisjoint(words)
    return term.office == office or (not office and term.alone and years_since <= 0)


def _office_key(office: str) -> frozenset[str]:
    """The words of an office in any order: "defense secretary" is the secretary of defense."""
    return frozenset(office.casefold().split()) - {"of", "the"}


@cache
def _read_terms() -> dict[str, list[_Term]]:
    terms: dict[str, list[_Term]] = defaultdict(list)
    for row in read_table("office_holders"):
        given = frozenset(fold(row["given"]).split("|")) - {""}
        last = int(row["last"] or 9999)
        office = _office_key(row["office"])
        terms[fold(row["name"])].append(
            _Term(given, office, row["country"], int(row["first"]), last, row["alone"] != "no")
        )
    return dict(terms)
