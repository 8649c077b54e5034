"""What the words of a date expression say (`Expression`), and the word lists that the date patterns are built from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from bilateral_extract.lexicon import either, read_toml

Unit = Literal[
    "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "fiscal year",
    "months", "same", "past",
]  # fmt: skip
Anchor = Literal["publication", "text"]
Part = Literal["start", "middle", "end", "earlier", "later"]


@dataclass(frozen=True, slots=True)
class Expression:
    """What the words of a date expression say. `unit` is how fine it is; the rest is None where the words are silent.

    `shift` counts `shift_unit`s from the anchor ("last week" is -1, "today" 0); the anchor is the day of publication,
    or the date before in the text ("the following day"). `year_shift` does the same for a year told in words ("of
    next year"). `index` is the number of a quarter, half, week of a month or century (-1 for the last), of months
    counted from January, or the last year of a span of years. `until_day` ends days within one month ("June 26-30").
    """

    start: int
    end: int
    unit: Unit
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    index: int | None = None
    shift: int | None = None
    shift_unit: Unit | None = None
    anchor: Anchor = "publication"
    year_shift: int | None = None
    year_anchor: Anchor = "publication"
    until_day: int | None = None
    part: Part | None = None
    ambiguous: bool = False  # day and month could be the other way round ("7/8/07")


Build = Callable[[re.Match[str]], Expression | tuple[Expression, ...] | None]
# Pieces of text of which a pattern's matches hold at least one: small letters stand for either case, capitals for
# themselves. Looking for them is much quicker than running the pattern.
Cues = tuple[str, ...]
DIGITS: Cues = tuple("0123456789")


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of `lexicon/date_words.toml`, and pieces of regular expressions made of them."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, str]
    ordinals: dict[str, int]
    day_words: dict[str, int]
    decades: dict[str, int]
    directions: dict[str, int]
    parts: dict[str, Part]
    counts: dict[str, int]
    known_days: dict[str, list[Any]]
    month: str
    month_cues: Cues
    weekday: str
    weekday_cues: Cues
    any_weekday: str
    ordinal: str
    day_word: str
    count: str
    season: str


# A year written in full that is no part of a longer number.
YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)"
# A year told in words after a day, month or quarter.
YEAR_REFERENCE = (
    r"(?i:(?:of[ ])?"
    r"(?P<yref>this|last|next|that|the[ ](?:same|following|previous|next|last|current|coming)|(?<=of[ ])the)[ ]year\b)"
)


@cache
def date_words() -> DateWords:
    """The date words of the lexicon, read once."""
    data = read_toml("date_words")
    months, weekdays = data["months"], data["weekdays"]
    ordinary = ("march", "may")  # months that are other words too, unless they are capitalised
    full = [word for word in months if (len(word) > 4 and word not in ordinary) or word in ("june", "july")]
    short = [word.title() for word in months if 2 < len(word) < 5]
    capitals = [*short, *(word.upper() for word in short)]
    days = [word for word in weekdays if word.endswith("day")]
    short_days = either(word.title() for word in weekdays if not word.endswith("day"))
    return DateWords(
        months=months,
        weekdays=weekdays,
        seasons={word: value[0] for word, value in data["seasons"].items()},
        ordinals=data["ordinals"],
        day_words=data["day_words"],
        decades=data["decades"],
        directions=data["directions"],
        parts=data["parts"],
        counts=data["counts"],
        known_days=data["known_days"],
        month=rf"(?:(?i:{either(full)})|March|MARCH|May|MAY|(?:{either(capitals)})\b\.?)",
        month_cues=(*full, "Mar", "MAR", "May", "MAY", *capitals),
        weekday=rf"(?i:{either(days)})",
        weekday_cues=tuple(days),
        any_weekday=rf"(?:(?i:{either(days)})|(?:{short_days})\b\.?)",
        ordinal=either(data["ordinals"]),
        day_word=either(data["day_words"]),
        count=rf"(?:\d{{1,3}}|{either(data['counts'])})",
        season="|".join(data["seasons"]),
    )


def month_number(word: str) -> int:
    """The number of a month by its name or abbreviation."""
    return date_words().months[word.lower().rstrip(".")]


def weekday_number(word: str | None) -> int | None:
    """The ISO number of a weekday by its name or abbreviation, None for None."""
    return None if word is None else date_words().weekdays[word.lower().rstrip(".")]


def count_of(word: str) -> int:
    """The value of a small number in digits or words, or of an ordinal in digits ("21st")."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else date_words().counts[word.lower()]


def four_digits(word: str) -> int:
    """A year from its last two digits: 69 to 99 are of the 20th century, as in POSIX."""
    return int(word) + (1900 if int(word) >= 69 else 2000)


def year_of(match: re.Match[str]) -> tuple[int | None, int | None, Anchor]:
    """The year in the groups of a match, the shift of a year told in words, and what that counts from."""
    groups = match.groupdict()
    for name in ("year", "year2"):
        if groups.get(name):
            return int(groups[name]), None, "publication"
    if groups.get("yy"):
        return four_digits(groups["yy"]), None, "publication"
    if not groups.get("yref"):
        return None, None, "publication"
    word = groups["yref"].lower().removeprefix("the").strip()
    shift = date_words().directions.get(word, 0)
    return None, shift, "text" if word in ("that", "same", "following", "previous") else "publication"
