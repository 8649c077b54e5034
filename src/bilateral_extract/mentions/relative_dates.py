"""Patterns of dates that count from publication or from the date before: "today", "last week", "the same day"."""

from __future__ import annotations

import re

from bilateral_extract.mentions.date_words import (
    YEAR,
    Build,
    Cues,
    Expression,
    Part,
    Unit,
    count_of,
    date_words,
    weekday_number,
)

_DIRECTION = r"(?:last|this|next|previous|coming|current|following|same|preceding|upcoming|that|that[ ]same)"
_SINGLE = r"(?:week(?:end)?|month|year|quarter|decade|century|day)"
_REFERRING = frozenset(("that", "that same", "same", "following", "previous", "preceding"))
# Named days that are no weekday of the calendar around the article.
_NAMED_DAYS = re.compile(r"\b(?:Black|Good|Easter|Palm|Cyber|Bloody|Super|Ash|Holy|Giving)[ ]$")


_NAME_BEFORE = re.compile(r"[A-Z]\w+[ ]$")
_DOMAIN = re.compile(r"\.[A-Za-z]{2,3}\b")


def relative_patterns() -> list[tuple[str, Cues, Build]]:
    """The patterns (verbose regular expressions) with their cues and builders."""
    words = date_words()
    counted = rf"(?P<n>{words.count})[ ](?P<unit>day|week|fortnight|month|year|decade)"
    return [
        (
            rf"\b(?i:(?:the[ ])?(?P<dir>last|this|next|coming|past|following|previous)[ ])?(?P<wd>{words.weekday})\b"
            r"(?:[ ](?:of[ ])?(?i:(?P<week>last|this|next)[ ]week))?",
            words.weekday_cues,
            weekday,
        ),
        (
            r"\b(?i:(?P<word>(?:the[ ])?day[ ](?:before[ ]yester|after[ ]tomor)\w+"
            r"|today|yesterday|tomorrow|tonight))\b",
            ("today", "yester", "tomor", "tonight"),
            named_day,
        ),
        (
            r"\b(?i:(?P<word>this)[ ](?:morning|afternoon|evening))\b",
            ("this morning", "this afternoon", "this evening"),
            named_day,
        ),
        (
            rf"\b(?i:(?P<the>the[ ])?(?P<dir>{_DIRECTION})[ ](?P<unit>{_SINGLE}))\b",
            (" week", " month", " year", " quarter", " decade", " century", " day"),
            shifted_unit,
        ),
        (
            r"\b(?i:(?:the[ ])?(?:(?P<part>end|beginning|start|middle)[ ]of[ ]the[ ]"
            r"(?P<unit>week|month|year|quarter|decade|century)|(?P<part2>end)[ ]of[ ](?P<unit2>month|year)))\b",
            ("end of", "beginning of the", "start of the", "middle of the"),
            part_of_unit,
        ),
        (
            r"\b(?i:(?:(?P<when>earlier|later)[ ]in|the[ ](?:rest|remainder)[ ]of)[ ]the[ ]"
            r"(?P<unit>week|month|year))\b",
            ("earlier in the", "later in the", "the rest of the", "the remainder of the"),
            rest_of_unit,
        ),
        (
            rf"\b(?i:(?:(?:the[ ])?{_DIRECTION}|the)[ ](?:fiscal|financial|budget)[ ]year)\b",
            ("fiscal year", "financial year", "budget year"),
            unnumbered_fiscal_year,
        ),
        (r"\b(?i:the[ ]past[ ](?P<unit>week|month|quarter|year|decade|century))\b", ("the past ",), past_unit),
        (r"\b(?i:(?:the[ ])?(?:this[ ])?year[ -]end)\b", ("year-end", "year end"), year_end),
        (r"\b(?i:the[ ]weekend)\b", ("the weekend",), weekend),
        (rf"\b(?i:{counted}s?[ ](?:ago|from[ ](?:now|today)|hence))\b", (" ago", " from ", " hence"), ago),
        (rf"\b(?i:in[ ]{counted}s?['’]s?[ ]time)\b", (" time",), ago),
        (rf"\b(?i:{counted}s?[ ](?P<way>later|earlier))\b(?![ ]than\b)", (" later", " earlier"), apart),
        (
            r"\b(?i:(?:end(?:s|ed|ing)?|clos(?:es?|ed|ing)|finish(?:es|ed|ing)?|for|(?:later?|early|earlier)[ ]in"
            r"|(?:rest|end|start)[ ]of)[ ](?P<unit>the[ ]day))"
            r"(?=[ ]*(?:[,.;)]|[ ](?:at|with|down|up|in|on|by|before|after|and|to)\b))",
            (" the day",),
            the_day,
        ),
        (
            r"\b(?i:the[ ](?:(?:entire|whole|full)[ ]year|year[ ](?P<back>before|previous|earlier)))\b",
            ("entire year", "whole year", "full year", "the year "),
            whole_year,
        ),
        (
            rf"\b(?i:(?:the[ ])?same[ ](?:period|day|week|month|quarter|half|time)[ ](?:(?:of|in)[ ])?"
            rf"(?:(?:the[ ])?(?:last|previous)[ ]year|a[ ]year[ ](?:ago|earlier|before)|the[ ]year[ ](?:before|earlier)"
            rf"|(?P<year>{YEAR})))",
            ("same ",),
            same_period,
        ),
    ]


