"""What date expressions mean: calendar periods with both ends inclusive, from the words and what surrounds them.

How missing parts are supplied:

- A day or month without a year takes the year that brings it nearest to the day of publication. Tense decides where
  that leaves doubt: a date told in the past tense that would lie far ahead goes back a year, one told in the future
  tense that would lie behind goes on a year. A weekday beside the date picks the year among the three around
  publication that fits; where none fits, that is told in a notice.
- A bare weekday is the last such day up to publication, in the future tense the next one from it on.
- "The following day", "that month" count from the date before them in the text.
- The ends of a range lend each other their year and month.
- Without a day of publication nothing is guessed: the value has placeholders ("XXXX-06-26") and no first day.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Literal

from bilateral_extract.mentions.date_words import Expression
from bilateral_extract.mentions.periods import (
    Period,
    calendar_day,
    day_period,
    months_period,
    shift_days,
    shift_years,
    unknown,
    week_period,
    weekend_period,
)
from bilateral_extract.models import Basis, Granularity

Tense = Literal["past", "present", "future"]

_DOUBT = 60  # days: a date nearer than this to publication is believed whatever the tense seems to be
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is resolved against: the day of publication and what supplied it, the date before, the tense."""

    reference: dt.date | None
    basis: Basis
    previous: Period | None
    tense: Tense


def resolve(expression: Expression, context: Context) -> Period:
    """The period that an expression means; its value alone where it cannot be placed in time."""
    period = _whole(expression, context)
    if expression.part is not None:
        return _take_part(period, expression, context)
    return period


def resolve_range(first: Expression, second: Expression, context: Context) -> Period | None:
    """The period from one expression to another; None where the second lies before the first."""
    if first.year is None and second.year is not None:
        late = resolve(second, context)
        early = _lend(first, late, context, before=True)
    else:
        early = resolve(first, context)
        late = _lend(second, early, context, before=False)
    if early.start is not None and late.end is not None and early.start > late.end:
        return None
    basis: Basis = early.basis if early.basis != "text" else late.basis
    return Period(
        early.start if late.end is not None else None,
        late.end if early.start is not None else None,
        f"{early.value}/{late.value}",
        "range",
        basis,
        early.warning or late.warning,
    )


def _lend(expression: Expression, other: Period, context: Context, before: bool) -> Period:
    """The end of a range that may take its year from the other end."""
    if expression.year is not None or expression.year_shift is not None or other.start is None or other.end is None:
        return resolve(expression, context)
    if expression.month is not None and expression.shift is None:
        year = (other.end if before else other.start).year
        period = resolve(replace(expression, year=year), context)
        if period.start is not None:
            if before and period.start > other.end:
                period = resolve(replace(expression, year=year - 1), context)
            elif not before and period.end is not None and period.end < other.start:
                period = resolve(replace(expression, year=year + 1), context)
        return replace(period, basis=other.basis)
    if expression.unit == "day" and expression.weekday is not None and not before and expression.shift is None:
        ahead = (expression.weekday - other.start.isoweekday()) % 7
        return replace(day_period(other.start + dt.timedelta(days=ahead)), basis=other.basis)
    if expression.unit in ("quarter", "half") and not before and expression.shift is None:
        return replace(resolve(replace(expression, year=other.start.year), context), basis=other.basis)
    return resolve(expression, context)


def _whole(expression: Expression, context: Context) -> Period:
    match expression.unit:
        case "day":
            return _resolve_day(expression, context)
        case "month" | "months":
            return _resolve_month(expression, context)
        case "week" | "weekend":
            return _resolve_week(expression, context)
        case "quarter" | "half":
            return _resolve_fraction(expression, context)
        case "season":
            return _resolve_season(expression, context)
        case "year":
            return _resolve_year(expression, context)
        case "decade":
            return _resolve_decade(expression, context)
        case "century":
            return _resolve_century(expression, context)
        case "same":
            return _same_period(expression, context)
        case "fiscal year":
            return unknown(f"FY{expression.year}", "year")


