"""Journeys as wholes: one for each country of those who travel, and whom it is for once all is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bilateral_extract.language.constituents import noun_phrase
from bilateral_extract.lexicon import load_words
from bilateral_extract.mentions.entity import Entity
from bilateral_extract.mentions.holders import STATE_LEADERS
from bilateral_extract.models import Place, Span
from bilateral_extract.records.agreement import dates_clash
from bilateral_extract.records.circumstances import home_of
from bilateral_extract.records.draft import MEMORY, SPEAKER, Draft, Fill
from bilateral_extract.records.letterhead import find_office
from bilateral_extract.records.parties import participant_of, resolve_participants
from bilateral_extract.records.scene import Scene
from bilateral_extract.records.travellers import LEADER_OFFICE, fill_title, travellers_of

STATE_BODIES = load_words("state_bodies")
SHARED = ("status", "destination", "host", "date", "purpose")  # what journeys told together have in common


def part_travellers(scene: Scene, draft: Draft) -> list[Draft]:
    """A draft for each country of those who travel at the same time: "Ana Paz of Peru and Kari Berg of Norway arrived"
    are two journeys."""
    parted = [draft]
    if "leader" not in draft.slots:  # "delegations from Peru and Norway"
        countries = draft.slots.get("country", [])
        offices = _offices(scene, draft) if len(countries) > 1 else {}
        for fill in countries[1:]:
            other = _beside(draft)
            other.add("country", fill)
            parted.append(other)
            countries.remove(fill)
        for one in parted if offices else ():
            one.slots.pop("leader_title", None)
            if (office := offices.get(one.first("country"))) is not None:
                one.add("leader_title", Fill(office, office, LEADER_OFFICE))
    homes = set(draft.values("country"))
    for argument in draft.in_role("leader") if "destination" in draft.slots else ():
        for traveller in resolve_participants(scene, argument.head) if argument.role == "subject" else ():
            home = traveller.country or (traveller.entity.organization if traveller.entity is not None else None)
            if (
                traveller.kind == "person"
                and home
                and home not in homes
                and homes
                and traveller != draft.first("leader")
            ):
                homes.add(home)
                other = _beside(draft)
                other.add("leader", Fill(traveller, traveller.span, f"{argument.role} of {draft.rule}"))
                if traveller.country:
                    other.add("country", Fill(traveller.country, traveller.span, "country of the traveller"))
                fill_title(scene, other, traveller)
                draft.slots["members"] = [f for f in draft.slots.get("members", []) if f.value != traveller]
                parted.append(other)
    return parted


def _offices(scene: Scene, draft: Draft) -> dict[str, Span]:
    """The offices of those who travel by their countries, where nobody is named: "ministers" for Peru and Chile in "the
    ministers of Peru and Chile and the president of Bolivia", for Bolivia "president of Bolivia"."""
    found: dict[str, Span] = {}
    for argument in draft.in_role("leader"):
        for traveller in travellers_of(scene, argument.head):
            if traveller.country is None or traveller.kind not in ("country", "group"):
                continue
            head = scene.head_of(traveller.span) if traveller.kind == "group" else argument.head
            office = head.lower_.removesuffix("s") if traveller.kind == "country" else head.lemma_.lower()
            if office not in STATE_LEADERS:
                continue
            first = noun_phrase(head)[0]
            words = scene.span(first + (scene.doc[first].pos_ == "DET"), head.i + 1)
            found[traveller.country] = words if traveller.kind == "country" else traveller.span
    return found


def _beside(draft: Draft) -> Draft:
    """A draft of another journey told in the same words."""
    slots = {slot: list(draft.slots[slot]) for slot in SHARED if slot in draft.slots}
    return replace(draft, evidence=list(draft.evidence), clauses=list(draft.clauses), slots=slots)


def _is_city_in(place: Place, other: Place) -> bool:
    return place.kind == "city" and other.kind != "city" and other.country in (None, place.country)


