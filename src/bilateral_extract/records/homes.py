"""Homes: the countries of those who met, where the article takes them for known.

The readout of an office says of its own people no country, and the reporter in a capital none of its ministers. Who
meets people of one country after another is at home in none of these; whom a traveller meets is at home where they met.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from bilateral_extract.mentions.entity import Entity
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.parties import Participant, serves_bloc
from bilateral_extract.records.scene import Scene

LOCAL = "the country in which they met"
FOREIGN = "no country of those met, of all that are named the most often"


def add_homes(scene: Scene, drafts: Sequence[Draft], settings: Mapping[int, str | None]) -> None:
    """Adds to meetings the countries of their strangers. `settings` are the countries in which records are set, by
    identity."""
    meetings = [draft for draft in drafts if draft.kind == "meeting"]
    abroad: dict[Participant, set[str]] = {}  # the countries that strangers deal with or are told to go to
    for draft in meetings:
        people: list[Participant] = draft.values("participants")
        for stranger in filter(_is_stranger, people):
            known = abroad.setdefault(stranger, set())
            known |= {p.country for p in people if p.country}
    for draft in drafts:
        goal, leader = draft.first("destination"), draft.first("leader")
        if draft.kind == "delegation" and goal is not None and goal.country and leader in abroad:
            abroad[leader].add(goal.country)
    often = _named_most(scene)
    for draft in meetings:
        told = set(draft.values("countries"))
        here = settings.get(id(draft))
        strangers = [p for p in draft.values("participants") if p.country is None and not serves_bloc(p)]
        tours = {p for p in strangers if len(abroad.get(p, ())) > 1}
        for stranger in strangers:
            home: str | None = None
            if stranger in tours:
                foreign = abroad[stranger] | {here}
                home, rule = next((code for code in often if code not in foreign), None), FOREIGN
            elif here is not None and (len(told) == 1 or tours):
                home, rule = here, LOCAL
            if home is not None and home not in told and len(told) < 2:
                draft.add("countries", Fill(home, stranger.span, rule, "article"))
                told.add(home)


def _is_stranger(participant: Participant) -> bool:
    entity: Entity | None = participant.entity
    unknown = participant.country is None and entity is not None
    return unknown and participant.kind == "person" and not serves_bloc(participant)


def _named_most(scene: Scene) -> list[str]:
    """The countries that an article names, the most often named first."""
    tally = Counter({str(e.country): len(e.mentions) for e in scene.entities if e.kind == "country" and e.country})
    return [country for country, _ in tally.most_common()]