# --- days ---------------------------------------------------------------------------------------------------------


def _resolve_day(expression: Expression, context: Context) -> Period:
    if expression.month is not None and expression.day is not None:
        return _dated(expression, context)
    if expression.day is not None:
        return _day_of_month(expression, context)
    if expression.weekday is not None:
        return _resolve_weekday(expression, context)
    anchor = _anchor(expression, context)
    if anchor is None:
        return unknown("XXXX-XX-XX", "day")
    first, basis = anchor
    return day_period(shift_days(first, expression.shift or 0), basis)


def _anchor(expression: Expression, context: Context) -> tuple[dt.date, Basis] | None:
    """The day that a relative expression counts from."""
    if expression.anchor == "text":
        previous = context.previous
        if previous is None or previous.start is None or previous.end is None:
            return None
        return (previous.end if (expression.shift or 0) > 0 else previous.start), previous.basis
    return None if context.reference is None else (context.reference, context.basis)


def _dated(expression: Expression, context: Context) -> Period:
    """A day of a month, with or without its year, and days up to another one of the same month."""
    month, day = expression.month or 1, expression.day or 1
    year, basis, warning = _year_of(expression, context)
    until = expression.until_day
    if year is None:
        value = f"XXXX-{month:02}-{day:02}"
        if until:
            return unknown(f"{value}/XXXX-{month:02}-{until:02}", "range")
        return unknown(value, "day")
    first = calendar_day(year, month, day)
    last = calendar_day(year, month, until) if until else first
    if first is None or last is None:
        return Period(None, None, f"{year:04}-{month:02}-{day:02}", "day", basis, f"there is no such day in {year}")
    if expression.ambiguous and expression.month is not None:
        return _either_way(first, context)
    if expression.weekday is not None and first.isoweekday() != expression.weekday and warning is None:
        warning = f"{first.isoformat()} is a {first:%A}"
    if until:
        return Period(first, last, f"{first.isoformat()}/{last.isoformat()}", "range", basis, warning)
    return Period(first, first, first.isoformat(), "day", basis, warning)


def _either_way(first: dt.date, context: Context) -> Period:
    """ "7/8/07": the reading nearer to publication; without it, no day at all."""
    swapped = dt.date(first.year, first.day, first.month)
    if context.reference is None:
        return Period(None, None, f"{first.year:04}-XX-XX", "day", warning="day and month could be either way round")
    nearer = min((first, swapped), key=lambda day: abs((day - context.reference).days))  # type: ignore[operator]
    return day_period(nearer, context.basis)


def _year_of(expression: Expression, context: Context) -> tuple[int | None, Basis, str | None]:
    """The year of a day or month expression, what supplied it, and a warning."""
    if expression.year is not None:
        return expression.year, "text", None
    if expression.year_shift is not None:
        if expression.year_anchor == "text":
            previous = context.previous
            if previous is None or previous.start is None:
                return None, "text", None
            return previous.start.year + expression.year_shift, previous.basis, None
        if context.reference is None:
            return None, "text", None
        return context.reference.year + expression.year_shift, context.basis, None
    if context.reference is None:
        return _tied_year(expression, context)
    return _nearest_year(expression, context)


def _tied_year(expression: Expression, context: Context) -> tuple[int | None, Basis, str | None]:
    """Without publication: the year of the date before in the paragraph, where that is at most a month away."""
    previous = context.previous
    if previous is None or previous.start is None or expression.month is None or previous.granularity == "year":
        return None, "text", None
    for year in (previous.start.year, previous.start.year + 1, previous.start.year - 1):
        day = calendar_day(year, expression.month, min(expression.day or 15, 28))
        if day is not None and abs((day - previous.start).days) <= 31:
            return year, previous.basis, None
    return None, "text", None


