"""Numbers in text: digits in any English grouping, words, magnitudes, fractions and ordinals, with exact values.

`find_numbers` reads a text once, left to right, in time linear in its length. It knows nothing of currencies, units
or dates: `Number.end` is the end of the number with its magnitude ("3.7bn", "two and a half billion", "12,50,000
crore"); single letters ("$5m", "10k") stay outside, since only what stands beside them tells millions from metres.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Literal

from bilateral_extract.lexicon import either, read_table
from bilateral_extract.models import Bound

MAX_DIGITS = 30  # longer runs of digits are keys or serial numbers, not numbers of anything

Form = Literal["digits", "words", "ordinal", "fraction"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `start` to `end`. `scale` is the magnitude already multiplied into `value` (1 where there is none).

    `exact_form` is true where the digits have a grouping or decimals: nobody writes a model number so.
    `bound` is "at_least" for words that name no number ("hundreds", "several million"), "about" for "a couple of".
    """

    start: int
    end: int
    value: Decimal
    form: Form = "digits"
    scale: Decimal = Decimal(1)
    exact_form: bool = False
    bound: Bound = "exact"


@dataclass(frozen=True, slots=True)
class _Words:
    """The number words of the lexicon, ready to match."""

    values: dict[str, tuple[Decimal, str]]
    ordinals: dict[str, Decimal]
    phrase: re.Pattern[str]
    scales: re.Pattern[str]


_RUN = re.compile(
    r"""(?=[\d.])(?<!\d)(?<!\d\.)(?<!\.\.)
    (?: (?P<mixed>\d{1,4}[ -])? (?P<top>\d{1,4}) [ ]?/[ ]? (?P<bottom>[1-9]\d{0,3}) (?![\d/,]|\.\d)  # 10 1/2
      | (?P<spaced>\d{1,3}(?:[ ]\d{3}){1,4}) (?![\d]|,\d) (?P<spaced_decimals>\.\d{1,6})? (?![\d.]*\d)  # 12 000 000
      | (?P<dotted>\d{1,3}(?:\.\d{3}){2}) (?![\d]|[.,]\d)  # 12.000.000
      | (?P<digits>\d[\d,]*) (?P<decimals>\.\d+)?
      | (?P<bare>(?<![\w/])\.\d+)
    )
    (?P<vulgar>[ ]?[¼½¾⅓⅔])? (?P<suffix>[ ]?(?:st|nd|rd|th)\b)?""",
    re.VERBOSE,
)
_VULGAR = {"¼": "0.25", "½": "0.5", "¾": "0.75", "⅓": "1/3", "⅔": "2/3"}
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_AND_A_PART = re.compile(r"[ -](?:and|&)[ -](?:a[ -]|one[ -])?(half|quarter|third)\b|[ -]and[ -](three)[ -]quarters\b")
_TORN = re.compile(r"\.[ ](\d{1,3})(?!\d)")  # "2. 4 million": a decimal that bad typesetting tore
_LETTER = re.compile(r"[mbk]\b", re.IGNORECASE)
_PERCENT = re.compile(r"\s?(?:%|per\s?cent)")
_OF_A_SCALE = re.compile(r"[ ]of[ ]an?[ ](?:hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?<![\w-])(tens|dozens|scores|hundreds|thousands|lakhs|crores|millions|billions|trillions)"
    r"(?:[ ]of[ ](thousands|lakhs|crores|millions|billions|trillions))?\b",
    re.IGNORECASE,
)
_PLUS = re.compile(r"\+|[ -]plus(?=[ -])")  # "$20-plus billion"
_SCALE = r"(?:dozen|hundred|thousand|lakh|crore|million|billion|trillion)s?"
_SOME = re.compile(
    rf"(?<![\w-])(?:(?P<two>an?[ ]couple[ ](?:of[ ])?)|(?:several|(?:an?[ ])?few|multiple)[ ]|multi[ -]?)"
    rf"(?P<scales>{_SCALE}(?:[ ]{_SCALE})?)\b",
    re.IGNORECASE,
)


