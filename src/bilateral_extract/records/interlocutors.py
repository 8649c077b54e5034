"""Interlocutors: those met one after another, of whom one sentence may tell several meetings."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from bilateral_extract.lexicon import load_words
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.meetings import PLURAL_ONLY, add_countries, sides_of
from bilateral_extract.records.parties import Participant
from bilateral_extract.records.scene import Scene

ONE_BY_ONE = load_words("one_by_one")
ANEW = ("with", "by")  # told anew, they part meetings
MUTUALLY = frozenset({"bilaterally", "bilateral"})
MARGINS = load_words("margins")
LATER = frozenset({"later", "then", "afterwards", "afterward", "subsequently", "thereafter"})


def part_interlocutors(scene: Scene, draft: Draft) -> list[Draft]:
    """A draft for each of those met one after another: "separate meetings with Ana Paz and Luis Soto" are two, and so
    are those of "met Ana Paz on Monday and Luis Soto on Friday"."""
    roles = ("by",) if draft.clause.passive and draft.clause.get("by") else ("with", "object", "on")
    told = [a for a in (*draft.in_role("participants"), *draft.clause.get("by")) if a.role in roles]
    met = list(dict.fromkeys(participant for argument in told for participant in sides_of(scene, argument)))
    own = {slot: _own_fills(draft, slot, met) for slot in ("date", "place")} if len(met) > 1 else {}
    groups = [[one] for one in met]
    if len(met) < 2 or not (any(len(fills) > 1 for fills in own.values()) or _tells_several(draft, met)):
        groups = _told_apart(scene, met)
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


def _told_apart(scene: Scene, met: list[Participant]) -> list[list[Participant]]:
    """Those met, parted where "with" or "by" is told anew: "talks with Ana Paz and Luis Soto, and with Ola Berg" are
    two, so are those "with Ana Paz, then with Luis Soto" and those with people of two countries."""
    groups: list[list[Participant]] = []
    for one in met:
        if not groups or _is_told_anew(scene, groups[-1][-1], one):
            groups.append([])
        groups[-1].append(one)
    return groups


def _is_told_anew(scene: Scene, before: Participant, one: Participant) -> bool:
    first = scene.token_at(one.span.start)
    mentions = one.entity.mentions if one.entity is not None else ()
    first = next((m.first for m in mentions if m.form == "office" and m.last == first), first)
    while first and scene.doc[first - 1].dep_ in ("det", "nmod:poss", "case") and scene.doc[first].lower_ not in ANEW:
        first -= 1
    if first < 2 or scene.doc[first].lower_ not in ANEW:
        return False
    joint, ahead = scene.doc[first - 1], scene.doc[first - 2]
    if joint.lower_ in LATER:
        return True
    of_others = None not in (before.country, one.country) and before.country != one.country
    return joint.lower_ == "and" and (ahead.text == "," or of_others)


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


def _tells_several(draft: Draft, people: list[Participant]) -> bool:
    """Whether words tell of more than one meeting: "met separately", "meetings with", but "talks" are one; who calls on
    two people calls on one after the other."""
    trigger = draft.trigger
    words = [*trigger.children, *draft.clause.trigger.children]
    met = [a.head for a in draft.in_role("participants") if a.role in ("with", "object", "on")]
    later = (t for noun in met for t in noun.subtree if t.lower_ in LATER and t.nbor(-1).dep_ == "cc")
    if any(a.role == "on" for a in draft.in_role("participants")) or next(later, None) is not None:
        return True  # "met Ana Paz, and later Luis Soto"
    if any(t.lower_ in ONE_BY_ONE for t in words) or (trigger.tag_ == "NNS" and trigger.lower_ not in PLURAL_ONLY):
        return True
    behind = all(one.span.start > trigger.idx for one in people)
    return behind and len({one.country for one in people} - {None}) > 1 and _is_of_two(draft, words)


def _is_of_two(draft: Draft, words: list[Token]) -> bool:
    """Whether those of several countries are told to be met as two meet: on the sidelines of a forum, or by calls."""
    margins = any(a.head.lemma_.lower() in MARGINS for a in draft.clause.get("on", "at"))
    return (
        margins or any(t.lower_ in MUTUALLY for t in words) or ("phone" in draft.sets and draft.trigger.pos_ == "VERB")
    )
