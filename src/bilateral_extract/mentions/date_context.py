"""What dates are resolved against, and how a year that the words leave out is supplied.

- A day or month without a year takes the year that brings it nearest to the day of publication. Tense decides where
  that leaves doubt: a date told in the past tense that would lie far ahead goes back a year, one told in the future
  tense that would lie behind goes on a year. A weekday beside the date picks the year among the three around
  publication that fits; where none fits, that is told in a notice.
- Without a day of publication a year is taken from a date before in the same paragraph that is at most a month away,
  and else never guessed.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from bilateral_extract.mentions.date_words import Expression
from bilateral_extract.mentions.periods import Period, calendar_day, months_period
from bilateral_extract.mentions.tenses import Tense, guess_tense
from bilateral_extract.models import Basis

_DOUBT = 60  # days: a date nearer than this to publication is believed whatever the tense seems to be


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is resolved against: the day of publication and what supplied it, the date before, and the words
    around it: from `start` to `end` of `text` stands what is resolved."""

    reference: dt.date | None
    basis: Basis
    previous: Period | None
    text: str
    start: int
    end: int

    @property
    def tense(self) -> Tense:
        """The tense that the words around the date show; most dates never ask."""
        return guess_tense(self.text, self.start, self.end)


def find_anchor(expression: Expression, context: Context) -> tuple[dt.date, Basis] | None:
    """The day that a relative expression counts from."""
    if expression.anchor == "text":
        previous = context.previous
        if previous is None or previous.start is None or previous.end is None:
            return None
        if context.tense == "past" and context.reference and previous.start > context.reference:
            return context.reference, context.basis  # what is done was not done on a day to come
        return (previous.end if (expression.shift or 0) > 0 else previous.start), previous.basis
    return None if context.reference is None else (context.reference, context.basis)


def find_year(expression: Expression, context: Context) -> tuple[int | None, Basis, str | None]:
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
    return nearest_year(expression, context)


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


def nearest_year(expression: Expression, context: Context, months: int = 1) -> tuple[int | None, Basis, str | None]:
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
