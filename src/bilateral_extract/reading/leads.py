"""Leads: lines of a page that lead to other articles, alone above their headlines or with a headline behind."""

from __future__ import annotations

import re

_READ_ON = r"(?:read|see|watch) (?:more|also|next)"
# What stands alone above the headlines of other articles.
_LABEL = re.compile(
    r"\W*(?:related(?: (?:articles?|stories|story|news|topics?|content|links?|coverage|reading|posts?|items))?"
    rf"|{_READ_ON}|(?:also|more) (?:read|on this (?:story|topic)|news|stories|from .{{2,30}})"
    r"|(?:other|latest|recent|top|breaking) (?:news|stories|headlines)(?: of the day)?|most (?:read|popular|viewed)"
    r"|recommended(?: (?:reading|stories|for you))?|you (?:may|might) (?:also|be) (?:like|interested in)"
    r"|trending(?: now)?|editor'?s'? (?:picks?|choice)|(?:previous|next) (?:article|story|news)|in other news"
    r"|don'?t miss)\W*",
    re.IGNORECASE,
)
# What stands before such a headline on its own line; fewer words, for news is told behind the others as well.
_INLINE = re.compile(
    rf"\W*(?:{_READ_ON}|also read|related(?: (?:article|story|news))?|recommended)\s*[:|>»]\s*\S", re.IGNORECASE
)
_INLINE_WORDS = 25


def leads_elsewhere(line: str) -> bool:
    """Whether a line alone says that headlines of other articles follow: "Related stories"."""
    return _LABEL.fullmatch(line) is not None


def names_another(line: str) -> bool:
    """Whether a line names another article: "Read also: Peru signs a pact"."""
    return _INLINE.match(line) is not None and len(line.split()) <= _INLINE_WORDS