def _nearest_year(expression: Expression, context: Context, months: int = 1) -> tuple[int | None, Basis, str | None]:
    """The year that brings a day, or a period of `months` from its month on, nearest to publication."""
    reference = context.reference
    assert reference is not None
    month = expression.month or 1
    candidates: list[tuple[int, dt.date]] = []
    for year in (reference.year - 1, reference.year, reference.year + 1):
        if expression.day is not None:
            day = calendar_day(year, month, expression.day)
        else:
            whole = months_period(year, month, months, "", "month", "text")
            day = min(max(reference, whole.start or reference), whole.end or reference)
        if day is not None:
            candidates.append((year, day))
    if not candidates:  # 29 February, far from a leap year
        return None, "text", None
    warning = None
    if expression.weekday is not None:
        fitting = [(year, day) for year, day in candidates if day.isoweekday() == expression.weekday]
        if fitting:
            candidates = fitting
        else:
            warning = f"no {calendar.day_name[expression.weekday - 1]} in the years around publication"

    def distance(candidate: tuple[int, dt.date]) -> tuple[int, int]:
        days = (candidate[1] - reference).days
        return abs(days), int(days > 0)

    year, day = min(candidates, key=distance)
    away = (day - reference).days
    if context.tense == "past" and away > _DOUBT:
        year = next((y for y, d in reversed(candidates) if d <= reference), year)
    elif context.tense == "future" and away < -_DOUBT:
        year = next((y for y, d in candidates if d >= reference), year)
    return year, context.basis, warning


def _day_of_month(expression: Expression, context: Context) -> Period:
    """ "the 26th": of the month of the date before, else the one nearest to publication."""
    day = expression.day or 1
    anchor = context.previous.start if context.previous and context.previous.start else context.reference
    if anchor is None:
        return unknown(f"XXXX-XX-{day:02}", "day")
    basis = context.previous.basis if context.previous and context.previous.start else context.basis
    found = calendar_day(anchor.year, anchor.month, day)
    return unknown(f"XXXX-XX-{day:02}", "day") if found is None else day_period(found, basis)


def _resolve_weekday(expression: Expression, context: Context) -> Period:
    weekday, reference = expression.weekday or 1, context.reference
    if reference is None:
        return unknown(f"XXXX-WXX-{weekday}", "day")
    if expression.shift_unit == "week":
        monday = shift_days(reference, 7 * (expression.shift or 0) - reference.weekday())
        return day_period(shift_days(monday, weekday - 1), context.basis)
    back = (reference.isoweekday() - weekday) % 7
    ahead = (weekday - reference.isoweekday()) % 7
    if expression.shift == -1:
        days = -(back or 7)
    elif expression.shift == 1:
        days = ahead or 7
    elif expression.shift == 0 and context.tense != "past":
        days = ahead
    else:
        days = ahead if context.tense == "future" else -back
    return day_period(shift_days(reference, days), context.basis)


# --- longer periods -----------------------------------------------------------------------------------------------


def _resolve_month(expression: Expression, context: Context) -> Period:
    if expression.unit == "months":
        return _first_months(expression, context)
    if expression.month is None:  # "last month", "three months ago", "that month"
        anchor = _anchor(expression, context)
        if anchor is None:
            return unknown("XXXX-XX", "month")
        day, basis = anchor
        index = day.year * 12 + day.month - 1 + (expression.shift or 0)
        year, month = index // 12, index % 12 + 1
        return months_period(year, month, 1, f"{year:04}-{month:02}", "month", basis)
    month = expression.month
    if expression.shift is not None and context.reference is not None:
        reference = context.reference
        year = reference.year
        if expression.shift < 0 and month >= reference.month:
            year -= 1
        elif expression.shift > 0 and month <= reference.month:
            year += 1
        return months_period(year, month, 1, f"{year:04}-{month:02}", "month", context.basis)
    known, basis, _ = _year_of(expression, context)
    if known is None:
        return unknown(f"XXXX-{month:02}", "month")
    period = months_period(known, month, 1, f"{known:04}-{month:02}", "month", basis)
    return period if expression.index is None else _part_of_month(period, expression)


