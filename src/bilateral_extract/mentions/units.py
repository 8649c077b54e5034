"""Which unit stands after a number: percent signs, units of measure and of time, rates ("tonnes a year").

The units that news writes are in `lexicon/units.tsv`, under quantulum3's names; SI prefixes are put before those that
take them. Units of the laboratory ("millibarns") are looked up in quantulum3's own table, which is loaded at the first
such word: it takes seconds to load, and is only ever given that word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from bilateral_extract.lexicon import read_table
from bilateral_extract.mentions.numbers import Number, tidy


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure. `factor` multiplies the number ("bcm"); `size` is in the base unit of the dimension."""

    name: str
    dimension: str
    factor: Decimal = Decimal(1)
    size: Decimal | None = None


@dataclass(frozen=True, slots=True)
class UnitMark:
    """A number with its unit: where the whole stands."""

    start: int
    end: int
    value: Decimal
    scale: Decimal
    unit: Unit


@dataclass(frozen=True, slots=True)
class _Table:
    names: dict[str, Unit]
    signs: dict[str, Unit]
    glued: dict[str, Unit]
    by_name: dict[str, Unit]


_WORDS = re.compile(r"[ ]?-?[ ]?((?:[^\W\d_]|[./'])+(?:[ -](?:[^\W\d_]|[./'])+){0,4})")
_SIGN = re.compile(
    r"[ ]?(°[ ]?[CF](?![a-z])|%-points?\b|%[ ]points?\b|[^\s\w.,;:!?()\[\]\"“”'‘’-]|[A-Za-zμµ]{1,3}[²³23](?!\w))"
)
_HALF_A = re.compile(r"[ ](?:of[ ])?an?(?=[ ])")
_IN = re.compile(r"(?:\b(?:ft|foot|feet|yards?|yd)[ ,.]{1,2}(?:and[ ])?\d+$)")
_INCHES = re.compile(r"[ ]?(''|\"|″|”)(?=[ ]*(?:[a-z(,.]|x\b|$))")
_RATE = re.compile(r"(?:[ ](?:a|an|per|each|every)[ ]|[ ]?/[ ]?|-a-|-per-)((?:(?:square|cubic)[ ])?[A-Za-z]+)\b")
# SI Brochure, 9th edition, table 7.
_PREFIXES = {
    "yocto": -24, "zepto": -21, "atto": -18, "femto": -15, "pico": -12, "nano": -9, "micro": -6, "milli": -3,
    "centi": -2, "deci": -1, "deca": 1, "hecto": 2, "kilo": 3, "mega": 6, "giga": 9, "tera": 12, "peta": 15, "exa": 18,
}  # fmt: skip
_PREFIXED = (
    "metre", "gram", "second", "ampere", "litre", "watt", "watt hour", "joule", "volt", "hertz", "pascal", "newton",
    "ohm", "coulomb", "farad", "becquerel", "sievert", "electronvolt", "bit", "byte", "calorie",
)  # fmt: skip
# Signs with the prefixes that make no other word of news of them (as "TV", "PV" and "EV" would be).
_PREFIXED_SIGNS = {
    "watt": ("W", "kMGTP"), "watt hour": ("Wh", "kMGTP"), "joule": ("J", "kMGTPE"), "pascal": ("Pa", "kMG"),
    "hertz": ("Hz", "kMGT"), "volt": ("V", "k"), "newton": ("N", "k"),
}  # fmt: skip
_LABORATORY = re.compile(
    rf"(?:{'|'.join(_PREFIXES)})(?:bars?|barns?|poises?|stokes?|ponds?|gramforces?|tex|jansk(?:ys?|ies)|webers?|grays?"
    r"|teslas?|henr(?:ys?|ies)|moles?|annums?)"
)


@cache
def _table() -> _Table:
    names: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    glued: dict[str, Unit] = {}
    by_name: dict[str, Unit] = {}
    for row in read_table("units"):
        unit = Unit(
            row["unit"],
            row["dimension"],
            Decimal(row["factor"] or 1),
            Decimal(row["size"]) if row["size"] else None,
        )
        by_name.setdefault(unit.name, replace(unit, factor=Decimal(1)))
        for name in filter(None, row["names"].split("|")):
            names[name] = unit
        for sign in filter(None, row["signs"].split("|")):
            if sign.endswith("*"):
                glued[sign[:-1]] = unit
            else:
                signs[sign] = unit
    for base in _PREFIXED:
        known = [name for name, unit in names.items() if unit == by_name[base]]
        for prefix, power in _PREFIXES.items():
            unit = _prefixed(by_name[base], prefix, power)
            by_name.setdefault(unit.name, unit)
            for name in known:
                if len(name) > 2 and not name.endswith("."):
                    names.setdefault(prefix + name, by_name[unit.name])
    for base, (sign, letters) in _PREFIXED_SIGNS.items():
        for letter, prefix in zip("kMGTPE", ("kilo", "mega", "giga", "tera", "peta", "exa"), strict=True):
            if letter in letters:
                signs.setdefault(letter + sign, by_name[prefix + base])
    return _Table(names, signs, glued, by_name)


