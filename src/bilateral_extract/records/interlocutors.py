"""Interlocutors: those met one after another, of whom one sentence may tell several meetings."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from bilateral_extract.language.clauses import Argument
from bilateral_extract.language.constituents import conjuncts
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
    told = [a for a in draft.in_role("participants") if a.role in ("with", "object", "on")]
    met = list(dict.fromkeys(participant for argument in told for participant in sides_of(scene, argument)))
    own = {slot: _own_fills(draft, slot, met) for slot in ("date", "place")} if len(met) > 1 else {}
    groups = [[one] for one in met]
    if len(met) < 2 or not (any(len(fills) > 1 for fills in own.values()) or _tells_several(draft)):
        groups = _told_apart(scene, told, met)
    if len(groups) < 2:
        return [draft]
    slots = {slot: fills for slot, fills in draft.slots.items() if slot not in ("participants", "countries")}
    parted = []
    for group in groups:
        part = replace(draft, evidence=list(draft.evidence), clauses=list(draft.clauses), slots=dict(slots))
        for fill in draft.slots["participants"]:
            if fill.value in group or fill.value not in met:
                part.add("participants", fill)
        for slot, fills in own.items():
            if len(group) == 1 and group[0] in fills:
                part.slots[slot] = [fills[group[0]]]
        add_countries(part)
        parted.append(part)
    return parted


def _told_apart(scene: Scene, told: list[Argument], met: list[Participant]) -> list[list[Participant]]:
    """Those met, parted where "with" is told anew: "talks with Ana Paz and Luis Soto, and with Ola Berg" are two."""
    heads = {head.i: head for argument in told if argument.role == "with" for head in conjuncts(argument.head)}
    words = (t for head in heads.values() for t in head.lefts if t.dep_ == "case" and t.lower_ == "with")
    again = sorted(t.i for t in words if t.i > 1 and t.nbor(-1).lower_ == "and" and t.nbor(-2).text == ",")
    groups: dict[int, list[Participant]] = {}
    for one in met:
        groups.setdefault(bisect_left(again, scene.token_at(one.span.start)), []).append(one)
    return list(groups.values())


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
    """Whether words tell of more than one meeting: "met separately", "meetings with", but "talks" are one; who calls on
    two people calls on one after the other."""
    trigger = draft.trigger
    words = [*trigger.children, *draft.clause.trigger.children]
    met = [a.head for a in draft.in_role("participants") if a.role in ("with", "object", "on")]
    later = (t for noun in met for t in noun.subtree if t.lower_ in LATER and t.nbor(-1).dep_ == "cc")
    if any(a.role == "on" for a in draft.in_role("participants")) or next(later, None) is not None:
        return True  # "met Ana Paz, and later Luis Soto"
    return any(t.lower_ in ONE_BY_ONE for t in words) or (trigger.tag_ == "NNS" and trigger.lower_ not in PLURAL_ONLY)