def _part_of_month(period: Period, expression: Expression) -> Period:
    if period.start is None or period.end is None:
        return period
    middle = period.start.replace(day=15)
    if expression.index == 1:
        return replace(
            period, end=middle, value=f"{period.start.isoformat()}/{middle.isoformat()}", granularity="range"
        )
    first = middle + dt.timedelta(days=1)
    return replace(period, start=first, value=f"{first.isoformat()}/{period.end.isoformat()}", granularity="range")


def _first_months(expression: Expression, context: Context) -> Period:
    year, basis, _ = _plain_year(expression, context)
    last = expression.index or 1
    if year is None:
        return unknown(f"XXXX-01/XXXX-{last:02}", "range")
    return months_period(year, 1, last, f"{year:04}-01/{year:04}-{last:02}", "range", basis)


def _plain_year(expression: Expression, context: Context) -> tuple[int | None, Basis, str | None]:
    """The year of an expression that, without one, is of the year of publication."""
    if expression.year is None and expression.year_shift is None:
        return (context.reference.year if context.reference else None), context.basis, None
    return _year_of(expression, context)


def _resolve_week(expression: Expression, context: Context) -> Period:
    if expression.month is not None:
        return _week_of_month(expression, context)
    anchor = _anchor(expression, context)
    if anchor is None:
        return unknown("XXXX-WXX", "week")
    day, basis = anchor
    shift = expression.shift or 0
    monday = shift_days(day, -day.weekday() + 7 * shift)
    if expression.unit == "week":
        return week_period(monday, basis)
    if expression.shift in (None, 0) and context.tense == "past" and day.weekday() < 5:
        monday = shift_days(monday, -7)
    return weekend_period(monday, basis)


def _week_of_month(expression: Expression, context: Context) -> Period:
    """ "the last week of March": the week (Monday to Sunday) of the day that the count from either end reaches."""
    month = _resolve_month(replace(expression, unit="month", index=None), context)
    if month.start is None or month.end is None:
        return unknown(f"{month.value}-WXX", "week")
    index = expression.index or 1
    day = month.end if index < 0 else month.start + dt.timedelta(days=7 * (index - 1))
    week = week_period(day - dt.timedelta(days=day.weekday()), month.basis)
    if index < 0 and week.end is not None and week.end > month.end:
        week = week_period(day - dt.timedelta(days=day.weekday() + 7), month.basis)
    return week


def _resolve_fraction(expression: Expression, context: Context) -> Period:
    """Quarters and halves of calendar years."""
    letter, size, count = ("Q", 3, 4) if expression.unit == "quarter" else ("H", 6, 2)
    granularity: Granularity = "quarter" if letter == "Q" else "half"
    if expression.index is None:
        anchor = _anchor(expression, context)
        if anchor is None:
            return Period(None, None, f"XXXX-{letter}X", granularity)
        day, basis = anchor
        serial = day.year * count + (day.month - 1) // size + (expression.shift or 0)
        year, index = serial // count, serial % count + 1
        return months_period(year, (index - 1) * size + 1, size, f"{year:04}-{letter}{index}", granularity, basis)
    index = count if expression.index < 0 else expression.index
    month = (index - 1) * size + 1
    if expression.year is None and expression.year_shift is None and context.reference is not None:
        known, basis, _ = _nearest_year(replace(expression, month=month), context, size)
    else:
        known, basis, _ = _year_of(expression, context)
    if known is None:
        return Period(None, None, f"XXXX-{letter}{index}", granularity)
    return months_period(known, month, size, f"{known:04}-{letter}{index}", granularity, basis)


def _resolve_season(expression: Expression, context: Context) -> Period:
    name = expression.season or "SU"
    month = _SEASONS[name]
    year, basis = expression.year, "text"
    if year is None:
        reference = context.reference
        if reference is None:
            return unknown(f"XXXX-{name}", "season")
        basis = context.basis
        year = reference.year
        if expression.shift is not None and expression.shift < 0:
            over = months_period(year, month, 3, "", "season", "text").end
            year -= int(over is None or over >= reference)
        elif expression.shift is not None and expression.shift > 0:
            year += int(dt.date(year, month, 1) <= reference)
        elif expression.shift is None:
            known, _, _ = _nearest_year(replace(expression, month=month), context, 3)
            year = known or year
    return months_period(year, month, 3, f"{year:04}-{name}", "season", basis)  # type: ignore[arg-type]


