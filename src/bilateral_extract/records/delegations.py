"""Delegations: who travels, visits or attends, where, led by whom, with whom."""

from __future__ import annotations

from bilateral_extract.language.clauses import Argument
from bilateral_extract.records.context import fill_date, places_of
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.parties import Participant, resolve_participants
from bilateral_extract.records.phrases import read_phrase
from bilateral_extract.records.reality import judge_reality
from bilateral_extract.records.scene import Scene

TRAVEL_PREPOSITIONS = ("to", "in", "at", "for", "into")


def fill_delegation(scene: Scene, draft: Draft) -> bool:
    """Fills a delegation's slots; False where nobody travels on behalf of anybody, or did not and will not."""
    reality = judge_reality(draft.clause, draft.trigger)
    if reality in ("wished", "denied"):
        return False
    status = "held" if reality == "actual" else "planned"
    draft.add("status", Fill(status, scene.span(draft.trigger.i, draft.trigger.i + 1), f"{reality} clause"))
    for argument in draft.in_role("leader"):
        _fill_travellers(scene, draft, argument)
    for argument in draft.in_role("sender"):
        _fill_sender(scene, draft, argument)
    for argument in draft.in_role("members"):
        for member in resolve_participants(scene, argument.head):
            draft.add("members", Fill(member, member.span, f"{argument.role} of {draft.rule}"))
    for argument in draft.in_role("host"):
        for host in resolve_participants(scene, argument.head)[:1]:
            draft.add("host", Fill(host, host.span, f"{argument.role} of {draft.rule}"))
    for argument in draft.in_role("destination"):
        for fill in places_of(scene, argument.head, f"{argument.role} of {draft.rule}")[:1]:
            draft.add("destination", fill)
    _fill_complements(scene, draft)
    fill_date(scene, draft)
    return bool(draft.slots.keys() & {"leader", "country", "organization", "members"})


def _fill_travellers(scene: Scene, draft: Draft, argument: Argument) -> None:
    rule = f"{argument.role} of {draft.rule}"
    travellers = resolve_participants(scene, argument.head)
    if argument.role == "modifier":
        travellers = [p for p in travellers if p.kind == "person"]
    for position, traveller in enumerate(travellers):
        if traveller.kind == "person":
            slot = "leader" if position == 0 and "leader" not in draft.slots else "members"
            draft.add(slot, Fill(traveller, traveller.span, rule))
            if slot == "leader":
                _fill_title(scene, draft, traveller)
        elif traveller.kind == "organization":
            draft.add("organization", Fill(traveller, traveller.span, rule))
        elif traveller.kind == "group" and "delegation" not in traveller.name:
            draft.add("members", Fill(traveller, traveller.span, rule))
        if traveller.country:
            draft.add("country", Fill(traveller.country, traveller.span, "country of the traveller"))


def _fill_title(scene: Scene, draft: Draft, leader: Participant) -> None:
    entity = leader.entity
    if entity is not None and entity.role_span is not None:
        title = scene.reading.span(*entity.role_span)
        draft.add("leader_title", Fill(title, title, "office of the leader"))


def _fill_sender(scene: Scene, draft: Draft, argument: Argument) -> None:
    rule = f"{argument.role} of {draft.rule}"
    for entity, mention in scene.mentions_at(argument.head.i):
        span = scene.reading.span(mention.start, mention.end)
        if entity.kind == "country" and entity.country:
            draft.add("country", Fill(entity.country, span, rule))
    for sender in resolve_participants(scene, argument.head):
        if sender.kind == "organization":
            draft.add("organization", Fill(sender, sender.span, rule))
        elif sender.kind == "person":
            draft.add("leader", Fill(sender, sender.span, rule))
            _fill_title(scene, draft, sender)
        if sender.country:
            draft.add("country", Fill(sender.country, sender.span, rule))


def _fill_complements(scene: Scene, draft: Draft) -> None:
    """Destination, host and purpose from the usual places around a verb or noun of travel."""
    for clause in draft.clauses:
        for argument in clause.arguments:
            if argument.role in TRAVEL_PREPOSITIONS and "destination" not in draft.slots:
                for fill in places_of(scene, argument.head, f"{argument.role} + place")[:1]:
                    draft.add("destination", fill)
            if argument.role in ("at invitation of", "on invitation of"):
                for host in resolve_participants(scene, argument.head)[:1]:
                    draft.add("host", Fill(host, host.span, argument.role))
            if argument.role == "to-clause" or (argument.role == "for" and not scene.dates_in(*_bounds(argument))):
                phrase = read_phrase(scene, argument.head)
                if "destination" not in draft.slots or draft.slots["destination"][0].span != phrase:
                    draft.add("purpose", Fill(phrase, phrase, f"{argument.role} of {clause.lemma}"))


def _bounds(argument: Argument) -> tuple[int, int]:
    return argument.head.left_edge.i, argument.head.right_edge.i + 1
