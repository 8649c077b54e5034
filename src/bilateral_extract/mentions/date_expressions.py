"""Date expressions in text: where they stand and what their words say, without resolving anything.

`find_expressions` runs a handful of patterns, compiled once from `lexicon/date_words.toml`, over the text; each is
linear. Of overlapping finds the longest wins. Month names that are ordinary words ("may", "march") count only where
the words beside them make them months.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from bilateral_extract.lexicon import read_toml

Unit = Literal[
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
    "fiscal year",
    "months",
    "same",
]
Anchor = Literal["publication", "text"]
Part = Literal["start", "middle", "end", "earlier", "later"]


@dataclass(frozen=True, slots=True)
class Expression:
    """What the words of a date expression say. `unit` is how fine it is; the rest is None where the words are silent.

    `shift` counts units from the anchor ("last week" is -1, "yesterday" -1); the anchor is the day of publication, or
    the date before in the text ("the following day"). `year_shift` does the same for a year told in words ("of next
    year"). `index` is the number of a quarter, half, week or century, -1 for the last. `until_day` (and
    `until_month`) end a range of days within one expression ("June 26-30").
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


@dataclass(frozen=True, slots=True)
class _Lexicon:
    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, str]
    ordinals: dict[str, int]
    day_words: dict[str, int]
    decades: dict[str, int]
    directions: dict[str, int]
    parts: dict[str, Part]
    patterns: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Expression | None]], ...]


_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|a[ ]couple[ ]of)"
_COUNTS = {
    word: value
    for value, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "a couple of": 2}
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)"
_DASH = r"[ ]?[-–—][ ]?"


def find_expressions(text: str) -> list[Expression]:
    """The date expressions of `text`, in order, none overlapping."""
    found: list[Expression] = []
    for pattern, build in _lexicon().patterns:
        for match in pattern.finditer(text):
            expression = build(match)
            if expression is not None and _free(text, expression):
                found.append(expression)
    found.sort(key=lambda expression: (expression.start, -expression.end))
    chosen: list[Expression] = []
    for expression in found:
        if chosen and expression.start < chosen[-1].end:
            if expression.end - expression.start > chosen[-1].end - chosen[-1].start:
                chosen[-1] = expression
            continue
        chosen.append(expression)
    return [_with_part(text, expression, chosen[i - 1].end if i else 0) for i, expression in enumerate(chosen)]


def _free(text: str, expression: Expression) -> bool:
    """Whether an expression is not a part of a longer word, number or price."""
    before, after = text[expression.start - 1 : expression.start], text[expression.end : expression.end + 1]
    return not (before.isalnum() or before in tuple("$€£#_@")) and not after.isalnum() and after != "_"


_PART = re.compile(
    r"(?:\b(?P<the>the[ ])?(?:very[ ])?(?P<noun>start|beginning|middle|end)[ ]of[ ](?:the[ ])?"
    r"|\b(?:the[ ])?(?P<adjective>early|mid|late|end)(?:[ ]|-)(?:in[ ])?(?:the[ ])?"
    r"|\b(?P<when>earlier|later)[ ](?:in[ ])?)$",
    re.IGNORECASE,
)


def _with_part(text: str, expression: Expression, floor: int) -> Expression:
    """The expression with "early", "mid", "the end of" before it."""
    if expression.part is not None:
        return expression
    window = max(floor, expression.start - 26)
    match = _PART.search(text[window : expression.start])
    if not match:
        return expression
    start = window + match.start()
    if match["when"]:
        part: Part = "earlier" if match["when"].lower() == "earlier" else "later"
        if expression.shift != 0:
            return expression
    else:
        if expression.unit == "day":
            return expression
        part = _lexicon().parts[(match["noun"] or match["adjective"]).lower()]
    return replace(expression, start=start, part=part)