def _resolve_year(expression: Expression, context: Context) -> Period:
    if expression.year is not None:
        if expression.index is not None:
            value = f"{expression.year:04}/{expression.index:04}"
            return months_period(
                expression.year, 1, 12 * (expression.index - expression.year + 1), value, "range", "text"
            )
        return months_period(expression.year, 1, 12, f"{expression.year:04}", "year", "text")
    anchor = _anchor(expression, context)
    if anchor is None:
        return unknown("XXXX", "year")
    day, basis = anchor
    year = day.year + (expression.shift or 0)
    return months_period(year, 1, 12, f"{year:04}", "year", basis)


def _same_period(expression: Expression, context: Context) -> Period:
    """The period before in the text moved to another year; the whole of that year where none is before."""
    previous, reference = context.previous, context.reference
    if previous is None or previous.start is None or previous.end is None:
        year = expression.year or (reference.year - 1 if reference else None)
        if year is None:
            return unknown("XXXX", "year")
        return months_period(year, 1, 12, f"{year:04}", "year", "text" if expression.year else context.basis)
    years = expression.year - previous.start.year if expression.year else -1
    start, end = shift_years(previous.start, years), shift_years(previous.end, years)
    value = re.sub(r"\d{4}", lambda year: f"{int(year[0]) + years:04}", previous.value, count=2)
    if previous.granularity in ("decade", "century", "week"):
        value = f"{start.isoformat()}/{end.isoformat()}"
    return Period(start, end, value, previous.granularity, previous.basis)


def _resolve_decade(expression: Expression, context: Context) -> Period:
    year, basis = expression.year, "text"
    if year is None:
        anchor = _anchor(expression, context)
        if anchor is None:
            return unknown("XXX", "decade")
        year, basis = anchor[0].year // 10 * 10 + 10 * (expression.shift or 0), anchor[1]
    return months_period(year, 1, 120, f"{year // 10:03}", "decade", basis)  # type: ignore[arg-type]


def _resolve_century(expression: Expression, context: Context) -> Period:
    if expression.index is not None:
        first, basis = (expression.index - 1) * 100, "text"
    else:
        anchor = _anchor(expression, context)
        if anchor is None:
            return unknown("XX", "century")
        first, basis = anchor[0].year // 100 * 100 + 100 * (expression.shift or 0), anchor[1]
    return months_period(first, 1, 1200, f"{first // 100:02}", "century", basis)  # type: ignore[arg-type]


def _take_part(period: Period, expression: Expression, context: Context) -> Period:
    """A third of a period for "early", "mid" and "late", the part up to or from publication for "earlier", "later".

    The value stays that of the whole: TIMEX3 tells such parts in an attribute of their own.
    """
    if period.start is None or period.end is None or expression.part is None:
        return period
    if expression.index is not None and expression.unit == "month":
        return period  # "the first half of June" is narrowed already
    start, end = period.start, period.end
    if expression.part in ("earlier", "later"):
        reference = context.reference
        if reference is None or not start <= reference <= end:
            return period
        return replace(period, end=reference) if expression.part == "earlier" else replace(period, start=reference)
    if expression.unit == "year" and period.granularity == "year":
        cuts = (dt.date(start.year, 5, 1), dt.date(start.year, 9, 1))
    elif expression.unit == "month":
        cuts = (start.replace(day=11), start.replace(day=21))
    else:
        third = ((end - start).days + 1) // 3
        cuts = (start + dt.timedelta(days=third), start + dt.timedelta(days=2 * third))
    day = dt.timedelta(days=1)
    match expression.part:
        case "start":
            return replace(period, end=max(start, cuts[0] - day))
        case "middle":
            return replace(period, start=cuts[0], end=max(cuts[0], cuts[1] - day))
        case _:
            return replace(period, start=cuts[1])
