"""Patterns of dates by the calendar: days, months, quarters, halves, seasons, years, decades, centuries, fiscal years.

Each pattern comes with its cues and with the function that turns its match into an `Expression`, or into None where
the words are no date ("May", "2000 people").
"""

from __future__ import annotations

import re
from dataclasses import replace

from bilateral_extract.mentions.date_words import (
    DIGITS,
    YEAR,
    YEAR_REFERENCE,
    Build,
    Cues,
    Expression,
    Part,
    Unit,
    count_of,
    date_words,
    four_digits,
    month_number,
    weekday_number,
    year_of,
)

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%:]|[.,]\d|[ ]?(?:am|pm|a\.m|p\.m)\b)"
_JOIN = r"(?:[ ]?[-–—][ ]?|[ ](?:to|through|until|till)[ ](?:the[ ])?|,?[ ](?P<and>and|or|&)[ ](?:the[ ])?)"
_TWO_DAYS = rf"(?P<d1>{_DAY})(?:(?:,[ ]{_DAY}){{0,4}}{_JOIN}(?P<d2>{_DAY}))?"
_SOME_YEAR = rf"(?:,?[ ](?:of[ ])?(?P<year>{YEAR})|[ ]'(?P<yy>\d\d)\b|,?[ ]{YEAR_REFERENCE})"
_PERIOD_YEAR = rf"(?:,?[ ](?:of[ ])?(?:the[ ])?(?P<year2>{YEAR})|[ ]?'(?P<yy>\d\d)\b|[ ]{YEAR_REFERENCE})"
_FISCAL_END = r"(?:[-–/](?:\d{4}|\d\d))?"


def calendar_patterns() -> list[tuple[str, Cues, Build]]:
    """The patterns (verbose regular expressions) with their cues and builders."""
    words = date_words()
    months, seasons = words.month_cues, tuple(words.seasons)
    lead = rf"(?:(?P<wd>{words.any_weekday}),?[ ](?:the[ ])?)?"
    shift = r"(?i:last|this|next|previous|coming|past)"

    return [
        (rf"\b{lead}(?P<month>{words.month})[ ](?:the[ ])?{_TWO_DAYS}{_SOME_YEAR}?", months, month_day),
        (rf"\b{lead}(?:the[ ])?{_TWO_DAYS}[ ](?:of[ ])?(?P<month>{words.month}){_SOME_YEAR}?", months, month_day),
        (rf"\b(?P<d1>{_DAY})-(?P<month>{words.month})-(?P<year>{YEAR})", months, month_day),
        (
            rf"\b(?i:the[ ])?(?i:(?P<word>{words.day_word}))[ ]of[ ](?P<month>{words.month}){_SOME_YEAR}?",
            months,
            day_in_words,
        ),
        (rf"\b(?P<month>{words.month}){_SOME_YEAR}", months, month_of_year),
        (rf"\b(?:(?i:the[ ])?(?P<dir>{shift})[ ])?(?P<month>{words.month})(?![ ]?\d)", months, bare_month),
        (
            rf"\b(?i:the[ ](?P<n>{words.ordinal})[ ](?P<unit>week|half)[ ]of[ ])(?P<month>{words.month}){_SOME_YEAR}?",
            ("week of ", "half of "),
            part_of_month,
        ),
        (rf"\b(?P<year>{YEAR})(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?!\d)", DIGITS, iso_day),
        (
            r"\b(?P<a>\d\d?)(?P<sep>[-/.])(?P<b>\d\d?)(?P=sep)(?P<year>\d{4}|\d\d)(?![\d,/-]|\.\d)",
            DIGITS,
            numeric_day,
        ),
        (rf"\b(?P<year>{YEAR})(?:[-–/](?P<until>\d\d)(?![\d-]))?", DIGITS, bare_year),
        (r"(?<!\w)'(?P<yy>[2-9]\d)\b(?!s|')", ("'",), short_year),
        (
            rf"\b(?i:(?:the[ ])?(?P<n>{words.ordinal})[ -](?P<unit>quarter|half)){_PERIOD_YEAR}?",
            ("quarter", "half"),
            quarter,
        ),
        (rf"\b(?:(?P<year>(?:19|20)\d\d)[ ])?(?P<unit>[QH])(?P<n>[1-4])\b{_PERIOD_YEAR}?", ("Q", "H"), quarter),
        (rf"\b(?P<n>[1-4])(?P<unit>[QH])\b{_PERIOD_YEAR}?", ("Q", "H"), quarter),
        (
            rf"\b(?i:(?:the[ ])?first[ ](?P<n>{words.count})[ ]months)(?=[ ]of[ ]){_PERIOD_YEAR}",
            ("months of",),
            first_months,
        ),
        (rf"\b(?i:(?:the[ ])?(?P<season>{words.season})(?:[ ]of)?),?[ ](?P<year>{YEAR})", seasons, season),
        (rf"\b(?i:(?P<dir>this|last|next)[ ](?P<season>{words.season}))\b", seasons, season),
        (
            r"\b(?i:(?:in|during|since|by|until|before|after)[ ](?:the[ ])?(?P<season>spring|summer|autumn|winter))\b",
            seasons,
            season,
        ),
        (r"\b(?i:the[ ])?(?P<year>(?:1[5-9]|20)\d0)['’]?s\b", ("0s", "0's", "0’s"), decade),
        (r"(?<!\w)(?:(?i:the[ ])'?|')(?P<yy>[2-9]0)s\b", ("0s",), decade),
        (r"(?<=0s[ ]and[ ])(?P<yy>[2-9]0)s\b", ("0s",), decade),
        (rf"\b(?i:the[ ](?P<word>{'|'.join(words.decades)}))\b", tuple(words.decades), decade),
        (
            rf"\b(?i:(?:the[ ])?(?P<n>\d\d?(?:st|nd|rd|th)|{words.day_word})[ -]century)\b",
            ("century",),
            century,
        ),
        (
            rf"\b(?i:(?:the[ ])?(?:fiscal|financial|budget)[ ](?:year[ ])?(?P<year>{YEAR}){_FISCAL_END}"
            rf"|FY[ ]?(?P<year2>(?:19|20)\d\d){_FISCAL_END}|FY[ ]?'?(?P<yy>\d\d)(?:[-–/]\d\d)?)\b",
            ("fiscal", "financial", "budget", "fy"),
            fiscal_year,
        ),
        (
            r"\b(?i:on[ ]the[ ])(?P<d1>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?![ ][A-Za-z-])",
            ("on the ",),
            day_of_month,
        ),
    ]


