"""From clauses and mentions to records: candidates, filling, merging, confidence, models."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from bilateral_extract.language.constituents import clause_span
from bilateral_extract.mentions.entity import Entity
from bilateral_extract.mentions.values import Values
from bilateral_extract.models import Deal, Delegation, Event, Meeting, Notice, Record, Span
from bilateral_extract.reading.reading import Reading
from bilateral_extract.records.candidates import find_candidates
from bilateral_extract.records.confidence import estimate_confidence
from bilateral_extract.records.context import complete_context, expect_future
from bilateral_extract.records.deal_sides import bind_sides
from bilateral_extract.records.deals import fill_deal
from bilateral_extract.records.delegations import fill_delegation
from bilateral_extract.records.draft import ASIDE, Draft, Fill, RecordKind
from bilateral_extract.records.events import fill_event, settle_event
from bilateral_extract.records.interlocutors import part_interlocutors
from bilateral_extract.records.items import mark_items
from bilateral_extract.records.journeys import part_travellers, place_events, settle_journey
from bilateral_extract.records.links import link_drafts
from bilateral_extract.records.lists import expand_documents, fold_nested
from bilateral_extract.records.meetings import fill_meeting
from bilateral_extract.records.merging import LIST_SLOTS, merge_drafts
from bilateral_extract.records.parties import Participant
from bilateral_extract.records.periods import foresee
from bilateral_extract.records.scene import Scene
from bilateral_extract.records.sides import add_protagonists, complete_sides, pair_countries, presume_sides
from bilateral_extract.records.signings import add_signings
from bilateral_extract.records.subjects import complete_subjects

FILLERS: dict[RecordKind, Callable[[Scene, Draft], bool]] = {
    "deal": fill_deal,
    "delegation": fill_delegation,
    "meeting": fill_meeting,
    "event": fill_event,
}
# What one place of a text may tell several records of.
PARTERS: dict[RecordKind, Callable[[Scene, Draft], list[Draft]]] = {
    "deal": expand_documents,
    "delegation": part_travellers,
    "meeting": part_interlocutors,
}
MODELS: dict[RecordKind, type[Record]] = {
    "deal": Deal,
    "delegation": Delegation,
    "meeting": Meeting,
    "event": Event,
}


@dataclass(frozen=True, slots=True)
class Records:
    """The records of an article, and what had to be left out."""

    deals: tuple[Deal, ...]
    delegations: tuple[Delegation, ...]
    meetings: tuple[Meeting, ...]
    events: tuple[Event, ...]
    notices: tuple[Notice, ...] = ()


def build_records(doc: Doc, reading: Reading, entities: Sequence[Entity], values: Values) -> Records:
    """The records that a parsed article tells of, each with evidence, provenance and confidence.

    An article that names no country, nor anybody or any place of one, tells of nothing between countries.
    """
    if not any(entity.country for entity in entities):
        return Records((), (), (), (), (Notice(message="no country is named, so nothing here is between countries"),))
    scene = Scene(doc, reading, entities, values)
    drafts = build_drafts(scene)
    made: dict[RecordKind, list[Record]] = {kind: [] for kind in MODELS}
    counts: Counter[RecordKind] = Counter()
    ids: dict[int, str] = {}
    for draft in drafts:
        counts[draft.kind] += 1
        ids[id(draft)] = f"{draft.kind}-{counts[draft.kind]}"
    link_drafts(scene, drafts, ids)
    for draft in drafts:
        made[draft.kind].append(to_record(scene, draft, ids[id(draft)]))
    return Records(*(tuple(made[kind]) for kind in MODELS))  # type: ignore[arg-type]


def build_drafts(scene: Scene) -> list[Draft]:
    """Filled and merged drafts, before they become models."""
    filled = []
    for draft in mark_items(scene, find_candidates(scene)):
        if FILLERS[draft.kind](scene, draft):
            draft.evidence.append(_evidence(scene, draft))
            if scene.is_aside(draft.trigger):
                draft.sets = (*draft.sets, ASIDE)
            filled.extend(PARTERS[draft.kind](scene, draft) if draft.kind in PARTERS else [draft])
    filled = fold_nested(add_signings(filled))
    presume_sides(scene, filled)
    complete_sides(scene, filled)
    merged = bind_sides(scene, merge_drafts(scene, filled))
    for draft in merged:
        if draft.kind in ("event", "delegation"):
            foresee(scene, draft)
        if draft.kind == "event":
            settle_event(draft)
    complete_subjects(scene, merged)
    place_events(merged)
    add_protagonists(scene, merged)
    complete_context(scene, merged)
    expect_future(scene, merged)
    complete_sides(scene, merged)  # once more, where the place is known only now
    for draft in merged:
        if draft.kind == "delegation":
            settle_journey(scene, draft)
    pair_countries(scene, merged)
    return merged


def _evidence(scene: Scene, draft: Draft) -> Span:
    first, last = clause_span(draft.clause.trigger)
    return scene.span(min(first, draft.trigger.i), max(last, draft.trigger.i + 1))


def to_record(scene: Scene, draft: Draft, record_id: str) -> Record:
    """The model of a filled draft."""
    fields: dict[str, Any] = {}
    provenance: dict[str, tuple[Span, ...]] = {}
    rules: dict[str, str] = {}
    for slot, fills in draft.slots.items():
        kept = fills if slot in LIST_SLOTS else fills[:1]
        values = [_public(fill) for fill in kept]
        fields[slot] = tuple(values) if slot in LIST_SLOTS else values[0]
        provenance[slot] = tuple(dict.fromkeys(fill.span for fill in kept))
        rules[slot] = "; ".join(dict.fromkeys(fill.rule for fill in kept))
    return MODELS[draft.kind](
        id=record_id,
        confidence=estimate_confidence(scene, draft),
        evidence=tuple(dict.fromkeys(draft.evidence)),
        provenance=provenance,
        rules=rules,
        **fields,
    )


def _public(fill: Fill) -> Any:
    return fill.value.to_party() if isinstance(fill.value, Participant) else fill.value