@cache
def _lexicon() -> _Lexicon:
    data = read_toml("date_words")
    months, weekdays = data["months"], data["weekdays"]
    full = [word for word in months if len(word) > 3 and word not in ("sept", "march", "may")]
    short = [word.capitalize() for word in months if word not in full and word not in ("march", "may")]
    month = (
        rf"(?:(?i:{'|'.join(full)})|March|MARCH|May|MAY|(?:{'|'.join(sorted(short, key=len, reverse=True))})\b\.?"
        r"|(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?)"
    )
    long_days = [word for word in weekdays if word.endswith("day")]
    weekday = rf"(?i:{'|'.join(long_days)})"
    any_weekday = rf"(?:{weekday}|(?:Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)"
    day_word = "|".join(sorted(data["day_words"], key=len, reverse=True))
    day = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%:]|[.,]\d|[ ]?(?:am|pm|a\.m|p\.m)\b)"
    days = rf"(?P<d1>{day})(?:(?:{_DASH}|[ ](?:to|and|or|through|until|till|&)[ ](?:the[ ])?|,[ ])(?P<d2>{day}))?"
    year_words = r"(?:of[ ])?(?P<yref>this|last|next|the[ ](?:same|following|previous|next|last|current|coming)|that|the)[ ]year\b"
    year = rf"(?:,?[ ](?:of[ ])?(?P<year>{_YEAR})|[ ]'(?P<yy>\d\d)\b|,?[ ]{year_words})?"
    lead = rf"(?:(?P<wd>{any_weekday}),?[ ](?:the[ ])?)?"
    season = "|".join(data["seasons"])
    shift = r"(?:last|this|next|previous|coming|current|following|same|preceding|upcoming)"
    unit = r"(?:week(?:end)?|month|year|quarter|decade|century)"
    ordinal = "|".join(sorted(data["ordinals"], key=len, reverse=True))

    return _Lexicon(
        months=months,
        weekdays=weekdays,
        seasons={word: value[0] for word, value in data["seasons"].items()},
        ordinals=data["ordinals"],
        day_words=data["day_words"],
        decades=data["decades"],
        directions=data["directions"],
        parts=data["parts"],
        patterns=tuple(
            (re.compile(pattern), build)
            for pattern, build in (
                (rf"\b{lead}(?P<month>{month})[ ](?:the[ ])?{days}{year}", _month_day),
                (rf"\b{lead}(?:the[ ])?{days}[ ](?:of[ ])?(?P<month>{month}){year}", _month_day),
                (rf"\b(?:the[ ])?(?i:(?P<dword>{day_word}))[ ]of[ ](?P<month>{month}){year}", _day_word),
                (
                    rf"\b(?P<month>{month})(?:,?[ ](?:of[ ])?(?P<year>{_YEAR})|[ ]'(?P<yy>\d\d)\b|,?[ ](?:of[ ])?(?i:{year_words}))",
                    _month,
                ),
                (rf"\b(?P<d1>0?[1-9]|[12]\d|3[01])-(?P<month>{month})-(?P<year>{_YEAR})", _month_day),
                (rf"\b(?:(?i:(?P<the>the[ ])?(?P<dir>{shift}))[ ])?(?P<month>{month})(?![ ]?\d)", _bare_month),
                (rf"\b(?P<year>{_YEAR})(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?!\d)", _iso),
                (r"\b(?P<a>\d\d?)(?P<sep>[-/.])(?P<b>\d\d?)(?P=sep)(?P<year>\d{4}|\d\d)(?![\d.,/-]\d|\d)", _numeric),
                (rf"\b(?P<year>{_YEAR})(?:[-–/](?P<until>\d\d)(?![\d-]))?", _bare_year),
                (r"(?<!\w)'(?P<yy>[2-9]\d)\b(?!s|')", _short_year),
                (
                    rf"\b(?i:(?P<the>the[ ])?(?P<dir>last|this|next|coming|past|following|previous)[ ])?(?P<wd>{weekday})\b(?:[ ](?:of[ ])?(?i:(?P<week>last|this|next)[ ]week))?",
                    _weekday,
                ),
                (
                    r"\b(?i:(?P<word>(?:the[ ])?day[ ]before[ ]yesterday|(?:the[ ])?day[ ]after[ ]tomorrow|today|yesterday|tomorrow|tonight))\b",
                    _deictic_day,
                ),
                (rf"\b(?i:(?P<the>the[ ])?(?P<dir>{shift})[ ](?P<unit>{unit}|day|period|date))\b", _shifted),
                (r"\b(?i:(?P<dir>that|that[ ]same)[ ](?P<unit>day|week|month|year|quarter))\b", _shifted),
                (
                    r"\b(?i:(?:the[ ])?(?P<part>end|beginning|start|middle)[ ]of[ ]the[ ](?P<unit>week|month|year|quarter|decade|century))\b",
                    _part_of_unit,
                ),
                (r"\b(?i:(?:the[ ])?(?:(?P<this>this)[ ])?year[ -]end)\b", _year_end),
                (r"\b(?i:the[ ](?P<unit>weekend))\b", _this_unit),
                (
                    r"\b(?i:(?:(?:ends?|ended|ending|close[sd]?|closing|finish|finished|finishing|for|later[ ]in|late[ ]in|early[ ]in|earlier[ ]in|rest[ ]of|end[ ]of|start[ ]of)[ ])(?P<unit>the[ ]day))(?=[ ]*(?:[,.;)]|[ ](?:at|with|down|up|in|on|by|before|after|and|to)\b))",
                    _the_day,
                ),
                (
                    r"\b(?i:the[ ](?:(?:entire|whole|full)[ ]year|year[ ](?P<back>before|previous|earlier)))\b",
                    _whole_year,
                ),
                (
                    rf"\b(?i:(?:the[ ])?same[ ](?P<unit>period|day|week|month|quarter|half|time)[ ](?:(?:of|in)[ ])?(?:(?:the[ ])?(?:last|previous)[ ]year|a[ ]year[ ](?:ago|earlier|before)|the[ ]year[ ](?:before|earlier)|(?P<year>{_YEAR})))",
                    _same_period,
                ),
                (r"\b(?i:this[ ](?:morning|afternoon|evening))\b", _deictic_day),
                (rf"\b(?i:(?P<n>{_COUNT})[ ](?P<unit>day|week|month|year|decade)s?[ ]ago)\b", _ago),
                (
                    rf"\b(?i:(?:the[ ])?(?P<n>{ordinal})[ -](?P<unit>quarter|half)(?:[ ]of[ ](?:the[ ])?(?P<year>{_YEAR})|[ ](?P<year2>{_YEAR})|[ ]{year_words})?)",
                    _quarter,
                ),
                (
                    r"\b(?:(?P<year>(?:19|20)\d\d)[ ])?(?P<unit>[QH])(?P<n>[1-4])(?:[ ]?(?:of[ ])?(?P<year2>(?:19|20)\d\d)|[ ]?'(?P<yy>\d\d))?\b",
                    _quarter,
                ),
                (r"\b(?P<n>[1-4])(?P<unit>[QH])(?:[ ]?(?P<year2>(?:19|20)\d\d)|[ ]?'(?P<yy>\d\d))?\b", _quarter),
                (
                    rf"\b(?i:the[ ]first[ ](?P<n>{_COUNT})[ ]months(?:[ ]of[ ](?:the[ ])?(?P<year>{_YEAR})|[ ]{year_words}))",
                    _first_months,
                ),
                (
                    rf"\b(?i:the[ ](?P<n>{ordinal})[ ](?P<unit>week|half|days)[ ]of[ ](?P<month>{month}){year})",
                    _part_of_month,
                ),
                (rf"\b(?i:(?:the[ ])?(?P<season>{season})(?:[ ]of|,)?[ ](?P<year>{_YEAR}))", _season),
                (rf"\b(?i:(?P<dir>this|last|next)[ ](?P<season>{season}))\b", _season),
                (
                    r"\b(?i:(?:in|during|since|by|until|before|after)[ ](?:the[ ])?(?P<season>spring|summer|autumn|winter))\b",
                    _season,
                ),
                (r"\b(?i:(?:the[ ])?(?P<year>(?:1[5-9]|20)\d0)['’]?s)\b", _decade),
                (r"(?:\b|(?<=\W)')(?i:(?:the[ ])?'?(?P<yy>[2-9]0)s)\b", _decade),
                (rf"\b(?i:the[ ](?P<word>{'|'.join(data['decades'])}))\b", _decade),
                (rf"\b(?i:(?:the[ ])?(?P<n>\d\d?(?:st|nd|rd|th)|{day_word})[ -]century)\b", _century),
                (
                    rf"\b(?i:(?:the[ ])?(?:fiscal|financial|budget)[ ](?:year[ ])?(?P<year>{_YEAR})(?:[-–/](?:\d{{4}}|\d\d))?|FY[ ]?(?P<year2>(?:19|20)\d\d)(?:[-–/](?:\d{{4}}|\d\d))?|FY[ ]?'?(?P<yy>\d\d)(?:[-–/]\d\d)?)\b",
                    _fiscal,
                ),
                (r"\b(?i:on[ ]the[ ])(?P<d1>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?![ ][A-Za-z-])", _day_of_month),
            )
        ),
    )


