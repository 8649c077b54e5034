"""Countries: their names, demonyms, capitals and seats of government, and which country each means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

import pycountry

from bilateral_extract.lexicon import read_table, read_toml
from bilateral_extract.lexicon.gazetteer import fold
from bilateral_extract.mentions.phrase_table import PhraseTable

CountryForm = Literal["name", "acronym", "demonym", "capital", "seat", "part"]

_SHORT_UPPER = re.compile(r"(?:[A-Z]\.?){2,4}")  # US, U.K., DPRK: told apart from words by their capitals


@dataclass(frozen=True, slots=True)
class CountryWord:
    """What a word or phrase says of a country: `code` is ISO 3166-1 alpha-3."""

    code: str
    form: CountryForm


@dataclass(frozen=True, slots=True)
class CountryHit:
    """Where a country's name, demonym, capital or seat of government stands, in character offsets."""

    start: int
    end: int
    word: CountryWord


def find_countries(clean: str) -> list[CountryHit]:
    """The country words of a clean text, the longest at each place ("Papua New Guinea", never its "Guinea").

    Names that only contain one ("Indian Ocean", "Latin American") give none.
    """
    found = _table().find(clean)
    return [CountryHit(start, end, word) for start, end, word in found if word is not None]


def country_of(text: str) -> str | None:
    """The alpha-3 code of the country that a name, demonym, capital or seat of government means, or None.

    Letter case and accents do not matter, a leading "the" is passed over; short forms ("US") need their capitals.
    """
    word = country_word(text)
    return word.code if word else None


@lru_cache(maxsize=10_000)
def country_word(text: str) -> CountryWord | None:
    """What a whole text says of a country, as `country_of`, with the form it has: a name, a demonym, a capital."""
    text = text.strip()
    text = text[4:] if text[:4].lower() == "the " else text
    return _table_by_text().get(text) or _table_by_fold().get(fold(text))


def country_name(code: str) -> str:
    """The usual English name of a country by its alpha-3 code; the code itself where it is unknown."""
    return _names().get(code, code)


@cache
def capital_name(code: str) -> str | None:
    """The name of a country's capital by its alpha-3 code, the first of several; None where the table has none."""
    capitals = next((row["capitals"] for row in read_table("countries") if row["code"] == code), None)
    return capitals.split("|")[0] if capitals else None


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in read_table("countries")}


@cache
def _entries() -> tuple[tuple[str, CountryWord], ...]:
    """Each phrase with its meaning; of two meanings the first wins."""
    entries: list[tuple[str, CountryWord]] = []
    official = {c.alpha_3: getattr(c, "official_name", "") for c in pycountry.countries}
    for row in read_table("countries"):
        code = row["code"]

        def add(cell: str | None, form: CountryForm, code: str = code) -> None:
            for phrase in filter(None, (cell or "").split("|")):
                short = form == "name" and _SHORT_UPPER.fullmatch(phrase)
                entries.append((phrase, CountryWord(code, "acronym" if short else form)))

        add(row["name"], "name")
        add(row["aliases"], "name")
        add(official.get(code, "").removeprefix("the "), "name")
        add(row["demonyms"], "demonym")
        add("|".join(filter(None, map(_plural, (row["demonyms"] or "").split("|")))), "demonym")
        add(row["capitals"], "capital")
        add(row["seats"], "seat")
    entries += [(name, CountryWord(code, "part")) for name, code in read_toml("place_words")["parts"].items()]
    return tuple(entries)


def _plural(demonym: str) -> str:
    return "" if not demonym or demonym.endswith(("ese", "sh", "ch", "s", "men", "Sino", ".", "US")) else demonym + "s"


@cache
def _table() -> PhraseTable[CountryWord | None]:
    phrases: list[tuple[str, CountryWord | None]] = [(p, None) for p in read_toml("place_words")["not_countries"]]
    for phrase, word in _entries():
        phrases.append((phrase, word))
        # Headlines and datelines are printed in capitals.
        if word.form in ("name", "demonym") and len(phrase) > 3 and not phrase.isupper():
            phrases.append((phrase.upper(), word))
        if "'" not in phrase and "’" in phrase:
            phrases.append((phrase.replace("’", "'"), word))
    return PhraseTable(phrases)


@cache
def _table_by_text() -> dict[str, CountryWord]:
    return dict(reversed(_entries()))


@cache
def _table_by_fold() -> dict[str, CountryWord]:
    return {fold(phrase): word for phrase, word in reversed(_entries()) if len(fold(phrase)) > 3}