# --- days ---------------------------------------------------------------------------------------------------------


def month_day(match: re.Match[str]) -> Expression | tuple[Expression, ...] | None:
    """ "Wednesday, June 26-30, 2024", "26 to 27 September"; several where days are listed: "June 5 and 16"."""
    groups = match.groupdict()
    day, month = count_of(match["d1"]), month_number(match["month"])
    weekday = weekday_number(groups.get("wd"))
    if day > _DAYS[month - 1]:
        return None
    until = count_of(groups["d2"]) if groups.get("d2") else None
    month_first = match.start("month") < match.start("d1")
    counts = month_first and groups.get("and") and _COUNTED.match(match.string, match.end("d2"))
    if until is not None and (counts or not day < until <= _DAYS[month - 1]):
        if not month_first:
            return None
        # "June 26 and 3 more": the first day alone
        return Expression(match.start(), match.end("d1"), "day", month=month, day=day, weekday=weekday)
    year, shift, anchor = year_of(match)
    whole = Expression(
        match.start(), match.end(), "day", year=year, month=month, day=day, until_day=until, weekday=weekday,
        year_shift=shift, year_anchor=anchor,
    )  # fmt: skip
    if groups.get("and") and until is not None:
        return _listed_days(match, whole)
    if whole.year is None and shift is None:
        return replace(whole, year=_known_year(month, day, match.string, match.end()))
    return whole


_ANY_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_BETWEEN = re.compile(r"\bbetween[ ](?:the[ ])?$", re.IGNORECASE)


def _listed_days(match: re.Match[str], whole: Expression) -> Expression | tuple[Expression, ...]:
    """One period for days in a row ("June 5, 6 and 7") or "between … and …", else each day ("June 5 and 16")."""
    found = list(_ANY_DAY.finditer(match.string, match.start("d1"), match.end("d2")))
    days = [count_of(day[0]) for day in found]
    in_a_row = days == list(range(days[0], days[0] + len(days)))
    if in_a_row or match["and"] == "or" or _BETWEEN.search(match.string[max(0, whole.start - 14) : whole.start]):
        return whole
    month_first = match.start("month") < match.start("d1")
    edges = [(day.start(), day.end()) for day in found]
    if month_first:
        edges[0] = (whole.start, edges[0][1])
    edges[-1] = (edges[-1][0], whole.end)
    return tuple(
        replace(whole, start=start, end=end, day=day, until_day=None, weekday=whole.weekday if i == 0 else None)
        for i, ((start, end), day) in enumerate(zip(edges, days, strict=True))
    )


def _known_year(month: int, day: int, text: str, end: int) -> int | None:
    """The year of a day that news names an event by without its year ("the September 11 attacks"), or None."""
    known = date_words().known_days.get(f"{month}-{day}")
    if known is None:
        return None
    words = re.match(r"(?:[ ][A-Za-z]+){0,2}", text[end : end + 40])
    nouns = {word.lower().removesuffix("s") for word in words[0].split()} if words else set()
    return known[0] if nouns & set(known[1:]) else None