# --- building expressions from matches ------------------------------------------------------------------------


def _number(word: str) -> int:
    return int(re.match(r"\d+", word)[0]) if word[:1].isdigit() else _COUNTS.get(re.sub(r"\s+", " ", word.lower()), 1)  # type: ignore[index]


def _month_number(word: str) -> int:
    return _lexicon().months[word.lower().rstrip(".")]


def _weekday_number(word: str | None) -> int | None:
    return None if word is None else _lexicon().weekdays[word.lower().rstrip(".")]


def _two_digits(word: str) -> int:
    """A year from its last two digits; 69 to 99 are of the 20th century, as POSIX has it."""
    return int(word) + (1900 if int(word) >= 69 else 2000)


def _year_parts(match: re.Match[str]) -> tuple[int | None, int | None, Anchor]:
    """The year, the shift of a year in words and its anchor."""
    groups = match.groupdict()
    for name in ("year", "year2"):
        if groups.get(name):
            return int(groups[name]), None, "publication"
    if groups.get("yy"):
        return _two_digits(groups["yy"]), None, "publication"
    if word := groups.get("yref"):
        word = word.lower().removeprefix("the").strip()
        if word in ("that", "same"):
            return None, 0, "text"
        if word in ("following", "previous"):
            return None, _lexicon().directions[word], "text"
        return None, _lexicon().directions.get(word, 0), "publication"
    return None, None, "publication"


