"""Whether two readings of a slot may be of one thing."""

from __future__ import annotations

import re

from bilateral_extract.models import Place, TimeSpan
from bilateral_extract.records.draft import Draft

_EMPTY_WORD = re.compile(
    r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|of|the|and|on|for|in"
)


def clash(a: object, b: object) -> bool:
    """Whether two values are told and differ."""
    return a is not None and b is not None and a != b


def places_clash(a: Place | None, b: Place | None) -> bool:
    """Whether two places lie apart; a country holds its cities."""
    if a is None or b is None or a.name == b.name:
        return False
    if "venue" in (a.kind, b.kind) and a.kind != b.kind:  # a hall stands in some city
        return clash(a.country, b.country)
    return not (a.country == b.country and "country" in (a.kind, b.kind))


def content_words(name: str | None) -> frozenset[str]:
    """The words of a name that tell it from others, in lower case."""
    words = re.findall(r"\w+", (name or "").casefold())
    return frozenset(w for w in words if not _EMPTY_WORD.fullmatch(w))


def dates_clash(a: Draft, b: Draft) -> bool:
    """Whether two records are told of days that do not meet."""
    left: TimeSpan | None = a.first("date")
    right: TimeSpan | None = b.first("date")
    if left is None or right is None or left.start is None or right.start is None:
        return False
    return left.start > (right.end or right.start) or right.start > (left.end or left.start)
