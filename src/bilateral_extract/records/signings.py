"""Signings told apart from what is signed: "It was signed in Lima by Ana Paz", "Ana Paz signed for Peru"."""

from __future__ import annotations

from dataclasses import replace

from bilateral_extract.records.documents import is_document
from bilateral_extract.records.draft import AGAIN, MEMORY, Draft

REACH = 3  # sentences back over which a signing goes to the document told last
SEVERAL = frozenset({"they", "them", "these", "both", "all"})
TOLD = ("signatories", "parties", "countries", "date", "place")


def add_signings(drafts: list[Draft]) -> list[Draft]:
    """Gives the signings that name no document to the deal told before, or to the deals told in one sentence where
    "they" were signed; leaves the signings out."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.kind != "deal" or AGAIN not in draft.sets:
            kept.append(draft)
            continue
        for known in _meant(draft, kept):
            _add(known, draft)
    return kept


def _meant(signing: Draft, before: list[Draft]) -> list[Draft]:
    """The deals that a signing goes back to."""
    documents = [
        d for d in before[-MEMORY:] if d.kind == "deal" and is_document(d.trigger) and d.trigger.i < signing.trigger.i
    ]
    if not documents:
        return []
    last = max(documents, key=lambda d: d.trigger.i)
    between = signing.trigger.doc[last.trigger.i : signing.trigger.i]
    if sum(t.is_sent_start is True for t in between) > REACH:
        return []
    several = any(a.head.lower_ in SEVERAL for a in signing.clause.get("object", "to"))
    return [d for d in documents if d.trigger.sent == last.trigger.sent] if several else [last]


def _add(known: Draft, signing: Draft) -> None:
    status = signing.slots["status"][0]
    if known.first("status") != "signed" or status.value == "signed":
        known.slots["status"] = [replace(status, scope="sentence")]
    known.sets = (*(s for s in known.sets if s != "echo"), "signed")
    for slot in TOLD:
        fills = signing.slots.get(slot, [])
        if slot in ("date", "place") and any(f.scope == "clause" for f in fills):
            known.slots.pop(slot, None)
        for fill in fills:
            known.add(slot, fill)
    known.evidence.extend(signing.evidence)
    known.clauses.extend(signing.clauses)
