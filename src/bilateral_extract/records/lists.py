"""Lists of documents: "agreements on a, b and c" tells of one deal for each, "two agreements" of a package."""

from __future__ import annotations

import calendar
import math
from bisect import bisect_right
from dataclasses import replace
from itertools import groupby, permutations

from spacy.tokens import Token

from bilateral_extract.language.constituents import conjuncts, nominals_behind, preposition_of
from bilateral_extract.language.enumerations import Item, list_items
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import Span
from bilateral_extract.records.binding import TRANSFERS, add_party, bind_side
from bilateral_extract.records.documents import (
    MISREAD,
    content_of,
    contents_of,
    document_kind,
    is_definite,
    is_document,
    is_member,
    is_plural,
    negotiation_of,
)
from bilateral_extract.records.draft import ALONE, NEGOTIATED, Draft, Fill
from bilateral_extract.records.items import SIDE_ROLES
from bilateral_extract.records.parties import resolve_participants
from bilateral_extract.records.phrases import strip_phrase
from bilateral_extract.records.scene import Scene
from bilateral_extract.records.subjects import PROVISION, fill_sectors

MOST_IN_SENTENCE = 40  # deals of one sentence that are compared, so that time is linear
LIST_ROLES = frozenset({"on", "for", "regarding", "concerning", "covering", "about", "of"})
FIELDS = frozenset({"cooperation", "collaboration", "area", "field", "sphere", "sector", "understanding"})
GENERAL = FIELDS | {
    "investment",
    "partnership",
    "project",
    "exchange",
    "tie",
    "relation",
}  # held together by what is behind
FAR = 60  # words behind several documents in which the single ones are told
SINGLE = frozenset({"one", "first", "second", "third", "fourth", "fifth", "other", "another"})
JOINS = frozenset({"and", "as", ",", ";", "or", "also"})
SINGLE_ROLES = frozenset({"on", "for", "about", "regarding", "concerning"})
DAYS, MONTHS = frozenset(calendar.day_name), frozenset(calendar.month_name)
ASIDES = load_words("time_nouns") | load_words("circumstance_nouns") | load_words("same_occasions") | {"behalf", "part"}
REACH = 5  # tokens within which an of-phrase follows its noun
SHARED = ("status", "parties", "signatories", "countries", "date", "place")


def expand_documents(scene: Scene, draft: Draft) -> list[Draft]:
    """The deals that a filled draft with a plural head noun tells of: itself, or one for each coordinated subject.

    Where it counts more documents than it lists, the package itself comes first.
    """
    if "listed" in draft.sets:
        members = [t for argument in draft.in_role("members") for t in conjuncts(argument.head)]
        members = [t for t in members if t.pos_ == "NOUN" and not is_member(t)]
        return [_part(scene, draft, token, members) for token in members]
    if draft.rule.endswith((":sum", ":money")):
        return _sums(scene, draft)
    if not is_plural(draft.trigger):
        return [draft]
    count = draft.first("count")
    if draft.items:
        return [draft, *(_as_member(_told_by_sides(scene, draft, item)) for item in draft.items)]
    in_turn = _partners_in_turn(scene, draft)
    if in_turn and count in (None, len(in_turn)):
        return [_told_by_sides(scene, _without_partners(draft), item) for item in in_turn]
    items = _contents(draft)
    if len(items) > 2 or len(items) == count:
        parts = [_part_of(scene, draft, _item_phrase(scene, item)) for item in items]
        return parts if count in (None, len(items)) else [draft, *map(_as_member, parts)]
    heads = _one_by_one(draft.trigger) or _listed(draft)
    if len(heads) < 2 and len(partners := _partners(draft)) > 1 and count in (None, len(partners)):
        return [_with_partner(draft, partner, partners) for partner in partners]
    if len(heads) < 2 or (count is not None and count < len(heads)):
        return [draft]
    parts = [_part(scene, draft, head, heads) for head in heads]
    if count in (None, len(heads)):
        return parts
    return [draft, *map(_as_member, parts)]


def _sums(scene: Scene, draft: Draft) -> list[Draft]:
    """The gifts that one verb tells, each with its sum and aim: "announced $3 million for schools and a further $2
    million for clinics"."""
    values = draft.slots.get("value", [])
    words = draft.trigger.doc[draft.trigger.i : draft.trigger.sent.end]
    told = [t for t in words if t.dep_ == "conj" and any(scene.token_at(f.span.start) == t.i for f in values)]
    aims = [next((n for n in nominals_behind(t, "for", "to", "towards", "toward")), None) for t in told]
    parts = [draft]
    for amount, aim in zip(told, aims, strict=True):
        if aim is None:
            continue
        own = [f for f in values if scene.token_at(f.span.start) == amount.i]
        part = _part_of(scene, draft, strip_phrase(scene, aim))
        part.slots["kind"], part.slots["value"] = list(draft.slots["kind"]), own
        draft.slots["value"] = [f for f in draft.slots["value"] if f not in own]
        draft.slots["subject"] = [_cut(scene, f, amount) for f in draft.slots.get("subject", [])]
        parts.append(part)
    return parts