def settle_journey(scene: Scene, draft: Draft) -> None:
    """Whom a journey is for, once all is told of it: nobody visits one's own country, and the officer of a body that is
    of no country's side is sent by that body ("SAARC Secretary General Ana Paz")."""
    goals = draft.slots.get("destination", [])
    goal: Place | None = draft.first("destination")
    city = next((f for f in goals if goal is not None and _is_city_in(f.value, goal)), None)
    if "host" in draft.slots:
        draft.slots["host"].sort(key=lambda fill: "invit" not in fill.rule)  # who invited, before who received
    if "leader" in draft.slots:  # the office by the leader's name, before what the leader is called elsewhere
        draft.slots.get("leader_title", []).sort(key=lambda fill: fill.rule != LEADER_OFFICE)
    _keep_members(draft)
    if city is not None:  # the most specific place told
        goals.remove(city)
        goals.insert(0, city)
    if goal is not None and goal.country and draft.first("country") == goal.country:
        del draft.slots["country"]
    homes = {member.country for member in draft.values("members")} - {None}
    if "country" not in draft.slots and len(homes) == 1:
        member = next(m for m in draft.values("members") if m.country in homes)
        draft.add("country", Fill(member.country, member.span, "country of the members", "article"))
    _add_home(scene, draft)
    leader = draft.first("leader")
    body = leader.entity.organization if leader is not None and leader.entity is not None else None
    if body is None or draft.slots.keys() & {"country", "organization"} or STATE_BODIES & set(body.lower().split()):
        return
    for entity in scene.entities:
        if entity.kind == "organization" and body in (entity.name, *_wordings(scene, entity)):
            sender = participant_of(scene, entity, entity.mentions[0])
            draft.add("organization", Fill(sender, sender.span, "body of the leader", "article"))
            return


def _add_home(scene: Scene, draft: Draft) -> None:
    """The country of the page for those of its own who go abroad: it takes for known whose minister leaves for Peru."""
    goal = draft.first("destination")
    if SPEAKER in draft.sets and "leader" not in draft.slots and (office := find_office(scene)) is not None:
        draft.add("leader_title", Fill(office, office, LEADER_OFFICE, "article"))
    sent = draft.slots["status"] if draft.in_role("sender") else None  # "the ministry will send a mission to Peru"
    told = draft.slots.get("leader") or draft.slots.get("leader_title") or sent
    if SPEAKER in draft.sets:
        told = told or draft.slots.get("destination")
    if goal is None or goal.country is None or not told or draft.slots.keys() & {"country", "organization"}:
        return
    home = home_of(scene)
    if home is not None and home != goal.country:
        draft.add("country", Fill(home, told[0].span, "country of the page", "article"))


def place_events(drafts: Sequence[Draft]) -> None:
    """An event of which no clause tells the place is where those who attend it are told to travel, if the purpose of
    their journey is told to be the event or its days are theirs."""
    for position, event in enumerate(drafts):
        if event.kind != "event" or _is_told(event, "place"):
            continue
        around = drafts[max(0, position - MEMORY) : position + MEMORY]
        journeys = (d for d in around if d.kind == "delegation" and _is_told(d, "destination") and _goes_to_land(d))
        goal = next((journey for journey in journeys if _leads_to(journey, event)), None)
        if goal is not None:
            place = goal.slots["destination"][0]
            fill = Fill(place.value, place.span, "where those who attend travel", "paragraph")
            event.slots["place"] = [fill, *event.slots.get("place", [])]


def _goes_to_land(journey: Draft) -> bool:
    """Whether a journey goes to a place of one country, unlike a tour of a continent."""
    goal: Place | None = journey.first("destination")
    return goal is not None and goal.country is not None


def _is_told(draft: Draft, slot: str) -> bool:
    return any(fill.scope == "clause" for fill in draft.slots.get(slot, []))


def _leads_to(journey: Draft, event: Draft) -> bool:
    """Whether a journey is made to an event: one that its purpose names, or that its travellers attend in its days."""
    names = event.slots.get("name", [])
    aims = journey.slots.get("purpose", [])
    if any(aim.span.start <= name.span.start < aim.span.end for name in names for aim in aims):
        return True
    travellers = [*journey.values("leader"), *journey.values("members")]
    return (
        bool(names) and any(p in travellers for p in event.values("participants")) and not dates_clash(journey, event)
    )


def _wordings(scene: Scene, entity: Entity) -> list[str]:
    return [scene.doc[m.first : m.last].text for m in entity.mentions]


def _keep_members(draft: Draft) -> None:
    """Leaves out of the members, in the order of the text, the leader, and whom one is with in their own land."""
    goal, leader = draft.first("destination"), draft.first("leader")
    there = goal.country if goal is not None and goal.country != draft.first("country") else None
    for fill in sorted(draft.slots.pop("members", []), key=lambda fill: fill.span.start):
        met = fill.rule.startswith("with ") and fill.rule.endswith((":event", " visit"))  # "attended the fair with …"
        is_host = met and there is not None and fill.value.country == there
        if fill.value != leader and not (is_host and fill.value.kind == "person"):
            draft.add("members", fill)
