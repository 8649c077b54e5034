"""Places: what kind of place a name names, in which country, and where it lies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import pycountry

from bilateral_extract.lexicon import read_toml
from bilateral_extract.lexicon.gazetteer import City, find_cities, fold
from bilateral_extract.mentions.countries import country_word

PlaceKind = Literal["country", "city", "region", "venue", "other"]


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What is known of a place: `country` is alpha-3, coordinates are degrees (WGS 84)."""

    kind: PlaceKind
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


def link_place(name: str, told: str | None = None, mentioned: Mapping[str, int] | None = None) -> PlaceFacts:
    """Kind, country and coordinates of a city or region by its name.

    `told` is the country that the text itself gives ("Plymouth, Montserrat"); `mentioned` counts the countries of the
    article. Of several cities of a name, one in the country told is taken, else a capital, else the most populous
    with those in countries of the article before the others. A name that nothing knows keeps the country told.
    """
    bare = name.removeprefix("the ").removeprefix("The ").removesuffix(", D.C.")
    words = read_place_words()
    if bare in words["not_cities"] or bare in words["not_countries"] or (bare.isupper() and len(bare) < 4):
        return PlaceFacts("other", told)
    region = _region_country(bare)
    cities = find_cities(bare) or find_cities(re.sub(r" [Cc]ity$", "", bare))
    if region is not None and not (cities and _is_city_name(bare, cities) and region in ("", cities[0].country)):
        return PlaceFacts("region", told or region or None)
    if cities:
        city = _choose_city(bare, cities, told, mentioned or {})
        if city is not None:
            return PlaceFacts("city", city.country, city.latitude, city.longitude)
    return PlaceFacts("other", told)


def _choose_city(name: str, cities: tuple[City, ...], told: str | None, mentioned: Mapping[str, int]) -> City | None:
    if told:
        return next((city for city in cities if city.country == told), None)
    capital = _capital(name)

    def weight(city: City) -> int:
        # A city of the article's countries may be a tenth as large as its namesake abroad.
        return city.population * (10 if mentioned.get(city.country) else 1) * (100 if city.country == capital else 1)

    return max(cities, key=weight)


def _capital(name: str) -> str | None:
    word = country_word(name)
    return word.code if word and word.form == "capital" else None


def _is_city_name(name: str, cities: tuple[City, ...]) -> bool:
    """Whether a name that also names a region ("Moscow", "New York") means the city: unless it says "Region"."""
    return cities[0].population >= 200_000 and not _has_region_word(name)


def names_region(name: str) -> bool:
    """Whether a name says that it is a region's ("Almaty Region") or is known as a part of a country ("Siberia")."""
    word = country_word(name)
    return _has_region_word(name) or (word is not None and word.form == "part")


def _has_region_word(name: str) -> bool:
    words = read_place_words()
    lower = name.lower().split()
    ends = bool(lower) and lower[-1] in words["region"]
    return ends or " ".join(lower[:2]) in words["region_before"] or "autonomous" in lower


@cache
def read_place_words() -> dict[str, frozenset[str]]:
    """The word lists of `place_words.toml` as sets."""
    return {key: frozenset(value) for key, value in read_toml("place_words").items() if isinstance(value, list)}


def _region_country(name: str) -> str | None:
    """The country of a region; "" where the name is a region's by its words but its country is unknown; else None."""
    part = country_word(name)
    if part is not None and part.form == "part":
        return part.code
    key = fold(name)
    if key in _subdivisions():
        return _subdivisions()[key]
    if not _has_region_word(name):
        return None
    empty = read_place_words()["region"] | {"of", "the", "autonomous"}
    core = " ".join(word for word in key.split() if word not in empty)
    if core.capitalize() in read_place_words()["not_cities"]:
        return ""
    if core in _subdivisions():
        return _subdivisions()[core]
    part = country_word(core)
    cities = find_cities(core) if core else ()
    return part.code if part else cities[0].country if cities and cities[0].population > 100_000 else ""


@cache
def _subdivisions() -> dict[str, str]:
    """First-level divisions whose name only one country has: "hainan" to CHN."""
    alpha3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    found: dict[str, set[str]] = {}
    for division in pycountry.subdivisions:
        if division.parent_code is None and division.country_code in alpha3:
            names = {division.name, re.sub(r"\s*[\[(].*", "", division.name)}
            tail = re.compile(rf" {re.escape(division.type)}$| oblysy$| Sheng$| Shi$| Zizhiqu$|oblast'?$")
            names |= {tail.sub("", name) for name in names}
            for name in names:
                found.setdefault(fold(name), set()).add(alpha3[division.country_code])
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}
