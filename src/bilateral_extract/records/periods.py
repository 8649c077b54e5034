"""When an event or a journey takes place: the days told of it, a range from its first and last day, its length."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral_extract.models import TimeSpan
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.scene import Scene

END_WORDS = frozenset({"until", "till", "through", "to", "by"})
COARSE = frozenset({"year", "decade", "century", "month", "quarter"})


def fill_period(scene: Scene, draft: Draft, name: tuple[int, int] | None = None) -> None:
    """Proposes the days that the record's own clauses tell; a day after "until" or "through" ends what began before.

    A date inside the record's `name` (token bounds) says which one it is ("the 2024 forum"), not when.
    """
    own = {c.trigger.i for c in draft.clauses} | {draft.trigger.i}
    days: list[tuple[TimeSpan, bool]] = []
    for i in range(draft.trigger.sent.start, draft.trigger.sent.end):
        if name is not None and name[0] <= i < name[1]:
            continue
        for date in scene.dates_in(i, i + 1):
            if date.granularity not in ("decade", "century") and _belongs(scene.doc[i], own):
                days.append((date, _ends(scene.doc[i])))
    days.sort(key=lambda pair: pair[0].granularity in COARSE)
    starts = [date for date, ends in days if not ends]
    for end in [date for date, ends in days if ends]:
        whole = join_days(starts[0] if starts else None, end)
        draft.add("date", Fill(whole, end.span, "last day told"))
    for date in starts:
        draft.add("date", Fill(date, date.span, "date of the clause"))


def join_days(start: TimeSpan | None, end: TimeSpan) -> TimeSpan:
    """From the first day of `start`, where known, to the last day of `end`."""
    if start is not None and start.start and end.end and start.start > end.end:
        start = None
    first = start.start if start is not None else None
    value = f"{first or '..'}/{end.end or end.value}"
    return end.model_copy(update={"start": first, "end": end.end, "value": value, "granularity": "range"})


def _belongs(token: Token, own: set[int]) -> bool:
    """Whether a word hangs on one of our predicates with no other verb in between."""
    current = token
    while current.head != current:
        current = current.head
        if current.i in own:
            return True
        if current.pos_ in ("VERB", "AUX"):
            return False
    return False


def _ends(token: Token) -> bool:
    before = token.nbor(-1) if token.i else token
    return before.lower_ in ("until", "till", "through")