def _decimal(text: str) -> Decimal:
    """A decimal from digits or from "1/3"."""
    fraction = Fraction(text)
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def tidy(value: Decimal) -> Decimal:
    """The value without trailing zeros or exponent: 2500000000 for 2.5 billion."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


@cache
def _words() -> _Words:
    rows = read_table("number_words")
    values = {row["word"]: (_decimal(row["value"]), row["kind"]) for row in rows if row["kind"] != "ordinal"}
    ordinals = {row["word"]: Decimal(row["value"]) for row in rows if row["kind"] == "ordinal"}
    parts = [f"{word}s" if word != "half" else "halves" for word, (_, kind) in values.items() if kind == "part"]
    for word in parts:
        values[word] = (values[word.removesuffix("s") if word != "halves" else "half"][0], "part")
    word = either({*values, *ordinals})
    scales = either(word for word, (_, kind) in values.items() if kind == "scale")
    return _Words(
        values=values,
        ordinals=ordinals,
        phrase=re.compile(
            rf"\b(?<![.-])(?:(?:an?|the)[ ])?(?:{word})"
            rf"(?:(?:[ -]and)?(?:[ ]|[ ]?-[ ]?)(?:an?[ -])?(?:{word}|point))*\b",
            re.IGNORECASE,
        ),
        scales=re.compile(rf"(?:[ -]?(?:{scales})\b\.?)+", re.IGNORECASE),
    )


def find_numbers(text: str) -> list[Number]:
    """All numbers of `text`, in order, none overlapping."""
    found = sorted([*_digit_numbers(text), *_word_numbers(text)], key=lambda number: (number.start, -number.end))
    numbers: list[Number] = []
    for number in found:
        if numbers and number.start < numbers[-1].end:
            continue
        if numbers and _adds_up(text, numbers[-1], number):
            numbers[-1] = replace(numbers[-1], end=number.end, value=numbers[-1].value + number.value)
        else:
            numbers.append(number)
    return numbers


def _adds_up(text: str, first: Number, second: Number) -> bool:
    """Whether two numbers in digits, each with its magnitude, are one ("1 billion 250 million")."""
    return (
        first.form == second.form == "digits"
        and 1 < second.scale < first.scale
        and second.value < first.scale
        and text[first.end : second.start] == " "
    )


def _digit_numbers(text: str) -> Iterator[Number]:
    for match in _RUN.finditer(text):
        if match["bottom"]:
            yield from _fraction(match)
        elif match["spaced"]:
            digits = match["spaced"].replace(" ", "") + (match["spaced_decimals"] or "")
            yield _scaled(text, match.start(), match.end(), Decimal(digits), exact_form=True)
        elif match["dotted"]:
            yield _scaled(text, match.start(), match.end(), Decimal(match["dotted"].replace(".", "")), exact_form=True)
        else:
            yield from _plain(text, match)


def _fraction(match: re.Match[str]) -> Iterator[Number]:
    value = Decimal(match["top"]) / Decimal(match["bottom"])
    if match["mixed"]:
        value += Decimal(match["mixed"].rstrip(" -"))
    yield Number(match.start(), match.end(), value, form="fraction", exact_form=True)


def _plain(text: str, match: re.Match[str]) -> Iterator[Number]:
    """Digits with commas: one grouped number, a decimal comma, or a list of numbers without blanks ("1,2,3")."""
    digits, decimals = match["digits"] or "", match["decimals"] or match["bare"] or ""
    start, end = match.start(), match.end()
    whole = digits.rstrip(",")
    if whole != digits:
        end, decimals = start + len(whole), ""
    if text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit():
        return  # a version or section number
    if len(whole) > MAX_DIGITS or len(decimals) > MAX_DIGITS:
        return
    if match["suffix"] and end == match.end() and not decimals:
        if "," not in whole or _GROUPED.fullmatch(whole):
            yield Number(start, end, Decimal(whole.replace(",", "")), form="ordinal")
    elif "," not in whole or _GROUPED.fullmatch(whole):
        if not decimals and (torn := _TORN.match(text, end)) and _is_decimal(text, torn.end()):
            decimals, end = f".{torn[1]}", torn.end()
        value = Decimal(whole.replace(",", "") + decimals)
        if match["vulgar"]:
            value += _decimal(_VULGAR[match["vulgar"].strip()])
        yield _scaled(text, start, end, value, exact_form="," in whole or bool(decimals))
    else:
        groups = whole.split(",")
        if len(groups) == 2 and len(groups[1]) <= 2 and not decimals and _is_decimal(text, end):
            yield _scaled(text, start, end, Decimal(".".join(groups)), exact_form=True)
            return
        at = start
        for group in groups:
            if group:
                yield Number(at, at + len(group), Decimal(group))
            at += len(group) + 1


def _is_decimal(text: str, end: int) -> bool:
    """Whether what follows shows that digits, parted as they may be, are decimals: a magnitude or its letter, "%"."""
    return any(pattern.match(text, end) for pattern in (_words().scales, _PERCENT, _LETTER))


def _scaled(text: str, start: int, end: int, value: Decimal, exact_form: bool) -> Number:
    """Digits with the magnitude that follows them ("3.7bn", "12,50,000 crore", "2 and a half million")."""
    if part := _AND_A_PART.match(text, end):
        words = _words()
        extra = Decimal("0.75") if part[2] else words.values[part[1].lower()][0]
        if words.scales.match(text, part.end()):
            value, end = value + extra, part.end()
    scale = Decimal(1)
    bound: Bound = "exact"
    if (plus := _PLUS.match(text, end)) and _words().scales.match(text, plus.end()):
        end, bound = plus.end(), "at_least"
    if match := _words().scales.match(text, end):
        stretch = match[0].rstrip(".")
        for word in re.findall(r"[a-z]+", stretch.lower()):
            scale *= _words().values[word][0]
        end += len(stretch)
    if scale != 1:
        value = tidy(value * scale)
    return Number(start, end, value, scale=scale, exact_form=exact_form, bound=bound)


def _word_numbers(text: str) -> Iterator[Number]:
    for match in _VAGUE.finditer(text):
        first = Decimal(10) if match[1].lower() == "tens" else _words().values[match[1].lower()][0]
        second = _words().values[match[2].lower()][0] if match[2] else Decimal(1)
        if match[1].lower() != "tens" or match[2]:
            yield Number(
                match.start(), match.end(), first * second, form="words", scale=first * second, bound="at_least"
            )
    for match in _SOME.finditer(text):
        scale = Decimal(1)
        for word in match["scales"].lower().split():
            scale *= _words().values[word][0]
        yield Number(
            match.start(), match.end(), scale * (2 if match["two"] else 1), form="words", scale=scale,
            bound="about" if match["two"] else "at_least",
        )  # fmt: skip
    for match in _words().phrase.finditer(text):
        for number in _read_phrase(match[0], match.start()):
            yield _fraction_of(text, number)


def _fraction_of(text: str, number: Number) -> Number:
    """A fraction with the magnitude that it is of ("three-quarters of a million"), and "a third of" as a fraction."""
    if number.form == "ordinal" and text[number.end : number.end + 4] == " of " and text[number.start] in "aA":
        value, kind = _words().values.get(text[number.start : number.end].split(" ")[-1].lower(), (Decimal(0), ""))
        if kind == "part":
            number = Number(number.start, number.end, value, form="fraction")
    if number.form == "fraction" and (match := _OF_A_SCALE.match(text, number.end)):
        scale = _words().values[match[0].rsplit(" ", 1)[1].lower()][0]
        return Number(number.start, match.end(), tidy(number.value * scale), form="words", scale=scale)
    return number


def _read_phrase(phrase: str, offset: int) -> Iterator[Number]:
    """The numbers of a stretch of number words: mostly one, several where the words do not add up ("two one-day")."""
    reader = _PhraseReader()
    for token in re.finditer(r"[a-z]+", phrase, re.IGNORECASE):
        yield from reader.take(token[0].lower(), offset + token.start(), offset + token.end())
    yield from reader.close()


class _PhraseReader:
    """Adds up number words from left to right; closes a number where the next word cannot belong to it."""

    def __init__(self) -> None:
        self._reset()

    def _reset(self) -> None:
        self.start = self.end = -1
        self.total = Decimal(0)  # finished groups: "two million" of "two million five hundred"
        self.group = Decimal(0)
        self.scale = self.last_scale = Decimal(1)
        self.last = ""  # kind of the last word that was added
        self.article = -1  # where an "a" that may open the number stands
        self.joined = False  # "and" was read
        self.form: Form = "words"
        self.places = Decimal(0)  # of the digits after "point"

    def take(self, word: str, start: int, end: int) -> Iterator[Number]:
        if word in ("a", "an"):
            self.article = start
            return
        if word == "the":
            return
        if word == "and":
            self.joined = True
            return
        if word == "point":
            if self.last in ("unit", "tens"):
                self.places = Decimal("0.1")
            return
        words = _words()
        value, kind = words.values.get(word, (Decimal(0), ""))
        ordinal = words.ordinals.get(word)
        if self.start >= 0 and not self._fits(value, kind, ordinal):
            yield from self.close(keep_article=True)
        if self.start < 0 and not self._opens(kind, ordinal, word):
            self._reset()
            return
        if self.start < 0:
            self.start = self.article if self.article >= 0 and (kind in ("scale", "set", "part")) else start
        self._add(value, kind, ordinal)
        self.end, self.joined, self.article = end, False, -1

    def _opens(self, kind: str, ordinal: Decimal | None, word: str) -> bool:
        if kind in ("unit", "tens"):
            return True
        if ordinal is not None and (kind != "part" or self.article < 0):
            return True
        if kind == "part":
            return word in ("half", "quarter", "third", "tenth", "fifth") and (self.article >= 0 or word == "half")
        return self.article >= 0 or word in ("hundred", "thousand", "million", "billion", "trillion", "crore", "lakh")

    def _fits(self, value: Decimal, kind: str, ordinal: Decimal | None) -> bool:
        """Whether a word carries on the number read so far."""
        if self.form == "ordinal":
            return False
        if self.places:
            return kind == "unit" or kind == "scale"
        if ordinal is not None and kind != "part":
            return (self.last == "tens" and ordinal < 10) or self.last == "scale"
        if kind == "part":
            if self.joined:
                return self.last in ("unit", "tens", "scale")
            return self.last == "unit" and self.article < 0
        if kind == "unit":
            return (self.last == "tens" and 0 < value < 10 and not self.joined) or self.last == "scale"
        if kind == "tens":
            return self.last == "scale"
        if kind == "scale":
            return self.last != "set" and not self.joined
        return kind == "set" and self.last in ("unit", "part") and not self.joined

    def _add(self, value: Decimal, kind: str, ordinal: Decimal | None) -> None:
        if self.places and kind == "unit":
            self.group += value * self.places
            self.places /= 10
        elif ordinal is not None and not (kind == "part" and self.last):
            self.group += ordinal
            self.form = "ordinal"
        elif kind in ("unit", "tens"):
            self.group += value
        elif kind == "part" and self.last and not self.joined:
            self.group *= value
            self.form = "fraction"
        elif kind == "part":
            self.group += value * self.last_scale if self.last == "scale" else value
            self.form = "words" if self.last else "fraction"
        elif kind == "set" or value == 100:
            self.group = (self.group or Decimal(1)) * value
        else:
            self.places = Decimal(0)
            self.form = "words"
            if self.last == "scale" and not self.group:
                self.total *= value
                self.scale *= value
            else:
                self.scale = self.scale if self.total else value
                self.total += (self.group or Decimal(1)) * value
            self.group, self.last_scale = Decimal(0), value
        self.last = kind or "ordinal"

    def close(self, keep_article: bool = False) -> Iterator[Number]:
        article, joined = self.article, self.joined
        if self.start >= 0:
            yield Number(self.start, self.end, tidy(self.total + self.group), form=self.form, scale=self.scale)
        self._reset()
        if keep_article:
            self.article, self.joined = article, joined