def _cut(scene: Scene, fill: Fill, amount: Token) -> Fill:
    """A subject without the sum that is told behind it."""
    first, last = scene.tokens_of(fill.value)
    if not first < amount.left_edge.i < last:
        return fill
    last = amount.left_edge.i
    while last > first + 1 and (scene.doc[last - 1].is_punct or scene.doc[last - 1].dep_ in ("cc", "fixed")):
        last -= 1
    span = scene.span(first, last)
    return replace(fill, value=span, span=span)


def _as_member(part: Draft) -> Draft:
    part.sets = (*part.sets, "member")
    return part


def _told_by_sides(scene: Scene, draft: Draft, item: tuple[int, int]) -> Draft:
    """The deal of a list's line that names its sides and matter: "with Copper Hill, on a smelter"."""
    words = scene.doc[slice(*item)]
    side = next((t for t in words if preposition_of(t) in SIDE_ROLES), None)
    matter = next((t for t in words if preposition_of(t) in SINGLE_ROLES), None)
    act = next((t for t in words if t.tag_ == "VB" and any(w.tag_ == "TO" for w in t.lefts)), None)
    if matter is not None and (act is None or matter.i < act.i):
        phrase = strip_phrase(scene, matter)
    else:
        phrase = scene.span(act.i, item[1]) if act is not None else scene.span(*item)
    part = _part_of(scene, draft, phrase)
    if matter is None and act is None:
        del part.slots["subject"]
    for amount in scene.amounts_in(*item)[:1]:
        part.add("value", Fill(amount, amount.span, "amount beside its side"))
    if side is not None and preposition_of(side) != "with":  # "between": all sides are told here
        part.slots.pop("parties", None)
        part.slots.pop("countries", None)
    if side is not None:
        bind_side(scene, part, side, f"side of one of the {draft.trigger.lower_}")
    part.evidence = [scene.span(*item)]
    return part


def _partners_in_turn(scene: Scene, draft: Draft) -> list[tuple[int, int]]:
    """The stretches of a sentence that each tell with whom one of several documents is made, and on what: "accords with
    Chile on fish and with Peru on copper"; none where all are on the same."""
    doc, end = draft.trigger.doc, min(draft.trigger.sent.end, draft.trigger.i + FAR)
    starts: list[int] = []
    for token in doc[draft.trigger.i + 1 : end]:
        if preposition_of(token) == "with" and resolve_participants(scene, token):
            at = next((t.i for t in token.lefts if t.lower_ == "with"), token.i)
            if not starts or doc[at - 1].lower_ in JOINS:
                starts.append(at)
    ends = [*(i - 1 if doc[i - 1].dep_ == "cc" else i for i in starts[1:]), end - doc[end - 1].is_punct]
    items = list(zip(starts, ends, strict=True)) if len(starts) > 1 else []
    matters = [any(preposition_of(t) in SINGLE_ROLES or t.tag_ == "TO" for t in doc[slice(*item)]) for item in items]
    return items if sum(matters) > 1 else []


def _without_partners(draft: Draft) -> Draft:
    """A draft without those who are told behind "with", and what is told of them."""
    slots = {slot: fills for slot, fills in draft.slots.items() if slot not in ("parties", "countries")}
    rest = replace(draft, slots=slots)
    for fill in draft.slots.get("parties", []):
        if not fill.rule.startswith("with "):
            add_party(rest, fill.value, fill.rule)
    return rest


def _contents(draft: Draft) -> list[Item]:
    """The items of the list that a verb of content or "in the fields of" opens behind several documents."""
    fields = (_field_of(a.head) for a in draft.clause.get("in") if a.head.lemma_.lower() in FIELDS)
    first = contents_of(draft.trigger) or (next(fields, None) if draft.first("count") else None)
    if first is None or (first.lemma_.lower() in GENERAL and nominals_behind(first, "in")):
        return []  # "accords covering investments in ports, rails and health" are on ports, rails and health at best
    return list_items(first)


def _partners(draft: Draft) -> list[Fill]:
    """Those with whom one side signs several documents: "agreements with A, B and C" are one with each."""
    return [fill for fill in draft.slots.get("parties", []) if fill.rule.startswith("with ")]


def _with_partner(draft: Draft, partner: Fill, partners: list[Fill]) -> Draft:
    slots = {slot: list(fills) for slot, fills in draft.slots.items() if slot not in ("parties", "countries", "count")}
    slots["kind"] = [replace(draft.slots["kind"][0], value=document_kind(draft.trigger))]
    part = replace(draft, slots=slots, evidence=list(draft.evidence), clauses=list(draft.clauses))
    for fill in draft.slots["parties"]:
        if fill is partner or fill not in partners:
            add_party(part, fill.value, fill.rule)
    return part


