"""Rounds: talks that go on at another time or place between those who met before, "the next round will be held in
Lima", "the talks will resume in May"."""

from __future__ import annotations

from collections.abc import Iterable

from bilateral_extract.language.constituents import content_noun, is_predicate, modifiers
from bilateral_extract.lexicon import load_words
from bilateral_extract.records.agreement import dates_clash, places_clash
from bilateral_extract.records.draft import NEGOTIATED, Draft, Fill
from bilateral_extract.records.editions import read_ordinal

FURTHER = load_words("further_rounds")
RESUMING = load_words("resuming_verbs")
NEGOTIATING = frozenset({"negotiate", "discuss", "work"})
ROUND = "round"  # among what is set for a draft: one of several rounds


def mark_round(draft: Draft) -> None:
    """Notes of talks told without their sides that they are one of several rounds."""
    trigger = draft.trigger
    if trigger.pos_ != "NOUN" or trigger.text[0].isupper() or is_predicate(trigger) or "follow" in draft.sets:
        return  # "this was their fifth meeting" is the one told
    nouns = (trigger, content_noun(trigger), trigger.head) if trigger.head.lemma_.lower() == "round" else (trigger,)
    words = [t for noun in nouns for t in (*modifiers(noun), *noun.lefts)]
    counted = any(t.lower_ in FURTHER or (t.pos_ == "ADJ" and (read_ordinal(t.text) or 0) > 1) for t in words)
    if counted or draft.clause.lemma in RESUMING:
        draft.sets = (*draft.sets, ROUND)


def is_other_round(known: Draft, draft: Draft) -> bool:
    """Whether talks told without their sides are another round of those told before: of other days, in another place,
    or still to come."""
    if ROUND not in draft.sets or not known.first("participants"):
        return False
    told = bool(draft.slots.keys() & {"date", "place"})
    differ = dates_clash(known, draft) or places_clash(known.first("place"), draft.first("place"))
    if told and (differ or known.first("status") != draft.first("status")):
        return True
    for slot in ("date", "place"):  # what only the sentence tells is not the meeting's told before
        fills = [fill for fill in draft.slots.pop(slot, ()) if fill.scope == "clause"]
        if fills:
            draft.slots[slot] = fills
    return False


def negotiated_before(draft: Draft, deals: Iterable[Draft]) -> Draft | None:
    """The document that a round of talks is about, where only that it is negotiated has been told: "Peru and Fiji are
    negotiating a treaty. The third round took place in Lima"."""
    if ROUND not in draft.sets or not draft.slots.keys() & {"date", "place"}:
        return None
    talked_of = (d for d in deals if d.clause.lemma in NEGOTIATING or NEGOTIATED in d.sets)
    return next((d for d in talked_of if len(d.values("parties")) > 1), None)


def repeat_sides(known: Draft, draft: Draft) -> None:
    """Gives another round the sides of the one before, or of what is negotiated."""
    draft.anaphoric = False
    sides = "parties" if known.kind == "deal" else "participants"
    for slot, told in (("participants", sides), ("countries", "countries")):
        draft.slots[slot] = []
        for fill in known.slots.get(told, []):
            draft.add(slot, Fill(fill.value, fill.span, "those of the round before", "paragraph"))
