"""Links between the records of an article: the package that a deal is part of, the event at which it was made."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from bilateral_extract.models import Span
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.scene import Scene


def link_drafts(scene: Scene, drafts: Sequence[Draft], ids: Mapping[int, str]) -> None:
    """Fills `part_of` and `event` with the ids of other drafts; `ids` has them by the drafts' identity.

    A record is linked to the first event that a sentence it was read from names.
    """
    names = sorted(
        ((fill.span.start, fill.span, draft) for draft in drafts if draft.kind == "event" for fill in _names(draft)),
        key=lambda named: named[0],
    )
    starts = [start for start, _, _ in names]
    for draft in drafts:
        if draft.whole is not None:
            told = draft.whole.evidence[0]
            draft.add("part_of", Fill(ids[id(draft.whole)], told, "the package told before", "article"))
        if draft.kind != "event" and (found := _event_within(_sentences(scene, draft), starts, names)) is not None:
            span, event = found
            draft.add("event", Fill(ids[id(event)], span, "named in the same sentence", "sentence"))


def _names(event: Draft) -> list[Fill]:
    return event.slots.get("name", [])


def _sentences(scene: Scene, draft: Draft) -> list[tuple[int, int]]:
    sentences = [scene.doc[scene.token_at(span.start)].sent for span in draft.evidence]
    return [(sentence.start_char, sentence.end_char) for sentence in sentences]


def _event_within(
    sentences: Sequence[tuple[int, int]], starts: Sequence[int], names: Sequence[tuple[int, Span, Draft]]
) -> tuple[Span, Draft] | None:
    for start, end in sentences:
        first = bisect_left(starts, start)
        if first < len(names) and names[first][1].end <= end:
            return names[first][1], names[first][2]
    return None
