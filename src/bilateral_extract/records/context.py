"""When and where: from the clause, then the sentence, then the article's frame, nearest first."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral_extract.language.constituents import conjuncts, noun_phrase
from bilateral_extract.mentions.entity import Entity, Mention
from bilateral_extract.models import Place, TimeSpan
from bilateral_extract.records.draft import MEMORY, Draft, Fill, Scope
from bilateral_extract.records.scene import Scene

PLACE_NOUNS = frozenset({"capital", "city", "town", "port", "province", "region", "resort", "island", "village"})
PLACE_ROLES = frozenset({"in", "at", "inside", "outside", "near", "on"})


def fill_date(scene: Scene, draft: Draft) -> None:
    """Proposes the dates of the clause, else those of the sentence that belong to no other predicate."""
    own = {c.trigger.i for c in draft.clauses} | {draft.trigger.i}
    nearby: list[tuple[TimeSpan, Token]] = []
    for i in scene.around(draft.trigger):
        for date in scene.dates_in(i, i + 1):
            if not tells_when(scene, i, date):
                continue
            owner = _owner(scene.doc[i], own)
            if owner is not None and owner.i in own:
                draft.add("date", Fill(date, date.span, "date of the clause"))
            else:
                nearby.append((date, scene.doc[i]))
    if "date" not in draft.slots:
        for date, token in sorted(nearby, key=lambda pair: abs(pair[1].i - draft.trigger.i)):
            if _same_clause_chain(token, own):
                draft.add("date", Fill(date, date.span, "date of the sentence", "sentence"))


def tells_when(scene: Scene, i: int, date: TimeSpan) -> bool:
    """Whether a date says when something is: not a decade, nothing without a figure, not "the first since 1984"."""
    if date.granularity in ("decade", "century") or not any(c.isdigit() for c in date.value):
        return False
    return i == 0 or scene.doc[i - 1].lower_ != "since"


def _owner(token: Token, stops: set[int]) -> Token | None:
    """The predicate that a word belongs to: the first verb above it, or one of the given words if that comes first."""
    current = token
    while current.head != current:
        current = current.head
        if current.i in stops or current.pos_ in ("VERB", "AUX"):
            return current
    return None


def _same_clause_chain(token: Token, own: set[int]) -> bool:
    """Whether the predicate of a date governs, or is governed by, one of ours: "arrived on Monday to sign"."""
    owner = _owner(token, own)
    if owner is None:
        return True
    ancestors = {t.i for t in owner.ancestors}
    return bool(own & ancestors) or any(owner.i in {t.i for t in token.doc[i].ancestors} for i in own)


def fill_place(scene: Scene, draft: Draft) -> None:
    """Proposes the places of the clause ("in", "at"), else those of its sentence."""
    for clause in draft.clauses:
        for argument in clause.arguments:
            if argument.role == "on" and clause.trigger.pos_ == "NOUN":  # "a conference on Libya": the topic
                continue
            if argument.role in PLACE_ROLES and not argument.inherited:
                for fill in places_of(scene, argument.head, f"{argument.role} + place"):
                    draft.add("place", fill)
    if "place" not in draft.slots:
        for token in (scene.doc[i] for i in scene.around(draft.trigger)):
            if any(t.dep_ == "case" and t.lower_ in ("in", "at") for t in token.lefts):
                for fill in places_of(scene, token, "place of the sentence", "sentence"):
                    draft.add("place", fill)


def complete_context(scene: Scene, drafts: list[Draft]) -> None:
    """Dates and places that no clause or sentence gave: from the record told before in the paragraph, then the frame.

    The frame is the dateline, and for what has happened the day of publication: news tells without a date what happened
    on its day. `basis` and the rule say so; what is planned is never dated by it.
    """
    for position, draft in enumerate(drafts):
        before = drafts[max(0, position - MEMORY) : position][::-1]
        if "date" not in draft.slots and draft.whole is not None and "date" in draft.whole.slots:
            fill = draft.whole.slots["date"][0]
            draft.add("date", Fill(fill.value, fill.span, "date of the package", "article"))
        if "date" not in draft.slots and draft.first("status") != "planned":
            paragraph = scene.paragraph_of(draft.trigger)
            near = next((d for d in before if scene.paragraph_of(d.trigger) == paragraph and "date" in d.slots), None)
            if near is not None and draft.kind != "delegation":
                fill = near.slots["date"][0]
                draft.add("date", Fill(fill.value, fill.span, "date of the record before", "paragraph"))
            else:
                _add_frame_date(scene, draft)
        if draft.kind == "delegation":
            if "destination" not in draft.slots and (place := _place_abroad(scene, draft, before)) is not None:
                draft.add("destination", place)
        elif "place" not in draft.slots and (place := _place_before(scene, draft, before)) is not None:
            draft.add("place", place)
        if draft.kind == "event" and (place_fills := draft.slots.get("place")) and place_fills[0].value.country:
            draft.add("country", Fill(place_fills[0].value.country, place_fills[0].span, "country of the place"))


def _add_frame_date(scene: Scene, draft: Draft) -> None:
    reading = scene.reading
    dateline = reading.dateline.date if reading.dateline else None
    if dateline is not None and dateline.start is not None:
        draft.add("date", Fill(dateline, dateline.span, "date of the dateline", "article"))
    elif reading.published is not None:
        span = reading.published_span or scene.span(draft.trigger.i, draft.trigger.i + 1)
        day = TimeSpan(
            start=reading.published,
            end=reading.published,
            value=reading.published.isoformat(),
            granularity="day",
            basis="text" if reading.published_span else "published",
            span=span,
        )
        draft.add("date", Fill(day, span, "undated: day of publication", "article"))


def _place_abroad(scene: Scene, draft: Draft, before: list[Draft]) -> Fill | None:
    """Where a delegation is, from the place told last, else the dateline, if that lies outside its own country."""
    home = draft.first("country")
    place = _place_before(scene, draft, before)
    if place is None or home is None or place.value.country in (None, home):
        return None
    return place


def _place_before(scene: Scene, draft: Draft, before: list[Draft]) -> Fill | None:
    """Where the story stands: the place or destination told last, else the dateline's."""
    for known in before:
        for slot in ("place", "destination"):
            if slot in known.slots and known.slots[slot][0].scope != "article" and known.first("status") == "held":
                fill = known.slots[slot][0]
                return Fill(fill.value, fill.span, f"{slot} of the record before", "paragraph")
    dateline = scene.reading.dateline
    if dateline is None or dateline.place is None:
        return None
    first, last = scene.token_at(dateline.span.start), scene.token_at(dateline.span.end - 1) + 1
    for entity, mention in scene.mentions_in(first, last):
        place = to_place(scene, entity, mention)
        if place is not None:
            return Fill(place, place.span, "place of the dateline", "article")
    return None


