"""Deals: what was signed, agreed or is planned, by whom, worth what."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bilateral_extract.language.constituents import (
    clause_span,
    governing_predicate,
    verb_lemma,
)
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import TimeSpan
from bilateral_extract.records.binding import add_recipient, fill_parties
from bilateral_extract.records.circumstances import fill_date, fill_place
from bilateral_extract.records.deal_arguments import gather_arguments
from bilateral_extract.records.deal_making import is_no_document, tells_deal
from bilateral_extract.records.deal_status import (
    STATUSES,
    is_of_old,
    judge_in_scene,
    read_status,
)
from bilateral_extract.records.documents import (
    PLURAL_KINDS,
    document_kind,
    is_in_being,
    is_plural,
    negotiation_of,
    signed_participle,
)
from bilateral_extract.records.draft import AGAIN, ALONE, ITEM, NEGOTIATED, TITLE, Draft, Fill
from bilateral_extract.records.scene import Scene
from bilateral_extract.records.subjects import fill_subject
from bilateral_extract.records.worth import fill_value

NO_DEAL = frozenset({"cancelled", "background"})
MARKS = frozenset({ITEM, TITLE, NEGOTIATED, AGAIN})
ENDING = load_words("ending_verbs")
FREE = ("free of charge", "free of cost", "as a gift", "as a donation", "as a present", "gratis", "at no cost")


def fill_deal(scene: Scene, draft: Draft) -> bool:
    """Fills a deal's slots; False where none is made or definitely planned, or nothing says that it is a deal."""
    reality = judge_in_scene(scene, draft)
    if reality in ("wished", "denied") or NO_DEAL & set(draft.sets) or is_no_document(draft):
        return False
    talks = negotiation_of(draft.trigger) if draft.rule == ALONE else None
    if talks is not None:
        verb = governing_predicate(talks)
        ended = verb is not None and reality == "actual" and verb_lemma(verb) in ENDING
        draft.sets = (*draft.sets, NEGOTIATED, "agreed" if ended else "planned")
    if scene.is_in_heading(draft.trigger) and ITEM not in draft.sets:
        draft.sets = (*draft.sets, TITLE)
    gather_arguments(scene, draft)
    here = scene.span(draft.trigger.i, draft.trigger.i + 1)
    reality, told, shown = read_status(scene, draft, reality)
    draft.add("status", Fill("planned" if reality == "planned" else shown, here, f"{reality} {draft.rule}"))
    if AGAIN in draft.sets:
        fill_parties(scene, draft)
        fill_date(scene, draft)
        fill_place(scene, draft)
        return True
    draft.add("kind", Fill(_kind(draft), here, f"the word {draft.trigger.lower_}"))
    fill_parties(scene, draft)
    fill_value(scene, draft)
    fill_subject(scene, draft)
    add_recipient(scene, draft)
    fill_date(scene, draft)
    _drop_days_to_come(scene, draft)
    if not _is_of_effects(draft):
        fill_place(scene, draft)
    if draft.rule == ALONE and is_of_old(scene, draft):
        draft.slots["status"] = [replace(draft.slots["status"][0], value="signed")]
    return tells_deal(scene, draft, reality, told)


def _drop_days_to_come(scene: Scene, draft: Draft) -> None:
    """What is made is made by the day of the report: "agreed on financing for projects by 2035", "signed guidelines for
    work in 2024–2026" have no date yet."""
    published = scene.reading.published
    if published is not None and draft.first("status") != "planned" and "date" in draft.slots:
        kept = [fill for fill in draft.slots["date"] if _is_by(fill.value, published)]
        draft.slots["date"] = kept
        if not kept:
            del draft.slots["date"]


def _is_by(days: TimeSpan, published: dt.date) -> bool:
    """Whether days may be the date of what was made by the day of publication: no years to come."""
    if days.start is None or days.end is None:
        return True
    return days.start <= published and (days.start.year == days.end.year or days.end <= published)


def _is_of_effects(draft: Draft) -> bool:
    """Whether a clause only tells what a document is for or does, which says nothing of where it was made: "under the
    pact a centre will be built in Lima"."""
    return draft.rule == ALONE and is_in_being(draft.trigger) and signed_participle(draft.trigger) is None


def _is_free(draft: Draft) -> bool:
    """Whether what is supplied is a gift: "will supply rice to Peru free of charge"."""
    words = draft.trigger.doc[slice(*clause_span(draft.clause.trigger))].text.lower()
    return any(phrase in words for phrase in FREE)


def _kind(draft: Draft) -> str:
    for name in draft.sets:
        if name not in STATUSES and name not in MARKS:
            return "grant" if name in ("contract", "purchase") and _is_free(draft) else name
    kind = document_kind(draft.trigger)
    return "package" if is_plural(draft.trigger) and kind in PLURAL_KINDS else kind