def _day_number(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _month_day(match: re.Match[str]) -> Expression | None:
    year, shift, anchor = _year_parts(match)
    groups = match.groupdict()
    day, until = _day_number(match["d1"]), groups.get("d2")
    end = match.end()
    last = _day_number(until) if until else None
    if last is not None and last <= day:
        return None if not match["month"] else replace_end(match, day, year)
    month = _month_number(match["month"])
    if day > _DAYS[month - 1] or (last or 0) > _DAYS[month - 1]:
        return None
    return Expression(
        match.start(), end, "day", year=year, month=month, day=day, until_day=last,
        weekday=_weekday_number(groups.get("wd")), year_shift=shift, year_anchor=anchor,
    )  # fmt: skip


def replace_end(match: re.Match[str], day: int, year: int | None) -> Expression | None:
    """The first day alone, where what looked like the end of a range comes before it ("June 26 and 3 more")."""
    if match.start("month") > match.start("d1"):
        return None
    return Expression(
        match.start(), match.end("d1"), "day", month=_month_number(match["month"]), day=day,
        weekday=_weekday_number(match.groupdict().get("wd")),
    )  # fmt: skip


_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _day_word(match: re.Match[str]) -> Expression | None:
    year, shift, anchor = _year_parts(match)
    day = _lexicon().day_words[match["dword"].lower()]
    return Expression(
        match.start(), match.end(), "day", year=year, month=_month_number(match["month"]), day=day,
        year_shift=shift, year_anchor=anchor,
    )  # fmt: skip


def _month(match: re.Match[str]) -> Expression | None:
    year, shift, anchor = _year_parts(match)
    return Expression(
        match.start(), match.end(), "month", year=year, month=_month_number(match["month"]),
        year_shift=shift, year_anchor=anchor,
    )  # fmt: skip


# Words after which a capitalised month is one; without them "May", "March" and abbreviations are words or names.
_MONTH_CUE = re.compile(
    r"\b(?:in|since|of|by|until|till|from|early|mid|late|to|and|between|through|during|for|before|after|last|this|next|end|on|as|every)[ -]$",
    re.IGNORECASE,
)
_NAMES = frozenset((4, 5, 6, 8))  # April, May, June and August are first names too


def _bare_month(match: re.Match[str]) -> Expression | None:
    word, text = match["month"], match.string
    number = _month_number(word)
    direction = match["dir"]
    start = match.start() if direction else match.start("month")
    cued = bool(direction) or _MONTH_CUE.search(text[max(0, match.start() - 12) : match.start()]) is not None
    after = text[match.end() : match.end() + 24]
    plain = word.lower() in ("may", "march") or (len(word.rstrip(".")) <= 4 and word.lower() not in ("june", "july"))
    if word.islower():
        return None if len(word) < 5 and word not in ("june", "july") else _shift_month(match, start, number, direction)
    if plain and not (cued or re.match(r"(?:[-–]|[ ]to[ ])[A-Z]", after)):
        return None
    if word.isupper() and not cued:
        return None
    name_follows = re.match(r"[ ][A-Z][a-z]+", after)
    if number in _NAMES and not cued and name_follows:
        return None
    if name_follows and re.search(r"\b(?:Mr|Ms|Mrs|Dr)\.?[ ]$", text[max(0, start - 5) : start]):
        return None
    return _shift_month(match, start, number, direction)


def _shift_month(match: re.Match[str], start: int, number: int, direction: str | None) -> Expression:
    shift = _lexicon().directions.get(direction.lower()) if direction else None
    return Expression(start, match.end(), "month", month=number, shift=shift)


def _iso(match: re.Match[str]) -> Expression | None:
    month, day = int(match["m"]), int(match["d"])
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return None
    return Expression(match.start(), match.end(), "day", year=int(match["year"]), month=month, day=day)


def _numeric(match: re.Match[str]) -> Expression | None:
    first, second = int(match["a"]), int(match["b"])
    if len(match["year"]) == 2 and match["sep"] == "-":
        return None
    year = int(match["year"]) if len(match["year"]) == 4 else _two_digits(match["year"])
    if not 1500 <= year <= 2099:
        return None
    day_first = match["sep"] == "." or first > 12
    day, month = (first, second) if day_first else (second, first)
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return None
    return Expression(
        match.start(), match.end(), "day", year=year, month=month, day=day,
        ambiguous=match["sep"] != "." and first <= 12 and second <= 12 and first != second,
    )  # fmt: skip


_YEAR_CUE = re.compile(
    r"\b(?:in|since|by|until|till|during|year|years|of|from|to|for|and|before|after|between|through|late|early|mid|than|as|the|autumn|spring|summer|winter)[ -]$",
    re.IGNORECASE,
)
_STRONG_CUE = re.compile(
    r"\b(?:in|since|by|until|till|during|year|years|late|early|mid|before|after)[ -](?:the[ ])?$", re.IGNORECASE
)
_COUNTED = re.compile(
    r"[ ](?:(?:more|other|new|[a-z]+al|[a-z]+ic|[a-z]+an)[ ])?(?!was|is|has|as|this|plus|versus|previous|business|across|less|thus|various)[a-z]{3,}(?<!s)s\b"
    r"|[ ](?:people|men|women|children|staff|troops|police|personnel|km|kg|tons?|MW|kW|ha|hectares|percent|per[ ]cent|million|billion|aircraft|delegates)\b"
    r"|[ ]?(?:%|°|m²|km²|k?m\b|MW|kg|bps|dollars|yuan|euros?|rubles)"
    r"|-(?:[a-z]+)\b"
)


def _bare_year(match: re.Match[str]) -> Expression | None:
    text, year = match.string, int(match["year"])
    head = text[max(0, match.start() - 14) : match.start()]
    strong = _STRONG_CUE.search(head)
    cued = strong or _YEAR_CUE.search(head)
    if year < 1800 and not strong:
        return None
    if re.search(r"[\d.,:/+-][ ]?$|[A-Z]{2,}[ -]?$", head) and not re.search(
        r"(?:\d{4}[-–/]|[^\d][-–/,.:])[ ]?$|[A-Z]{3,}[ ]$", head
    ):
        return None
    after = text[match.end() : match.end() + 30]
    if re.match(r"[ ]?(?:UTC|GMT|hrs|hours)\b", after):
        return None
    if not strong and _COUNTED.match(after) and not match["until"]:
        return None
    if not cued and year < 1900:
        return None
    until = match["until"]
    if until and (int(until) != (year + 1) % 100 and int(until) <= year % 100):
        return Expression(match.start(), match.end("year"), "year", year=year)
    if until:
        return Expression(match.start(), match.end(), "year", year=year, index=year - year % 100 + int(until))
    return Expression(match.start(), match.end(), "year", year=year)


def _short_year(match: re.Match[str]) -> Expression | None:
    if not _STRONG_CUE.search(match.string[max(0, match.start() - 10) : match.start()]):
        return None
    return Expression(match.start(), match.end(), "year", year=_two_digits(match["yy"]))


def _weekday(match: re.Match[str]) -> Expression | None:
    if match.string[match.end() : match.end() + 1] == "s" or re.match(
        r"[ -][A-Z][a-z]+ (?:Agreement|Times|Telegraph)", match.string[match.end() : match.end() + 24]
    ):
        return None
    if re.search(
        r"\b(?:Black|Good|Easter|Palm|Cyber|Bloody|Super|Ash|Holy|Giving)[ ]$",
        match.string[max(0, match.start() - 8) : match.start()],
    ):
        return None
    direction = (match["dir"] or "").lower()
    shift: int | None = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1}.get(
        direction
    )
    week = match["week"]
    if week:
        return Expression(
            match.start("wd"), match.end(), "day", weekday=_weekday_number(match["wd"]),
            shift=_lexicon().directions[week.lower()], shift_unit="week",
        )  # fmt: skip
    start = match.start() if direction else match.start("wd")
    return Expression(start, match.end(), "day", weekday=_weekday_number(match["wd"]), shift=shift)


