"""The countries of office holders whom the press names without one: "President Reagan", "Secretary of State Baker"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from bilateral_extract.lexicon import read_table

_HONORARY = re.compile(r"^(?:former|outgoing|then|ex|late|his holiness)[- ]|^the ", re.IGNORECASE)


class _Term(NamedTuple):
    given: frozenset[str]
    country: str
    first: int
    last: int


def country_of_holder(name: str, role: str, year: int | None) -> str | None:
    """The country of a person told by name and office alone, as alpha-3; None where the table knows none or several.

    `year` is the article's: who came into office later is not meant; who left it may still be told of. Without a year
    a name alone says too little, and another given name tells of somebody else.
    """
    if year is None:
        return None
    office = _office_key(_HONORARY.sub("", role))
    words = name.casefold().split()
    terms = {
        term.country
        for word in words
        for term in _read_terms().get((word, office), ())
        if term.first <= year <= term.last + 2 and (len(words) == 1 or term.given & set(words))
    }
    return next(iter(terms)) if len(terms) == 1 else None


def _office_key(office: str) -> frozenset[str]:
    """The words of an office in any order: "defense secretary" is the secretary of defense."""
    return frozenset(office.casefold().split()) - {"of", "the"}


@cache
def _read_terms() -> dict[tuple[str, frozenset[str]], list[_Term]]:
    terms: dict[tuple[str, frozenset[str]], list[_Term]] = defaultdict(list)
    for row in read_table("office_holders"):
        key = (row["name"].casefold(), _office_key(row["office"]))
        given = frozenset((row["given"] or "").casefold().split("|"))
        terms[key].append(_Term(given, row["country"], int(row["first"]), int(row["last"] or 9999)))
    return dict(terms)
