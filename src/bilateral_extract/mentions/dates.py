"""The dates and periods of an article: found by their words, resolved against publication and the dates before them.

A `TimeSpan` covers the words of the date ("Wednesday, June 26", "the third quarter of 2024"); prepositions stay
outside, except those that make a range: nothing of "on June 26" but the day, all of "from 10 to 12 June".
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right

from bilateral_extract.mentions.date_context import Context
from bilateral_extract.mentions.date_expressions import combine, find_expressions
from bilateral_extract.mentions.date_resolution import resolve, resolve_range
from bilateral_extract.mentions.date_words import Expression
from bilateral_extract.mentions.periods import Period
from bilateral_extract.models import Basis, Notice, TimeSpan
from bilateral_extract.reading.reading import Reading

_REACH = 40  # periods looked back over
# What can be meant by "the same day", "that month", "the following year".
_FINER: dict[str, tuple[str, ...]] = {
    "day": ("day", "range"),
    "week": ("day", "week", "range"),
    "month": ("day", "week", "month", "range"),
    "quarter": ("day", "month", "quarter"),
    "year": ("day", "week", "month", "quarter", "half", "season", "year", "range"),
    "same": ("day", "week", "month", "quarter", "half", "season", "range"),
}

_OPENER = re.compile(r"\b(?:between|from)[ ](?:the[ ])?$", re.IGNORECASE)


def find_dates(reading: Reading) -> tuple[list[TimeSpan], list[Notice]]:
    """The dates of an article in order, and a notice for each that contradicts its weekday or cannot be.

    The direction of a bare weekday comes from the tense that the words around it tell.
    """
    text = reading.clean
    reference, basis = _reference(reading)
    paragraph_starts = [start for start, _ in reading.paragraphs]
    dates: list[TimeSpan] = []
    notices: list[Notice] = []
    told: list[tuple[Period, int]] = []  # the periods so far, each with the number of its paragraph
    for group in combine(text, find_expressions(text)):
        start, end = group[0].start, group[-1].end
        paragraph = bisect_right(paragraph_starts, start)
        previous = _antecedent(group[0], told, paragraph)
        context = Context(reference, basis, previous, text, start, end)
        for piece, period in _resolve_group(text, group, context):
            span = reading.span(*piece)
            dates.append(
                TimeSpan(
                    start=period.start,
                    end=period.end,
                    value=period.value,
                    granularity=period.granularity,
                    basis=period.basis,
                    span=span,
                )
            )
            if period.warning:
                notices.append(Notice(message=f"date: {period.warning}", span=span))
            if period.start is not None:
                told.append((period, paragraph))
    return dates, notices


def _antecedent(expression: Expression, told: list[tuple[Period, int]], paragraph: int) -> Period | None:
    """The period that an expression refers back to or takes its year from.

    Words that refer back ("the same day") reach the nearest earlier period that is fine enough, in any paragraph;
    all else leans on its own paragraph only, so that paragraphs without such words can change places.
    """
    refers = "text" in (expression.anchor if expression.shift is not None else None, expression.year_anchor)
    finest = _FINER.get(expression.unit, _FINER["day"]) if expression.anchor == "text" else None
    for period, where in reversed(told[-_REACH:]):
        if not refers and where != paragraph:
            return None
        if finest is None or period.granularity in finest:
            return period
    return None


def _reference(reading: Reading) -> tuple[dt.date | None, Basis]:
    """The day that relative dates count from, and what supplied it."""
    if reading.published is not None:
        own, dateline = reading.published_span, reading.dateline
        dated = own is not None and dateline is not None and dateline.span.start <= own.start < dateline.span.end
        return reading.published, "dateline" if dated else "published"
    if reading.dateline is not None and reading.dateline.date is not None:
        return reading.dateline.date.start, "dateline"
    return None, "text"


def _resolve_group(text: str, group: tuple[Expression, ...], context: Context) -> list[tuple[tuple[int, int], Period]]:
    """The spans and periods of one or two expressions: one period for a range, each its own where that fails."""
    if len(group) == 2 and (period := resolve_range(group[0], group[1], context)) is not None:
        return [((_range_start(text, group[0].start), group[1].end), period)]
    pieces: list[tuple[tuple[int, int], Period]] = []
    for expression in group:
        start = _range_start(text, expression.start) if expression.until_day else expression.start
        pieces.append(((start, expression.end), resolve(expression, context)))
    return pieces


def _range_start(text: str, start: int) -> int:
    """Where a range starts, with the "from" or "between" that opens it."""
    match = _OPENER.search(text[max(0, start - 14) : start])
    return start - len(match[0]) if match else start