def fold_nested(drafts: list[Draft]) -> list[Draft]:
    """Leaves out what is told twice.

    The plan within a document ("an agreement to build a plant") is the document's subject; a document under which
    something is done is how that came about. What is agreed on ("agreed to sign a treaty", "agreed to buy a stake")
    makes the record, bound by those who agreed: a document is only to come, a purchase is agreed with that.
    """
    dropped: set[int] = set()
    deals = [draft for draft in drafts if draft.kind == "deal"]
    for _, group in groupby(deals, key=lambda draft: draft.trigger.sent.start):
        for outer, inner in permutations(list(group)[:MOST_IN_SENTENCE], 2):
            if inner.trigger == outer.trigger:
                continue
            if outer.trigger.pos_ != "VERB" and outer.clause.trigger == inner.trigger:  # "provide aid" is the aid
                dropped.add(id(inner))
                for slot in ("parties", "countries", "value", "subject"):
                    for fill in inner.slots.get(slot, []):
                        outer.add(slot, fill)
            if _is_under(outer, inner):
                dropped.add(id(inner))
                outer.slots["status"] = list(inner.slots["status"])
                for slot in ("signatories", "parties", "countries", "value", "date", "place"):
                    for fill in inner.slots.get(slot, []):
                        outer.add(slot, fill)
            if not _holds(outer, inner) or _is_under(inner, outer):
                continue
            if outer.trigger.pos_ == "VERB" and outer.first("kind") not in TRANSFERS:  # "lent $3 million to buy jets"
                dropped.add(id(outer))
                for slot in ("parties", "countries"):
                    if slot not in inner.slots and slot in outer.slots:
                        inner.slots[slot] = list(outer.slots[slot])
                if inner.rule != ALONE and ("agreed" in inner.sets or not inner.rule.endswith(":document")):
                    inner.slots["status"] = list(outer.slots["status"])
            elif inner.trigger.pos_ == "VERB" or inner.rule.startswith(("build", "construct")):
                dropped.add(id(inner))
                for fill in inner.slots.get("value", []):
                    outer.add("value", fill)
    matters = sorted(
        (subject.start, subject.end)
        for draft in deals
        if draft.trigger.pos_ != "VERB" and (subject := draft.first("subject")) is not None
    )
    ended = [d.trigger for d in deals if {NEGOTIATED, "agreed"} <= set(d.sets)]
    talks = {noun.i for noun in map(negotiation_of, ended) if noun is not None}  # "concluded negotiations on a treaty"
    left = [draft for draft in drafts if id(draft) not in dropped and not _is_matter(draft, matters)]
    return [draft for draft in left if draft.kind != "meeting" or draft.trigger.i not in talks]


def _is_matter(draft: Draft, matters: list[tuple[int, int]]) -> bool:
    """Whether a meeting is but what a document is about: "a memorandum on consultations between the ministries"."""
    place = bisect_right(matters, (draft.trigger.idx, math.inf)) - 1
    return draft.kind == "meeting" and place >= 0 and draft.trigger.idx < matters[place][1]


def _is_under(outer: Draft, inner: Draft) -> bool:
    """Whether one document is what the other deal is made by: "will supply gas under a contract signed in Ankara",
    "bought 12 ships in a deal worth $3 million"."""
    by = [a.head for clause in outer.clauses for a in clause.get("under", "in", "through")]
    own = [fill for fill in inner.slots.get("subject", []) if fill.rule != PROVISION]
    return inner.trigger in by and not own and not is_definite(inner.trigger)


def _holds(outer: Draft, inner: Draft) -> bool:
    subject = outer.first("subject")
    return (
        subject is not None
        and outer.trigger.sent == inner.trigger.sent
        and subject.start <= inner.trigger.idx < subject.end
    )


def _listed(draft: Draft) -> list[Token]:
    subjects = draft.in_role("subject")
    for argument in subjects:
        if argument.role in LIST_ROLES and len(acts := _parallel(draft.trigger, argument.head)) > 1:
            return acts
    for argument in subjects:
        if argument.role in ("on", "on-clause") and len(again := _repeated(draft.trigger, argument.head)) > 2:
            return again
    for argument in subjects:
        found = conjuncts(argument.head)
        told = len(found) > 2 or len(found) == draft.first("count") or any(map(preposition_of, found[1:]))
        if argument.role in LIST_ROLES and told:
            return list(found)
    for argument in subjects:
        fields = conjuncts(_field_of(argument.head))  # "in trade, health and education" tells what one document is on
        if argument.role in {*LIST_ROLES, "in"} and len(fields) > 2 and any(map(_is_named_act, fields)):
            return list(fields)
    return []


