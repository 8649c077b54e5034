"""Calendar days as datelines and publication lines write them: "June 5", "5 June 2024", "05.06.2024"."""

from __future__ import annotations

import datetime as dt
import re

from bilateral_extract.models import Basis, Span, TimeSpan

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form + r"(?![\w/])", re.IGNORECASE)
    for form in (
        rf"{_MONTH} {{0,2}}{_DAY}(?:,? {{1,2}}{_YEAR})?",
        rf"{_DAY}[ -]{{1,2}}{_MONTH}(?:,?[ -]{{1,2}}{_YEAR})?",
        r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.]{5,12}Z?)?",
        r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>(?:19|20)\d\d)",
        r"(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>(?:19|20)\d\d)",
    )
)


def match_day(clean: str, at: int, published: dt.date | None = None) -> tuple[TimeSpan, int] | None:
    """The day written at offset `at` and the offset where it ends, or None.

    A year that is not written is the one that brings the day nearest to `published`; without that there is none.
    "06/05/2024" could be two days and gives None.
    """
    for form in _FORMS:
        match = form.match(clean, at)
        if match:
            resolved = _resolve(match, published)
            if resolved:
                return resolved, match.end()
    return None


def _resolve(match: re.Match[str], published: dt.date | None) -> TimeSpan | None:
    parts = match.groupdict()
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        if (first > 12) == (second > 12) and first != second:
            return None
        day, month = (first, second) if first > 12 else (second, first)
    else:
        day, name = int(parts["day"]), parts["month"]
        month = int(name) if name.isdigit() else _MONTHS.index(name[:3].lower()) + 1
    span = Span(start=match.start(), end=match.end(), text=match[0])
    basis: Basis
    if parts["year"]:
        date, basis = _calendar(int(parts["year"]), month, day), "text"
    elif published is not None:
        around = (_calendar(published.year + shift, month, day) for shift in (-1, 0, 1))
        dates = [date for date in around if date]
        date, basis = min(dates, key=lambda date: abs(date - published), default=None), "published"
    elif _calendar(2000, month, day):  # any leap year
        return TimeSpan(value=f"XXXX-{month:02}-{day:02}", granularity="day", span=span)
    else:
        return None
    if date is None:
        return None
    return TimeSpan(start=date, end=date, value=date.isoformat(), granularity="day", basis=basis, span=span)


def _calendar(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