def _prefixed(unit: Unit, prefix: str, power: int) -> Unit:
    size = None if unit.size is None else unit.size.scaleb(power)
    return Unit(prefix + unit.name, unit.dimension, size=size)


_EARLIER = re.compile(r"[ ](?:earlier|ago|before|later|on|previously|prior)\b")


def is_time_past(text: str, end: int) -> bool:
    """Whether the "a year" that ends at `end` is a time gone by ("a year earlier"), not a rate."""
    return _EARLIER.match(text, end) is not None


def mark_unit(text: str, number: Number) -> UnitMark | None:
    """The unit after `number` in `text`, with a rate where one follows ("188 miles an hour"); None where none does."""
    if number.form == "ordinal":
        return None
    found = _sign(text, number) or _words(text, number)
    if found is None:
        return None
    end, unit = found
    end, unit = _rate(text, end, unit)
    value = number.value if unit.factor == 1 else tidy(number.value * unit.factor)
    return UnitMark(number.start, end, value, number.scale, unit)


def _sign(text: str, number: Number) -> tuple[int, Unit] | None:
    table = _table()
    if match := _SIGN.match(text, number.end):
        sign = match[1]
        unit = table.signs.get(sign) or table.names.get(sign.lower())
        if unit is not None:
            return match.end(), unit
    if number.form in ("digits", "fraction") and (match := _INCHES.match(text, number.end)) and number.value < 1000:
        before = text[max(0, number.start - 120) : number.start]
        if match[1] in ("''", "″") or before.count('"') % 2 == 0:
            return match.end(), table.by_name["inch"]
    return None


def _words(text: str, number: Number) -> tuple[int, Unit] | None:
    half = _HALF_A.match(text, number.end) if number.form == "fraction" else None  # "half a litre"
    match = _WORDS.match(text, half.end() if half else number.end)
    if not match:
        return None
    table = _table()
    if match[1].split(" ")[0] == "in" and _IN.search(text[max(0, number.start - 12) : number.end]):
        return match.start(1) + 2, table.glued["in"]
    words, at = match[1], match.start(1)
    glued = at == number.end
    while words:
        for form in (words, words.rstrip("./'")):
            unit = table.signs.get(form) or (table.glued.get(form) if glued and number.form == "digits" else None)
            if unit is None and (len(form) > 3 or form.islower()):
                unit = table.names.get(form.lower()) or table.names.get(form.lower().replace("-", " "))
            if unit is not None and form and not _is_ordinary(text, form, number):
                return at + len(form), unit
        cut = max(words.rfind(" "), words.rfind("-"), words.rfind("/"))
        bare = words.rstrip("./'")
        if cut <= 0 and _LABORATORY.fullmatch(bare.lower()) and (unit := _from_quantulum(bare.lower())):
            return at + len(bare), unit
        words = words[:cut] if cut > 0 else ""
    return None


def _is_ordinary(text: str, word: str, number: Number) -> bool:
    """Whether a unit word is an ordinary word here."""
    if word.lower() == "second":
        return number.value != 1 and text[number.end : number.end + 1] != "-"
    return word == "min" and number.form != "digits"


def _rate(text: str, end: int, unit: Unit) -> tuple[int, Unit]:
    """The unit with what it is counted over: "tonnes" and "a year" make "tonne per year"."""
    if unit.dimension in ("percentage", "time"):
        return end, unit
    match = _RATE.match(text, end)
    if not match or is_time_past(text, match.end()):
        return end, unit
    table = _table()
    word = match[1]
    over = table.names.get(word.lower()) or table.signs.get(word) or table.glued.get(word)
    if over is None or (over.dimension != "time" and not (match[0].lstrip().startswith(("/", "per")))):
        return end, unit
    name = f"{unit.name} per {over.name}"
    known = table.by_name.get(name)
    dimension = known.dimension if known else f"{unit.dimension} per {over.dimension}"
    return match.end(), Unit(name, dimension, unit.factor)


@cache
def _from_quantulum(word: str) -> Unit | None:
    from quantulum3 import load

    for unit in load.units("en_US").surfaces_all.get(word, ()):
        return Unit(unit.name, unit.entity.name)
    return None


def find_unit_name(word: str) -> str | None:
    """The unit that a word or sign names by itself ("tonne" for "metric ton", "kilowatt hour" for "kWh"), or None."""
    table = _table()
    unit = table.signs.get(word) or table.names.get(word.lower())
    return unit.name if unit is not None and unit.dimension != "percentage" else None
