"""How exact a number is, from the words beside it: "about", "more than", "up to", "or so"."""

from __future__ import annotations

import re
from functools import cache

from bilateral_extract.lexicon import read_table
from bilateral_extract.models import Bound

# "$2 million plus 500,000 euros" adds, "$2 million plus" is a bound.
_ADDITION = re.compile(r"\s(?:plus|\+)\s(?:\S{0,4}\d|[$€£¥₹]|(?:an?|the|another|up|some|about)\b)", re.IGNORECASE)
_WINDOW = 26  # characters; the longest phrase of the table with a blank on either side


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Bound]]:
    rows = read_table("bounds")
    bounds: dict[str, Bound] = {row["words"]: row["bound"] for row in rows}  # type: ignore[misc]
    phrases = {
        side: "|".join(
            re.escape(row["words"]).replace(r"\ ", r"\s+")
            for row in sorted(rows, key=lambda row: -len(row["words"]))
            if row["side"] == side
        )
        for side in ("before", "after")
    }
    before = re.compile(rf"(?<!\w)(?:{phrases['before']})(?:\s+(?:a|an|the|another))?\s*$", re.IGNORECASE)
    after = re.compile(rf"[\s-]?(?:{phrases['after']})(?!\w)", re.IGNORECASE)
    return before, after, bounds


def find_bound(text: str, start: int, end: int) -> tuple[Bound, int]:
    """The bound of the number expression at `start` to `end`, and where its words before the number start.

    The second value is `start` where no such words stand before it.
    """
    before, after, bounds = _patterns()
    window = max(0, start - _WINDOW)
    if match := before.search(text[window:start]):
        words = re.sub(r"\s+", " ", match[0].strip().lower())
        words = words if words in bounds else words.rsplit(" ", 1)[0]
        return bounds[words], window + match.start()
    if (match := after.match(text, end)) and not _ADDITION.match(text, end):
        return bounds[re.sub(r"\s+", " ", match[0].strip(" -\n\t").lower())], start
    return "exact", start
