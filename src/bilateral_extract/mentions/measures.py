"""Numbers with what they are amounts of, joined into ranges and sums: the common part of money and quantities.

`find_measures` gives each number of a text the currency or unit beside it (`mark_currency`, `mark_unit`), then joins
neighbours: ranges ("US $89 to $93 billion", "between 10 and 20 km", "10-20%") and amounts in several units ("20
ringgit and 43 sen", "7 feet 10 inches"). The span of a range includes the words that make it one ("between … and").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from bilateral_extract.lexicon import read_toml
from bilateral_extract.mentions.bounds import find_bound
from bilateral_extract.mentions.currencies import CurrencyMark, Naming, mark_currency, read_letters
from bilateral_extract.mentions.numbers import Number, tidy
from bilateral_extract.mentions.units import Unit, UnitMark, mark_unit
from bilateral_extract.models import Bound


@dataclass(frozen=True, slots=True)
class Measure:
    """A number or range with the currency (`naming`) or `unit` that it is in; with neither it is a bare number.

    `start` to `end` leave out the words that `bound` was read from, which begin at `bound_start`.
    """

    start: int
    end: int
    value: Decimal
    number: Number
    naming: Naming | None = None
    unit: Unit | None = None
    max_value: Decimal | None = None
    scale: Decimal = Decimal(1)
    bound: Bound = "exact"
    bound_start: int = -1
    marked_before: bool = False

    @property
    def bare(self) -> bool:
        """Whether the number has neither a currency nor a unit."""
        return self.naming is None and self.unit is None


_RANGE = re.compile(r"\s?(?:(?P<dash>[-–—~]|\.\.|to|until)|(?P<and>and|or))\s?(?:about\s|~)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|around\s|some\s|roughly\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:about\s|around\s|some\s|roughly\s)?$", re.IGNORECASE)
_TIMES = re.compile(r"\bby\s$", re.IGNORECASE)
# Words of change: "rose 2% to 5%", "cut from $10 to $5" tell of two amounts, not of a range.
_CHANGE_WORDS = r"""\b(?:r[io]se[sn]?|rising|increas\w+|grow\w*|grew|climb\w*|jump\w*|surg\w+|soar\w*|advanc\w+|gain\w*
    |rais\w+|up|expand\w*|fall\w*|fell|drop\w*|declin\w+|decreas\w+|slip\w*|sank|sink\w*|tumbl\w+|plung\w+|shr[aiu]nk\w*
    |cut\w*|reduc\w+|lower\w*|down|slash\w*|narrow\w*|widen\w*|chang\w+|revis\w+|mov\w+|went|doubl\w+|tripl\w+|boost\w*
    |lift\w*|upgrad\w+|lost|loses?|losing|improv\w+)"""
_CHANGE = re.compile(rf"{_CHANGE_WORDS}\b[^.;]{{0,60}}$", re.IGNORECASE | re.VERBOSE)
_CHANGE_AT = re.compile(rf"{_CHANGE_WORDS}\s(?:by\s|about\s|an?\s|over\s|nearly\s)?$", re.IGNORECASE | re.VERBOSE)
# Words after which "from … to …" is a range although both ends name the currency or unit: else it tells of a change.
_SPREAD = re.compile(
    r"\b(?:rang\w+|var\w+|anywhere|prices?|priced|costs?|costing|fees?|sums?|amounts?|grants?|loans?|worth|valued|fines?"
    r"|tickets?)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_WEIGHT = re.compile(
    r"\b(?:weigh\w*|kgs?|kilograms?|kilos|ounces?|lbs?|metric\ston|tonnes?|tons?|heav\w+|lighter)\b", re.IGNORECASE
)
_PRICED = re.compile(r"[ ](?:a|an|per|each)[ ]|/")
_JOIN_PARTS = re.compile(r"(?:,?\s|,?\s?and\s|\s?&\s?)")
_LOOKBACK = 80


def find_measures(text: str, numbers: list[Number]) -> list[Measure]:
    """What the `numbers` of `text` measure, in order; bare numbers are among them."""
    joined: list[Measure] = []
    for number in numbers:
        measure = _measure(text, number, joined[-1] if joined else None)
        if joined and measure.start < joined[-1].end:
            continue
        if joined and (whole := _range(text, joined[-1], measure) or _sum(text, joined[-1], measure)):
            joined[-1] = whole
        else:
            joined.append(measure)
    return [_with_bound(text, measure) for measure in joined]


def _measure(text: str, number: Number, before: Measure | None) -> Measure:
    mark = mark_currency(text, number, before.end if before else 0)
    number = number if mark is not None else _of_millions(text, number)
    unit = mark_unit(text, number)
    if (
        mark is None
        and before is not None
        and before.marked_before
        and _RANGE.fullmatch(text[before.end : number.start])
    ):
        end, value, scale = read_letters(text, number)  # "€10-15m" is no range of metres
        if scale != number.scale:
            return Measure(number.start, end, value, number, scale=scale)
    if mark is not None and not (unit is not None and _weighs(text, mark, unit)):
        return _of_money(number, mark)
    if unit is not None:
        return _of_unit(number, unit)
    return Measure(number.start, number.end, number.value, number, scale=number.scale, bound=number.bound)


@cache
def _counted_in_millions() -> re.Pattern[str]:
    nouns = "|".join(read_toml("counting")["of_millions"])
    return re.compile(rf"(?:[ ][a-z]+){{0,2}}?[ ](?:{nouns})\b")


def _of_millions(text: str, number: Number) -> Number:
    """The number with the letter for a magnitude glued to it, where a unit or people and goods follow ("2.1m bpd")."""
    end, value, scale = read_letters(text, number)
    if scale == number.scale or end != number.end + 1 or text[end : end + 1] != " ":
        return number
    scaled = replace(number, end=end, value=value, scale=scale)
    return scaled if mark_unit(text, scaled) or _counted_in_millions().match(text, end) else number


def _weighs(text: str, mark: CurrencyMark, unit: UnitMark) -> bool:
    """Whether pounds are a weight: a word of weight is near, or a small number of them is "of" something."""
    if unit.unit.name == "pound per square inch":
        return True
    if unit.unit.name != "pound-mass" or mark.before or _PRICED.match(text, mark.end):
        return False
    around = text[max(0, mark.start - 60) : mark.end + 40]
    small = mark.scale == 1 and mark.value < 10_000
    of = text[mark.end : mark.end + 4] == " of " and "£" not in around
    return _WEIGHT.search(around) is not None or (small and of)


def _of_money(number: Number, mark: CurrencyMark) -> Measure:
    return Measure(
        mark.start, mark.end, mark.value, number,
        naming=mark.naming, scale=mark.scale, bound=number.bound, marked_before=mark.before,
    )  # fmt: skip


def _of_unit(number: Number, mark: UnitMark) -> Measure:
    return Measure(mark.start, mark.end, mark.value, number, unit=mark.unit, scale=mark.scale, bound=number.bound)


def _range(text: str, low: Measure, high: Measure) -> Measure | None:
    """The range from `low` to `high`, or None where they are two amounts."""
    if low.max_value is not None or high.start - low.end > 12 or "ordinal" in (low.number.form, high.number.form):
        return None
    gap = text[low.end : high.start]
    match = _RANGE.fullmatch(gap)
    lopsided = gap[:1].isspace() != gap[-1:].isspace()
    if not match or (lopsided and match["dash"] in ("-", "–", "—")) or not _same_kind(low, high):
        return None
    head = text[max(0, low.start - _LOOKBACK) : low.start]
    between, from_ = _BETWEEN.search(head), _FROM.search(head)
    if match["and"] and not between:
        return None
    word = match[0].strip().lower()
    if word.split()[0] in ("to", "until") and not between and not _spreads(head, from_, low, high):
        return None
    low_value = low.value
    if low.scale == 1 and high.scale != 1 and low.value < high.value / high.scale:
        low_value = tidy(low.value * high.scale)
    if not low.bare and not high.bare and low.unit and high.unit and low.unit.factor != high.unit.factor:
        return None
    if low.bare and high.unit is not None:
        low_value *= high.unit.factor
    if low_value >= high.value:
        return None
    opener = between or (from_ if word.split()[0] in ("to", "until", "-", "–") else None)
    start = low.start - len(head) + opener.start() if opener else low.start
    named = low if high.bare else high
    if low.naming and high.naming and len(low.naming.codes) < len(high.naming.codes):
        named = low
    return Measure(
        start, high.end, low_value, low.number, naming=named.naming, unit=named.unit, max_value=high.value,
        scale=high.scale, marked_before=low.marked_before,
    )  # fmt: skip


def _spreads(head: str, from_: re.Match[str] | None, low: Measure, high: Measure) -> bool:
    """Whether "A to B" is a range and no change from A to B."""
    if from_ is None:
        # "up 20 to 25 percent", "raised $13 to 15 million"
        shared = low.bare != high.bare and (low.bare or low.scale < high.scale)
        return shared or (not _TIMES.search(head) and not _CHANGE_AT.search(head))
    before = head[: from_.start()]
    if _CHANGE.search(before):
        return False
    return low.bare or high.bare or low.unit is not None or _SPREAD.search(before) is not None


def _same_kind(low: Measure, high: Measure) -> bool:
    """Whether two measures can be the ends of one range: the same currency or unit, or one that both share."""
    if low.naming is not None and high.naming is not None:
        return bool(set(low.naming.codes) & set(high.naming.codes)) and low.naming.parts == high.naming.parts
    if low.unit is not None and high.unit is not None:
        return low.unit.name == high.unit.name
    if low.bare and high.bare:
        telephone = not high.number.exact_form and high.scale == 1 and high.value >= 1000 and low.value < 1000
        return (low.number.form == high.number.form and not telephone) or high.scale != 1
    if high.bare:  # "$10-20", but not "$10 to 20 people"
        return low.naming is not None and low.marked_before
    return low.bare and not high.marked_before  # "10 to 20 dollars", but not "10 to $20"


def _sum(text: str, major: Measure, minor: Measure) -> Measure | None:
    """An amount in a unit and its parts ("20 ringgit and 43 sen", "7 feet, 10 inches"), or None."""
    gap = text[major.end : minor.start]
    if len(gap) > 6 or major.max_value is not None or minor.max_value is not None or not _JOIN_PARTS.fullmatch(gap):
        return None
    if major.naming is not None and minor.naming is not None:
        if (
            minor.naming.parts == 1
            or major.naming.parts != 1
            or minor.marked_before
            or minor.value >= minor.naming.parts
        ):
            return None
        if not set(major.naming.codes) & set(minor.naming.codes) and "USD" not in minor.naming.codes:
            return None
        value = major.value + minor.value / minor.naming.parts
        return replace(major, end=minor.end, value=value)
    if major.unit is None or minor.unit is None or major.unit.size is None or minor.unit.size is None:
        return None
    if major.unit.dimension != minor.unit.dimension or minor.unit.size >= major.unit.size:
        return None
    if major.unit.dimension == "time" and "," in gap:
        return None
    value = major.value * major.unit.size / minor.unit.size + minor.value
    whole = value.to_integral_value()
    return replace(major, end=minor.end, value=whole if value == whole else value, unit=minor.unit)


_NEGATIVE = re.compile(r"(?:[ (](?P<sign>[-−])|(?:^|[a-z,][ ])(?P<word>minus[ ]))$", re.IGNORECASE)


def _with_bound(text: str, measure: Measure) -> Measure:
    signed = measure.naming or (measure.unit is not None and measure.unit.dimension in ("percentage", "temperature"))
    negative = _NEGATIVE.search(text[max(0, measure.start - 8) : measure.start]) if signed else None
    if negative and measure.max_value is None:
        sign = negative["sign"] or negative["word"]
        measure = replace(measure, start=measure.start - len(sign), value=-measure.value)
    bound, start = find_bound(text, measure.start, measure.end)
    if bound == "exact":
        return replace(measure, bound_start=measure.start)
    return replace(measure, bound=bound, bound_start=start)
