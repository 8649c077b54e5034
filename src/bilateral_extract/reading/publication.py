"""The day an article was published, where its own text says so."""

from __future__ import annotations

import re

from bilateral_extract.models import TimeSpan
from bilateral_extract.reading.days import match_day

Range = tuple[int, int]

_HEAD, _TAIL = 15, 6  # paragraphs from the top and the end among which publication lines stand
_LINE = 110  # characters: a longer line is prose
_LABEL = re.compile(
    r"(?:(?:date|day) of (?:publication|issue|release)|publication date|release date|date|dated"
    r"|(?:first |originally )?(?:published|posted|issued|released|created|added)(?: on| at)?)\s*[:|,-]?\s*",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"(?:last )?(?:updated|modified|reviewed)(?: on| at)?\s*[:|,-]?\s*", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
_CLOCK = re.compile(
    r"[\s,|@-]*(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}(?:[+-]\d{1,2})?\)?)?",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[\s.,|)]*(?:posted in\b.{0,60}|[|·•].{0,60})?$", re.IGNORECASE)
_OTHERS = re.compile(r"(?:see also|related|read (?:more|also|next)|more (?:on|from|news))\b", re.IGNORECASE)
_BYLINE = re.compile(r"(?:by\s.{2,60}?|.{2,40}?)\s*[|·•]\s*", re.IGNORECASE)


def find_published(clean: str, paragraphs: tuple[Range, ...]) -> TimeSpan | None:
    """The publication day, from a line that says nothing else: "4 December 2025 Posted in Press releases".

    A line with a label ("Published: …") or a date alone is believed before a date of the last change.
    """
    changed: TimeSpan | None = None
    for start, end in (*paragraphs[:_HEAD], *paragraphs[max(_HEAD, len(paragraphs) - _TAIL) :]):
        if end - start > _LINE:
            continue
        if _OTHERS.match(clean, start, end):
            break
        day = _read_line(clean, start, end)
        if day and not _UPDATE.match(clean, start, end):
            return day
        changed = changed or day
    return changed


def _read_line(clean: str, start: int, end: int) -> TimeSpan | None:
    at = start
    for opening in (_LABEL, _UPDATE, _BYLINE, _WEEKDAY):
        match = opening.match(clean, at, end)
        at = match.end() if match else at
    found = match_day(clean, at)
    if found is None or found[0].start is None:
        return None
    day, at = found
    clock = _CLOCK.match(clean, at, end)
    return day if _AFTER.match(clean, clock.end() if clock else at, end) else None
