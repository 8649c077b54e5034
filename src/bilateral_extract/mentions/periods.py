"""Calendar periods: days, weeks, months, quarters and longer, each with both ends inclusive and its TIMEX3 value."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from bilateral_extract.models import Basis, Granularity


@dataclass(frozen=True, slots=True)
class Period:
    """A date or period; `start` and `end` are None where the year cannot be known. `warning` says what is odd."""

    start: dt.date | None
    end: dt.date | None
    value: str
    granularity: Granularity
    basis: Basis = "text"
    warning: str | None = None


def unknown(value: str, granularity: Granularity, warning: str | None = None) -> Period:
    """A period whose value has placeholders: no year is known for it."""
    return Period(None, None, value, granularity, "text", warning)


def day_period(day: dt.date, basis: Basis = "text") -> Period:
    """One day."""
    return Period(day, day, day.isoformat(), "day", basis)


def week_period(monday: dt.date, basis: Basis) -> Period:
    """The ISO 8601 week that starts on `monday`."""
    year, week, _ = monday.isocalendar()
    return Period(monday, shift_days(monday, 6), f"{year:04}-W{week:02}", "week", basis)


def weekend_period(monday: dt.date, basis: Basis) -> Period:
    """Saturday and Sunday of the week that starts on `monday`."""
    year, week, _ = monday.isocalendar()
    return Period(shift_days(monday, 5), shift_days(monday, 6), f"{year:04}-W{week:02}-WE", "week", basis)


def months_period(year: int, month: int, count: int, value: str, granularity: Granularity, basis: Basis) -> Period:
    """`count` whole months from the first of `month` on; those beyond December run into the next years."""
    last = year * 12 + month - 1 + count - 1
    if year < 1 or last // 12 > 9998:
        return Period(None, None, value, granularity, basis)
    return Period(dt.date(year, month, 1), month_end(last // 12, last % 12 + 1), value, granularity, basis)


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def calendar_day(year: int, month: int, day: int) -> dt.date | None:
    """A day, or None where the calendar has no such day."""
    if not 1 <= year <= 9999 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day)


def shift_days(day: dt.date, days: int) -> dt.date:
    """`days` later (earlier where negative); the same day where the calendar ends."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return day


def shift_years(day: dt.date, years: int) -> dt.date:
    """The same day of another year; 28 for 29 February."""
    year = min(9998, max(1, day.year + years))
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))