def _deictic_day(match: re.Match[str]) -> Expression | None:
    word = match.groupdict().get("word", "today").lower()
    shift = -2 if "before" in word else 2 if "after" in word else {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return Expression(match.start(), match.end(), "day", shift=shift, shift_unit="day")


def _shifted(match: re.Match[str]) -> Expression | None:
    word = match["dir"].lower()
    unit: Unit = match["unit"].lower()  # type: ignore[assignment]
    the = match.groupdict().get("the")
    relative = word in ("that", "that same", "same", "following", "previous", "preceding") or (
        unit in ("day", "date") and word == "next"
    )
    if unit == "period":
        return None
    if unit == "day" and word in ("last", "current", "coming", "upcoming"):
        return None
    if unit in ("day", "date") and word == "this":
        return None
    if word in ("same", "following", "previous", "preceding") and not the:
        return None
    shift = _lexicon().directions.get(word.removeprefix("that").strip() or "same", 0)
    if unit == "date":
        unit = "day"
    return Expression(
        match.start(), match.end(), unit, shift=shift, shift_unit=unit, anchor="text" if relative else "publication"
    )


def _part_of_unit(match: re.Match[str]) -> Expression | None:
    unit: Unit = match["unit"].lower()  # type: ignore[assignment]
    return Expression(
        match.start(), match.end(), unit, shift=0, shift_unit=unit, part=_lexicon().parts[match["part"].lower()]
    )


def _year_end(match: re.Match[str]) -> Expression | None:
    return Expression(match.start(), match.end(), "year", shift=0, shift_unit="year", part="end")


def _this_unit(match: re.Match[str]) -> Expression | None:
    return Expression(match.start(), match.end(), "weekend", shift=None)


def _the_day(match: re.Match[str]) -> Expression | None:
    return Expression(match.start("unit"), match.end(), "day", shift=0, shift_unit="day", anchor="text")


def _whole_year(match: re.Match[str]) -> Expression | None:
    return Expression(
        match.start(), match.end(), "year", shift=-1 if match["back"] else 0, shift_unit="year", anchor="text"
    )


def _same_period(match: re.Match[str]) -> Expression | None:
    """The period before in the text, in another year: "the same period last year"."""
    year = int(match["year"]) if match["year"] else None
    return Expression(match.start(), match.end(), "same", year=year, shift=-1, shift_unit="year", anchor="text")


def _ago(match: re.Match[str]) -> Expression | None:
    unit, number = match["unit"].lower(), _number(match["n"])
    if unit == "decade":
        unit, number = "year", number * 10
    if unit in ("day", "week"):
        return Expression(
            match.start(), match.end(), "day", shift=-number * (7 if unit == "week" else 1), shift_unit="day"
        )
    return Expression(match.start(), match.end(), unit, shift=-number, shift_unit=unit)  # type: ignore[arg-type]


def _quarter(match: re.Match[str]) -> Expression | None:
    unit: Unit = "quarter" if match["unit"].lower() in ("q", "quarter") else "half"
    word = match["n"].lower()
    index = int(word) if word.isdigit() else _lexicon().ordinals[word]
    if index > (4 if unit == "quarter" else 2):
        return None
    year, shift, anchor = _year_parts(match)
    if unit == "half" and year is None and shift is None:
        return None  # "the first half" of anything
    if index == -1 and word == "last" and year is None and shift is None:
        return Expression(match.start(), match.end(), unit, shift=-1, shift_unit=unit)
    if match["unit"] in ("Q", "H") and year is None and re.match(r"[\w-]", match.string[match.end() : match.end() + 1]):
        return None
    return Expression(match.start(), match.end(), unit, year=year, index=index, year_shift=shift, year_anchor=anchor)


def _first_months(match: re.Match[str]) -> Expression | None:
    year, shift, anchor = _year_parts(match)
    return Expression(
        match.start(),
        match.end(),
        "months",
        year=year,
        index=min(12, _number(match["n"])),
        year_shift=shift,
        year_anchor=anchor,
    )


def _part_of_month(match: re.Match[str]) -> Expression | None:
    year, shift, anchor = _year_parts(match)
    index, unit = _lexicon().ordinals[match["n"].lower()], match["unit"].lower()
    if unit == "half" and index not in (1, 2):
        return None
    month = _month_number(match["month"])
    kind: Unit = "week" if unit == "week" else "month"
    part: Part | None = None if unit == "week" else ("start" if index == 1 else "end")
    return Expression(
        match.start(),
        match.end(),
        kind,
        year=year,
        month=month,
        index=index,
        part=part,
        year_shift=shift,
        year_anchor=anchor,
    )


def _season(match: re.Match[str]) -> Expression | None:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    shift = _lexicon().directions[groups["dir"].lower()] if groups.get("dir") else None
    season = _lexicon().seasons[match["season"].lower()]
    start = match.start() if year or groups.get("dir") else match.start("season")
    if match["season"].lower() == "fall" and not year and groups.get("dir", "").lower() not in ("last", "next", "this"):
        return None
    return Expression(start, match.end(), "season", year=year, season=season, shift=shift)


def _decade(match: re.Match[str]) -> Expression | None:
    groups = match.groupdict()
    if groups.get("year"):
        year = int(groups["year"])
    elif groups.get("yy"):
        year = 1900 + int(groups["yy"]) if int(groups["yy"]) >= 20 else 2000 + int(groups["yy"])
        if (
            re.search(
                r"\b(?:aged?|his|her|their|mid|early|late|in)[ -]$",
                match.string[max(0, match.start() - 6) : match.start()],
            )
            and "'" not in match[0]
            and "the" not in match[0].lower()
        ):
            return None
    else:
        year = 1900 + _lexicon().decades[match["word"].lower()]
    return Expression(match.start(), match.end(), "decade", year=year)


def _century(match: re.Match[str]) -> Expression | None:
    word = match["n"].lower()
    number = _number(word) if word[0].isdigit() else _lexicon().day_words[word]
    return Expression(match.start(), match.end(), "century", index=number)


def _fiscal(match: re.Match[str]) -> Expression | None:
    year, _, _ = _year_parts(match)
    return Expression(match.start(), match.end(), "fiscal year", year=year)


def _day_of_month(match: re.Match[str]) -> Expression | None:
    return Expression(match.start("d1"), match.end(), "day", day=_day_number(match["d1"]))


def combine(text: str, expressions: list[Expression]) -> Iterator[tuple[Expression, ...]]:
    """The expressions, one or two at a time: two where the words between and before make them a range."""
    i = 0
    while i < len(expressions):
        if i + 1 < len(expressions) and is_range(text, expressions[i], expressions[i + 1]):
            yield expressions[i], expressions[i + 1]
            i += 2
        else:
            yield (expressions[i],)
            i += 1


_LINK = re.compile(rf"(?:{_DASH}|,?[ ](?P<word>to|through|thru|until|till|and)[ ](?:on[ ])?)(?:the[ ])?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween[ ](?:the[ ])?$", re.IGNORECASE)
_ORDER = {"day": 0, "week": 1, "month": 2, "quarter": 3, "season": 3, "half": 4, "year": 5, "decade": 6, "century": 7}


def is_range(text: str, first: Expression, second: Expression) -> bool:
    """Whether two expressions next to each other are the ends of one period."""
    gap = second.start - first.end
    if gap > 14 or first.until_day or second.until_day:
        return False
    match = _LINK.fullmatch(text[first.end : second.start])
    if not match or first.unit not in _ORDER or second.unit not in _ORDER:
        return False
    if abs(_ORDER[first.unit] - _ORDER[second.unit]) > 2:
        return False
    if (match["word"] or "").lower() == "and":
        window = text[max(0, first.start - 14) : first.start]
        next_day = (
            first.unit == "day" == second.unit
            and first.weekday and second.weekday and second.weekday == first.weekday % 7 + 1
            and first.shift is None and second.shift is None
        )  # fmt: skip
        return bool(_BETWEEN.search(window)) or bool(next_day)
    return True