def day_in_words(match: re.Match[str]) -> Expression | None:
    """ "the third of May"."""
    year, shift, anchor = year_of(match)
    return Expression(
        match.start(), match.end(), "day", year=year, month=month_number(match["month"]),
        day=date_words().day_words[match["word"].lower()], year_shift=shift, year_anchor=anchor,
    )  # fmt: skip


def iso_day(match: re.Match[str]) -> Expression | None:
    """ "2024-06-26" and the same with slashes or dots."""
    month, day = int(match["m"]), int(match["d"])
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return None
    return Expression(match.start(), match.end(), "day", year=int(match["year"]), month=month, day=day)


def numeric_day(match: re.Match[str]) -> Expression | None:
    """ "26.06.2024" (day first), "06/26/2024": month first unless that is impossible."""
    first, second = int(match["a"]), int(match["b"])
    if len(match["year"]) == 2 and match["sep"] == "-":
        return None
    year = int(match["year"]) if len(match["year"]) == 4 else four_digits(match["year"])
    day_first = match["sep"] == "." or first > 12
    day, month = (first, second) if day_first else (second, first)
    if not 1500 <= year <= 2099 or not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return None
    return Expression(
        match.start(), match.end(), "day", year=year, month=month, day=day,
        ambiguous=match["sep"] != "." and max(first, second) <= 12 and first != second,
    )  # fmt: skip


def day_of_month(match: re.Match[str]) -> Expression | None:
    """ "on the 26th"."""
    return Expression(match.start("d1"), match.end(), "day", day=count_of(match["d1"]))


# --- months -------------------------------------------------------------------------------------------------------


def month_of_year(match: re.Match[str]) -> Expression | None:
    """ "June 2024", "June of next year"."""
    year, shift, anchor = year_of(match)
    return Expression(
        match.start(), match.end(), "month", year=year, month=month_number(match["month"]),
        year_shift=shift, year_anchor=anchor,
    )  # fmt: skip


# Words after which a capitalised word is a month; without them "May", "March" and abbreviations are words or names.
_MONTH_CUE = re.compile(
    r"\b(?:(?P<sure>in|since|until|till|early|mid|late|during|through|every|end)"
    r"|of|by|from|to|and|between|for|before|after|on|as)[ -]$",
    re.IGNORECASE,
)
_NAMES = frozenset((4, 5, 6, 8))  # April, May, June and August are first names too


def bare_month(match: re.Match[str]) -> Expression | None:
    """ "June", "last September"; not "may", "March on", "June Smith"."""
    word, text = match["month"], match.string
    number = month_number(word)
    direction = match["dir"]
    cue = _MONTH_CUE.search(text[max(0, match.start() - 12) : match.start()])
    named = number in _NAMES and re.match(r"[ ][A-Z][a-z]+", text[match.end() : match.end() + 24]) is not None
    cued = bool(direction) or (cue is not None and (cue["sure"] is not None or not named))
    if not cued and not _is_plainly_month(text, match.start("month"), match.end(), word, number):
        return None
    shift = date_words().directions[direction.lower()] if direction else None
    start = match.start() if direction else match.start("month")
    return Expression(start, match.end(), "month", month=number, shift=shift)


def _is_plainly_month(text: str, start: int, end: int, word: str, number: int) -> bool:
    """Whether a month's name is one without a word before it that says so."""
    after = text[end : end + 24]
    if word.lower() in ("may", "march") or len(word.rstrip(".")) < 4 or word.isupper():
        return re.match(r"(?:[-–]|[ ]to[ ])[A-Z][a-z]{2}", after) is not None
    if word.islower():
        return word not in ("june", "july", "august", "april")
    named = number in _NAMES and re.match(r"[ ][A-Z][a-z]+", after)
    titled = re.search(r"\b(?:Mr|Ms|Mrs|Miss|Dr)\.?[ ]$", text[max(0, start - 6) : start])
    return not named and not titled


def first_months(match: re.Match[str]) -> Expression | None:
    """ "the first five months of this year"."""
    year, shift, anchor = year_of(match)
    return Expression(
        match.start(), match.end(), "months", year=year, index=min(12, count_of(match["n"])),
        year_shift=shift, year_anchor=anchor,
    )  # fmt: skip


def part_of_month(match: re.Match[str]) -> Expression | None:
    """ "the first half of June", "the last week of March"."""
    year, shift, anchor = year_of(match)
    index = date_words().ordinals[match["n"].lower()]
    if match["unit"].lower() == "week":
        unit, part = "week", None
    elif index in (1, 2):
        unit, part = "month", "start" if index == 1 else "end"
    else:
        return None
    kind: Unit = "week" if unit == "week" else "month"
    half: Part | None = None if part is None else ("start" if part == "start" else "end")
    return Expression(
        match.start(), match.end(), kind, year=year, month=month_number(match["month"]), index=index, part=half,
        year_shift=shift, year_anchor=anchor,
    )  # fmt: skip