def weekday(match: re.Match[str]) -> Expression | None:
    """ "Monday", "next Monday", "Monday of last week"; not "Mondays" or "Black Monday"."""
    text = match.string
    if _NAMED_DAYS.search(text[max(0, match.start() - 8) : match.start()]):
        return None
    directions, number = date_words().directions, weekday_number(match["wd"])
    if match["week"]:
        shift = directions[match["week"].lower()]
        return Expression(match.start("wd"), match.end(), "day", weekday=number, shift=shift, shift_unit="week")
    direction = match["dir"]
    start = match.start() if direction else match.start("wd")
    return Expression(
        start, match.end(), "day", weekday=number, shift=directions[direction.lower()] if direction else None
    )


def named_day(match: re.Match[str]) -> Expression | None:
    """ "today", "the day after tomorrow", "this morning"."""
    text, word = match.string, match["word"].lower()
    if match["word"].istitle() and _NAME_BEFORE.search(text[max(0, match.start() - 24) : match.start()]):
        return None  # "USA Today"
    if _DOMAIN.match(text, match.end()):
        return None
    shift = -2 if "before" in word else 2 if "after" in word else {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return Expression(match.start(), match.end(), "day", shift=shift, shift_unit="day")


def shifted_unit(match: re.Match[str]) -> Expression | None:
    """ "last week", "the coming year" from publication; "the same day", "that month" from the date before."""
    word, unit = match["dir"].lower(), _unit(match["unit"])
    refers = word in _REFERRING or (unit == "day" and word == "next")
    if unit == "day" and not refers:
        return None  # "this day", "the last day"
    if refers and not word.startswith("that") and not match["the"]:
        return None
    shift = date_words().directions.get(word, 0)
    return Expression(
        match.start(), match.end(), unit, shift=shift, shift_unit=unit, anchor="text" if refers else "publication"
    )


def _unit(word: str) -> Unit:
    unit: Unit = word.lower()  # type: ignore[assignment]
    return unit


def part_of_unit(match: re.Match[str]) -> Expression | None:
    """ "the end of the year", "end of year"."""
    unit = _unit(match["unit"] or match["unit2"])
    part = date_words().parts[(match["part"] or match["part2"]).lower()]
    return Expression(match.start(), match.end(), unit, shift=0, shift_unit=unit, part=part)


def rest_of_unit(match: re.Match[str]) -> Expression | None:
    """ "earlier in the week", "later in the year", "the rest of the year": up to publication, or from it on."""
    unit = _unit(match["unit"])
    part: Part = "earlier" if (match["when"] or "").lower() == "earlier" else "later"
    return Expression(match.start(), match.end(), unit, shift=0, shift_unit=unit, part=part)


def unnumbered_fiscal_year(match: re.Match[str]) -> Expression | None:
    """ "the current fiscal year": which one it is, and when it starts, differs from country to country."""
    return Expression(match.start(), match.end(), "fiscal year")


def past_unit(match: re.Match[str]) -> Expression | None:
    """ "the past decade": the time of that length up to publication."""
    return Expression(match.start(), match.end(), "past", shift=-1, shift_unit=_unit(match["unit"]))


def year_end(match: re.Match[str]) -> Expression | None:
    """ "year-end"."""
    return Expression(match.start(), match.end(), "year", shift=0, shift_unit="year", part="end")


def weekend(match: re.Match[str]) -> Expression | None:
    """ "the weekend"."""
    return Expression(match.start(), match.end(), "weekend")


def ago(match: re.Match[str]) -> Expression | None:
    """ "two weeks ago", "in two weeks' time": a day for days and weeks, else a month or year."""
    unit, number = _counted(match)
    number = -number if match[0].lower().endswith("ago") else number
    return Expression(match.start(), match.end(), unit, shift=number, shift_unit=unit)


def apart(match: re.Match[str]) -> Expression | None:
    """ "two days later": counted from the date before."""
    unit, number = _counted(match)
    number = -number if match["way"].lower() == "earlier" else number
    return Expression(match.start(), match.end(), unit, shift=number, shift_unit=unit, anchor="text")


def _counted(match: re.Match[str]) -> tuple[Unit, int]:
    """What is counted and how many of it: a week is seven days, a decade ten years."""
    number = count_of(match["n"])
    match match["unit"].lower():
        case "decade":
            return "year", number * 10
        case "week":
            return "day", number * 7
        case "fortnight":
            return "day", number * 14
        case unit:
            return _unit(unit), number


def the_day(match: re.Match[str]) -> Expression | None:
    """ "the day" where it is the one that the text tells of: "ended the day at …", "later in the day"."""
    return Expression(match.start("unit"), match.end(), "day", shift=0, shift_unit="day", anchor="text")


def whole_year(match: re.Match[str]) -> Expression | None:
    """ "the entire year", "the year before"."""
    shift = -1 if match["back"] else 0
    return Expression(match.start(), match.end(), "year", shift=shift, shift_unit="year", anchor="text")


def same_period(match: re.Match[str]) -> Expression | None:
    """ "the same period last year": the period before in the text, in another year."""
    year = int(match["year"]) if match["year"] else None
    return Expression(match.start(), match.end(), "same", year=year, shift=-1, shift_unit="year", anchor="text")