def _one_by_one(trigger: Token) -> list[Token]:
    """What the single ones of several documents are about: "two accords, one on fish and the other on visas", "two
    accords. The first covers fish, the second deals with visas"."""
    heads: list[Token] = []
    sentence = trigger.doc[min(trigger.sent.end, len(trigger.doc) - 1)].sent
    for token in trigger.doc[trigger.i + 1 : min(trigger.i + FAR, max(trigger.sent.end, sentence.end) - 2)]:
        of_another = token.dep_ in ("nummod", "amod", "det") and not is_document(token.head)  # "one port"
        if token.lower_ not in SINGLE or (of_another and token.head == token.nbor()):
            continue
        word = token.nbor(2) if is_document(token.nbor()) else token.nbor()
        if word.lower_ in ("is", "was"):
            word = word.nbor()
        head = word.head if word.dep_ == "case" and word.lower_ in SINGLE_ROLES else content_of(word)
        if head is not None and head.i > word.i:
            heads.append(head)
    return heads if len(heads) > 1 else []


def _parallel(trigger: Token, head: Token) -> list[Token]:
    """Like phrases behind one another, wherever the parse hangs them: "the building of a road, the supply of rails and
    the training of drivers" """
    if not _is_named_act(head):
        return []
    return [head, *(t for t in trigger.subtree if t.i > head.i and t.dep_ == "conj" and _is_named_act(t))]


def _repeated(trigger: Token, head: Token) -> list[Token]:
    """What follows a first phrase with "on" under an "on" of its own, whatever a parse hangs it on: "pacts on tea, on
    visas and on trade"."""
    heads = [head]
    for token in trigger.doc[head.i + 1 : trigger.sent.end]:
        if is_document(token) or token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            break
        edge = token.left_edge
        listed = edge.dep_ == "cc" or edge.text == "," or edge.nbor(-1).text == "," or edge.nbor(-1).dep_ == "cc"
        aside = token.lemma_.lower() in ASIDES or token.text in DAYS or token.text in MONTHS
        if listed and not aside and token.pos_ in ("NOUN", "PROPN") and preposition_of(token) == "on":
            heads.append(token)
    return heads


def _is_named_act(token: Token) -> bool:
    """ "the supply of rails": a noun with the definite article and an of-phrase."""
    definite = any(t.lower_ == "the" for t in token.lefts)
    return definite and any(t.lower_ == "of" for t in token.doc[token.i + 1 : token.i + REACH])


def _field_of(token: Token) -> Token:
    """ "culture" for "cooperation in the fields of culture": what general words only lead up to."""
    if token.lemma_.lower() in FIELDS:
        inner = next((t for t in token.rights if preposition_of(t) in ("in", "of")), None)
        if inner is not None:
            return _field_of(inner)
    return token


def _part_phrase(scene: Scene, head: Token, heads: list[Token]) -> Span:
    """The words of one listed thing; where the parse hangs parts of it elsewhere, up to the thing listed next."""
    phrase = strip_phrase(scene, head)
    first, last = scene.tokens_of(phrase)
    following = min((t.left_edge.i for t in heads if t.i > head.i), default=None)
    if following is not None and (following < last or _is_named_act(head)):
        last = max(following, head.i + 1)
    edge = ("CCONJ", "SPACE", "PUNCT")
    while last > head.i + 1 and scene.doc[last - 1].pos_ in edge:
        last -= 1
    while first < head.i and scene.doc[first].pos_ in (*edge, "DET"):
        first += 1
    return scene.span(first, last)


def _item_phrase(scene: Scene, item: Item) -> Span:
    head, first, last = item
    while first < head.i and (
        scene.doc[first].pos_ in ("DET", "ADP", "PUNCT", "CCONJ") or scene.doc[first].lower_ in MISREAD
    ):
        first += 1
    return scene.span(first, last)


def _part(scene: Scene, draft: Draft, head: Token, heads: list[Token]) -> Draft:
    return _part_of(scene, draft, _part_phrase(scene, head, heads))


def _part_of(scene: Scene, draft: Draft, phrase: Span) -> Draft:
    slots = {slot: list(draft.slots[slot]) for slot in SHARED if slot in draft.slots}
    kind = document_kind(draft.trigger).replace("package", "agreement")
    slots["kind"] = [Fill(kind, draft.slots["kind"][0].span, f"the word {draft.trigger.lower_}")]
    slots["subject"] = [Fill(phrase, phrase, f"one of the {draft.trigger.lower_}")]
    sets = (*(s for s in draft.sets if s not in ("listed", "echo")), *(("member",) if "listed" in draft.sets else ()))
    part = replace(draft, slots=slots, evidence=[phrase], clauses=list(draft.clauses), sets=sets)
    fill_sectors(scene, part)
    return part
