"""Date expressions in text: where they stand and what their words say, without resolving anything.

`find_expressions` runs the patterns over the sentences that hold one of their cues; each is linear in the text. Of
overlapping finds the longest wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from bilateral_extract.mentions.calendar_dates import calendar_patterns
from bilateral_extract.mentions.date_words import Build, Cues, Expression, Part, date_words
from bilateral_extract.mentions.relative_dates import relative_patterns

# Where no date expression reaches across: line breaks, and ends of sentences that are plainly no abbreviation's.
_BREAK = re.compile(r"\n|(?<=[a-z]{6}[.!?])[ ](?=[A-Z])")


@cache
def patterns_by_cues() -> dict[Cues, list[tuple[re.Pattern[str], Build]]]:
    """The patterns with their builders, by the cues of which a match holds at least one."""
    patterns: dict[Cues, list[tuple[re.Pattern[str], Build]]] = {}
    for pattern, cues, build in (*calendar_patterns(), *relative_patterns()):
        patterns.setdefault(cues, []).append((re.compile(pattern, re.VERBOSE), build))
    return patterns


def find_expressions(text: str) -> list[Expression]:
    """The date expressions of `text`, in order, none overlapping."""
    found: list[Expression] = []
    lower = text.lower()
    told = [
        ([cue for cue in cues if cue in (lower if cue == cue.lower() else text)], patterns)
        for cues, patterns in patterns_by_cues().items()
    ]
    told = [(cues, patterns) for cues, patterns in told if cues]
    for start, end in _sentences(text):
        sentence = text[start:end]
        either_case = sentence + sentence.lower()
        for cues, patterns in told:
            for cue in cues:
                if cue in either_case:
                    break
            else:
                continue
            for pattern, build in patterns:
                for match in pattern.finditer(text, start, end):
                    built = build(match) or ()
                    each = built if isinstance(built, tuple) else (built,)
                    found.extend(expression for expression in each if _stands_free(text, expression))
    found.sort(key=lambda expression: (expression.start, -expression.end))
    chosen: list[Expression] = []
    for expression in found:
        if not chosen or expression.start >= chosen[-1].end:
            chosen.append(expression)
        elif expression.end - expression.start > chosen[-1].end - chosen[-1].start:
            chosen[-1] = expression
    return [_with_part(text, expression, chosen[i - 1].end if i else 0) for i, expression in enumerate(chosen)]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of `text` stand, or runs of them."""
    start = 0
    for match in _BREAK.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _stands_free(text: str, expression: Expression) -> bool:
    """Whether an expression is not a part of a longer word, number or price."""
    before, after = text[max(0, expression.start - 1) : expression.start], text[expression.end : expression.end + 1]
    return not (before.isalnum() or before in ("$", "€", "£", "#", "_", "@")) and not (after.isalnum() or after == "_")


_PART = re.compile(
    r"""(?:\b(?:the[ ])?(?:very[ ])?(?P<noun>start|beginning|middle|end)[ ]of[ ](?:the[ ])?
      |\b(?:the[ ])?(?P<adjective>early|mid|late|end)(?:[ ]|-)(?:in[ ])?(?:the[ ])?
      |\b(?P<when>earlier|later)[ ](?:in[ ])?)$""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_PART = 26


def _with_part(text: str, expression: Expression, floor: int) -> Expression:
    """The expression with the words before it that name a part of it: "early", "mid-", "the end of", "later"."""
    if expression.part is not None:
        return expression
    window = max(floor, expression.start - _LONGEST_PART)
    match = _PART.search(text[window : expression.start])
    if not match:
        return expression
    if match["when"]:
        if expression.shift != 0 or expression.anchor == "text":
            return expression
        part: Part = "earlier" if match["when"].lower() == "earlier" else "later"
    elif expression.unit == "day":
        return expression
    else:
        part = date_words().parts[(match["noun"] or match["adjective"]).lower()]
    return replace(expression, start=window + match.start(), part=part)


def combine(text: str, expressions: list[Expression]) -> Iterator[tuple[Expression, ...]]:
    """The expressions, one or two at a time: two where the words between and before make them a range."""
    i = 0
    while i < len(expressions):
        if i + 1 < len(expressions) and _is_range(text, expressions[i], expressions[i + 1]):
            yield expressions[i], expressions[i + 1]
            i += 2
        else:
            yield (expressions[i],)
            i += 1


_LINK = re.compile(
    r"(?:[ ]?[-–—][ ]?|-to-|,?[ ](?P<word>to|through|thru|until|till|and)[ ](?:on[ ])?)(?:the[ ])?", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween[ ](?:the[ ])?$", re.IGNORECASE)
_FINENESS = {
    "day": 0, "week": 1, "month": 2, "quarter": 3, "season": 3, "half": 4, "year": 5, "decade": 6, "century": 7,
}  # fmt: skip


def _is_range(text: str, first: Expression, second: Expression) -> bool:
    """Whether two expressions next to each other are the ends of one period."""
    if second.start - first.end > 14 or first.until_day or second.until_day:
        return False
    match = _LINK.fullmatch(text[first.end : second.start])
    if not match or first.unit not in _FINENESS or second.unit not in _FINENESS:
        return False
    if abs(_FINENESS[first.unit] - _FINENESS[second.unit]) > 2:
        return False
    if (match["word"] or "").lower() != "and":
        return True
    return _BETWEEN.search(text[max(0, first.start - 14) : first.start]) is not None or _is_next_day(first, second)


def _is_next_day(first: Expression, second: Expression) -> bool:
    """ "Monday and Tuesday": two days in a row are a range as well."""
    if first.weekday is None or second.weekday is None or first.day is not None or second.day is not None:
        return False
    return second.weekday == first.weekday % 7 + 1 and first.shift is None and second.shift is None
