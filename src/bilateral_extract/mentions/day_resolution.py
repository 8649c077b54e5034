"""What expressions of single days mean: dates, weekdays, "yesterday", "the following day", and days of one month.

A bare weekday is the last such day up to publication, in the future tense the next one from it on. "The following
day" counts from the date before it in the text.
"""

from __future__ import annotations

import datetime as dt

from bilateral_extract.mentions.date_context import Context, find_anchor, find_year
from bilateral_extract.mentions.date_words import Expression
from bilateral_extract.mentions.periods import Period, calendar_day, day_period, shift_days, unknown


def resolve_day(expression: Expression, context: Context) -> Period:
    if expression.month is not None and expression.day is not None:
        return _dated(expression, context)
    if expression.day is not None:
        return _day_of_month(expression, context)
    if expression.weekday is not None:
        return _resolve_weekday(expression, context)
    anchor = find_anchor(expression, context)
    if anchor is None:
        return unknown("XXXX-XX-XX", "day")
    first, basis = anchor
    return day_period(shift_days(first, expression.shift or 0), basis)


def _dated(expression: Expression, context: Context) -> Period:
    """A day of a month, with or without its year, and days up to another one of the same month."""
    month, day = expression.month or 1, expression.day or 1
    year, basis, warning = find_year(expression, context)
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
