"""When and where: from the clause, then the sentence, then the article's frame, nearest first."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral_extract.language.clauses import conjuncts, noun_phrase
from bilateral_extract.mentions.entity import Entity, Mention
from bilateral_extract.models import Place, TimeSpan
from bilateral_extract.records.draft import Draft, Fill, Scope
from bilateral_extract.records.scene import Scene

PLACE_ROLES = frozenset({"in", "at", "inside", "outside", "near", "on"})


def fill_date(scene: Scene, draft: Draft) -> None:
    """Proposes the dates of the clause, else those of the sentence that belong to no other predicate."""
    sentence = draft.trigger.sent
    own = {c.trigger.i for c in draft.clauses} | {draft.trigger.i}
    nearby: list[tuple[TimeSpan, Token]] = []
    for i in range(sentence.start, sentence.end):
        for date in scene.dates_in(i, i + 1):
            if date.granularity in ("decade", "century"):
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
    """Proposes the places of the clause ("in", "at"), else those of the sentence."""
    for clause in draft.clauses:
        for argument in clause.arguments:
            if argument.role in PLACE_ROLES and not argument.inherited:
                for fill in places_of(scene, argument.head, f"{argument.role} + place"):
                    draft.add("place", fill)


def places_of(scene: Scene, head: Token, rule: str, scope: Scope = "clause") -> list[Fill]:
    """The places that a phrase names, most specific first within "City, Country"."""
    found = []
    for token in conjuncts(head):
        first, last = noun_phrase(token)
        for entity, mention in scene.mentions_in(first, last):
            place = to_place(scene, entity, mention)
            if place is not None and mention.first <= token.i < mention.last:
                found.append(Fill(place, place.span, rule, scope))
                break
    return found


def to_place(scene: Scene, entity: Entity, mention: Mention) -> Place | None:
    """A mention as a place, where it is one (not a demonym, not a person)."""
    if entity.kind not in ("place", "country") or mention.form not in ("name", "acronym", "capital"):
        return None
    kind = entity.place_kind or ("country" if entity.kind == "country" else "other")
    name = entity.name
    return Place(
        name=name,
        country=entity.country,
        kind=kind,
        latitude=entity.latitude,
        longitude=entity.longitude,
        span=scene.reading.span(mention.start, mention.end),
    )
