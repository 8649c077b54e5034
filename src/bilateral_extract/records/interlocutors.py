"""Interlocutors: those met one after another, of whom one sentence may tell several meetings."""

from __future__ import annotations

from dataclasses import replace

from bilateral_extract.lexicon import load_words
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.meetings import PLURAL_ONLY, add_countries, sides_of
from bilateral_extract.records.parties import Participant
from bilateral_extract.records.scene import Scene

ONE_BY_ONE = load_words("one_by_one")
LATER = frozenset({"later", "then", "afterwards", "afterward", "subsequently", "thereafter"})


def part_interlocutors(scene: Scene, draft: Draft) -> list[Draft]:
    """A draft for each of those met one after another: "separate meetings with Ana Paz and Luis Soto" are two, and so
    are those of "met Ana Paz on Monday and Luis Soto on Friday"."""
    met = list(
        dict.fromkeys(
            participant
            for argument in draft.in_role("participants")
            if argument.role in ("with", "object")
            for participant in sides_of(scene, argument)
        )
    )
    own = {slot: _own_fills(draft, slot, met) for slot in ("date", "place")} if len(met) > 1 else {}
    if len(met) < 2 or not (any(len(fills) > 1 for fills in own.values()) or _tells_several(draft)):
        return [draft]
    slots = {slot: fills for slot, fills in draft.slots.items() if slot not in ("participants", "countries")}
    parted = []
    for one in met:
        part = replace(draft, evidence=list(draft.evidence), clauses=list(draft.clauses), slots=dict(slots))
        for fill in draft.slots["participants"]:
            if fill.value == one or fill.value not in met:
                part.add("participants", fill)
        for slot, told in own.items():
            if one in told:
                part.slots[slot] = [told[one]]
        add_countries(part)
        parted.append(part)
    return parted


def _own_fills(draft: Draft, slot: str, met: list[Participant]) -> dict[Participant, Fill]:
    """The dates or places told right behind those met, before the next of them."""
    told = [fill for fill in draft.slots.get(slot, []) if fill.scope == "clause"]
    starts = sorted(one.span.start for one in met)
    found: dict[Participant, Fill] = {}
    for one in met if len(told) > 1 else ():
        end = next((start for start in starts if start > one.span.start), None)
        own = (f for f in told if f.span.start > one.span.start and (end is None or f.span.start < end))
        if (fill := next(own, None)) is not None:
            found[one] = fill
    return found


def _tells_several(draft: Draft) -> bool:
    """Whether words tell of more than one meeting: "met separately", "meetings with", but "talks" are one."""
    trigger = draft.trigger
    words = [*trigger.children, *draft.clause.trigger.children]
    met = [a.head for a in draft.in_role("participants") if a.role in ("with", "object")]
    later = (t for noun in met for t in noun.subtree if t.lower_ in LATER and t.nbor(-1).dep_ == "cc")
    if next(later, None) is not None:
        return True  # "met Ana Paz, and later Luis Soto"
    return any(t.lower_ in ONE_BY_ONE for t in words) or (trigger.tag_ == "NNS" and trigger.lower_ not in PLURAL_ONLY)