def places_of(scene: Scene, head: Token, rule: str, scope: Scope = "clause") -> list[Fill]:
    """The places that a phrase names, also by a noun for one: "Lima, Peru", "the Peruvian capital of Lima"."""
    found = []
    for token in conjuncts(head):
        first, last = noun_phrase(token)
        inside = scene.mentions_in(first, last)
        if token.lower_ in PLACE_NOUNS:
            beside = [scene.mentions_at(t.i) for t in token.rights if t.dep_ in ("appos", "flat", "nmod")]
            inside = [pair for pairs in beside for pair in pairs] + inside[::-1]
        for entity, mention in inside:
            place = to_place(scene, entity, mention)
            if place is not None and (mention.first <= token.i < mention.last or token.lower_ in PLACE_NOUNS):
                found.append(Fill(place, place.span, rule, scope))
                break
    return found


def to_place(scene: Scene, entity: Entity, mention: Mention) -> Place | None:
    """A mention as a place, where it is one (not a demonym, not a person)."""
    if entity.kind not in ("place", "country") or mention.form not in ("name", "acronym", "capital"):
        return None
    kind = entity.place_kind or ("country" if entity.kind == "country" else "other")
    return Place(
        name=entity.name,
        country=entity.country,
        kind=kind,
        latitude=entity.latitude,
        longitude=entity.longitude,
        span=scene.reading.span(mention.start, mention.end),
    )
