"""What date expressions mean: calendar periods with both ends inclusive, from the words and what surrounds them.

Single days are resolved in `day_resolution`, years that the words leave out in `date_context`. Here: weeks and longer
periods, parts of them, and ranges, whose ends lend each other their year and month. Without a day of publication
nothing is guessed: the value has placeholders ("XXXX-06") and no first day.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bilateral_extract.mentions.date_context import Context, find_anchor, find_year, nearest_year
from bilateral_extract.mentions.date_words import Expression
from bilateral_extract.mentions.day_resolution import resolve_day
from bilateral_extract.mentions.periods import (
    Period,
    day_period,
    month_end,
    months_period,
    shift_days,
    shift_years,
    unknown,
    week_period,
    weekend_period,
)
from bilateral_extract.models import Basis, Granularity

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


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
            return resolve_day(expression, context)
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
        case "past":
            return _resolve_past(expression, context)
        case "same":
            return _same_period(expression, context)
        case "fiscal year":
            return unknown(f"FY{expression.year or 'XXXX'}", "year")


# --- longer periods -----------------------------------------------------------------------------------------------


def _resolve_month(expression: Expression, context: Context) -> Period:
    if expression.unit == "months":
        return _first_months(expression, context)
    if expression.month is None:  # "last month", "three months ago", "that month"
        anchor = find_anchor(expression, context)
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
    known, basis, _ = find_year(expression, context)
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
    return find_year(expression, context)


def _resolve_week(expression: Expression, context: Context) -> Period:
    if expression.month is not None:
        return _week_of_month(expression, context)
    anchor = find_anchor(expression, context)
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
        anchor = find_anchor(expression, context)
        if anchor is None:
            return Period(None, None, f"XXXX-{letter}X", granularity)
        day, basis = anchor
        serial = day.year * count + (day.month - 1) // size + (expression.shift or 0)
        year, index = serial // count, serial % count + 1
        return months_period(year, (index - 1) * size + 1, size, f"{year:04}-{letter}{index}", granularity, basis)
    index = count if expression.index < 0 else expression.index
    month = (index - 1) * size + 1
    if expression.year is None and expression.year_shift is None and context.reference is not None:
        known, basis, _ = nearest_year(replace(expression, month=month), context, size)
    else:
        known, basis, _ = find_year(expression, context)
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
            known, _, _ = nearest_year(replace(expression, month=month), context, 3)
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
    anchor = find_anchor(expression, context)
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


def _resolve_past(expression: Expression, context: Context) -> Period:
    """ "the past decade": from the same day that long ago to the day of publication."""
    end, unit = context.reference, expression.shift_unit
    if end is None:
        return unknown("PAST_REF", "range")
    years = {"year": 1, "decade": 10, "century": 100}
    if unit in years:
        start = shift_years(end, -years[unit])
    elif unit == "week":
        start = shift_days(end, -7)
    else:
        months = end.year * 12 + end.month - 1 - (3 if unit == "quarter" else 1)
        last = month_end(months // 12, months % 12 + 1)
        start = last.replace(day=min(end.day, last.day))
    return Period(start, end, f"{start.isoformat()}/{end.isoformat()}", "range", context.basis)


def _resolve_decade(expression: Expression, context: Context) -> Period:
    year, basis = expression.year, "text"
    if year is None:
        anchor = find_anchor(expression, context)
        if anchor is None:
            return unknown("XXX", "decade")
        year, basis = anchor[0].year // 10 * 10 + 10 * (expression.shift or 0), anchor[1]
    return months_period(year, 1, 120, f"{year // 10:03}", "decade", basis)  # type: ignore[arg-type]


def _resolve_century(expression: Expression, context: Context) -> Period:
    if expression.index is not None:
        first, basis = (expression.index - 1) * 100, "text"
    else:
        anchor = find_anchor(expression, context)
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