# --- longer periods -----------------------------------------------------------------------------------------------


def quarter(match: re.Match[str]) -> Expression | None:
    """ "the third quarter of this year", "Q1 2024", "2H '24"; not "the first half" of anything else."""
    unit: Unit = "quarter" if match["unit"].lower() in ("q", "quarter") else "half"
    word = match["n"].lower()
    index = int(word) if word.isdigit() else date_words().ordinals[word]
    year, shift, anchor = year_of(match)
    undated = year is None and shift is None
    if index > (4 if unit == "quarter" else 2) or (unit == "half" and undated):
        return None
    if word == "last" and undated:
        return Expression(match.start(), match.end(), unit, shift=-1, shift_unit=unit)
    return Expression(match.start(), match.end(), unit, year=year, index=index, year_shift=shift, year_anchor=anchor)


def season(match: re.Match[str]) -> Expression | None:
    """ "summer 2024", "last winter", "in the spring"."""
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    shift = date_words().directions[groups["dir"].lower()] if groups.get("dir") else None
    start = match.start("season") if year is None and shift is None else match.start()
    return Expression(
        start, match.end(), "season", year=year, season=date_words().seasons[match["season"].lower()], shift=shift
    )


# Words that make four digits a year whatever follows, and those that leave it to what follows.
_YEAR_CUE = re.compile(
    r"\b(?:in|since|by|until|till|during|year|years|late|early|mid|before|after)[ -](?:the[ ])?$", re.IGNORECASE
)
_COUNTED = re.compile(
    r"""[ ](?:(?:more|other|new|[a-z]+al|[a-z]+ic|[a-z]+an)[ ])?
        (?!was|is|has|as|this|plus|versus|previous|business|across|less|thus|various)[a-z]{3,}(?<!s)s\b
      |[ ](?:people|men|women|children|staff|troops|police|personnel|aircraft|delegates|km|kg|tons?|MW|kW|ha|hectares
        |percent|per[ ]cent|million|billion|hours|UTC|GMT|hrs)\b
      |[ ](?:[Ii]ndex|[Ii]ndices)\b
      |[ ]?(?:%|°|m²|km²|k?m\b|MW|kg|bps|dollars|yuan|euros?|rubles)
      |-[a-z]+\b""",
    re.VERBOSE,
)
_NUMBER_BEFORE = re.compile(r"(?:[\d.,:/+-]|[A-Z]{1,2}[ -]?)$")
_YEAR_BEFORE = re.compile(r"(?:\d{4}[-–/]|[^\d][-–/,.:])$|[\d,.][ ]$")


def bare_year(match: re.Match[str]) -> Expression | None:
    """ "2024", "2023-24"; not counts ("2000 people"), hours ("1900 UTC") or parts of longer numbers."""
    text, year = match.string, int(match["year"])
    head = text[max(0, match.start() - 14) : match.start()]
    if not head[-1:].isspace() and _NUMBER_BEFORE.search(head) and not _YEAR_BEFORE.search(head):
        return None
    cued = _YEAR_CUE.search(head) is not None
    if not cued and (year < 1900 or (not match["until"] and _COUNTED.match(text, match.end()))):
        return None
    until = match["until"]
    if until and int(until) > year % 100:
        return Expression(match.start(), match.end(), "year", year=year, index=year - year % 100 + int(until))
    return Expression(match.start(), match.end("year"), "year", year=year)


def short_year(match: re.Match[str]) -> Expression | None:
    """ "'82" after a word that takes a year."""
    if not _YEAR_CUE.search(match.string[max(0, match.start() - 10) : match.start()]):
        return None
    return Expression(match.start(), match.end(), "year", year=four_digits(match["yy"]))


def decade(match: re.Match[str]) -> Expression | None:
    """ "the 1990s", "the '90s", "the nineties"; two digits and words are of the twentieth century."""
    groups = match.groupdict()
    if groups.get("year"):
        year = int(groups["year"])
    else:
        year = 1900 + (int(groups["yy"]) if groups.get("yy") else date_words().decades[groups["word"].lower()])
    return Expression(match.start(), match.end(), "decade", year=year)


def century(match: re.Match[str]) -> Expression | None:
    """ "the 21st century"."""
    word = match["n"].lower()
    number = count_of(word) if word[0].isdigit() else date_words().day_words[word]
    return Expression(match.start(), match.end(), "century", index=number) if number else None


def fiscal_year(match: re.Match[str]) -> Expression | None:
    """ "fiscal 2024", "FY2023-24": when it starts differs from country to country."""
    return Expression(match.start(), match.end(), "fiscal year", year=year_of(match)[0])
