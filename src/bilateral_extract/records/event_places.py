"""Where an event is: in the places its clauses tell, in the city that its name has, with its host."""

from __future__ import annotations

from collections.abc import Iterator

from bilateral_extract.language.clauses import Clause
from bilateral_extract.language.constituents import preposition_of
from bilateral_extract.lexicon.gazetteer import find_cities
from bilateral_extract.mentions.places import link_place
from bilateral_extract.models import Span
from bilateral_extract.records.circumstances import fill_place, make_city, places_of, to_place
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.participants import GATHER, hosts_of, is_journey
from bilateral_extract.records.scene import Scene

CITY_WORD = "big city that a word of the name means"
SETS = frozenset({"arrange", "schedule", "plan", "set", "slate"})
MOVES = frozenset({"return", "come", "move", "go", "head"})
BIG = 300_000  # inhabitants of a city that a word within a name means without more


def fill_event_place(scene: Scene, draft: Draft, about: list[tuple[Clause, str]], first: int) -> None:
    """Proposes the places that the clauses `about` an event tell, a city before its venues; else the city that its name
    (from token `first`) has in it; else the country or city that hosts it."""
    fill_place(scene, draft)
    here = scene.span(first, draft.trigger.i + 1)  # no name of an event is its place
    places = [fill for fill in draft.slots.pop("place", []) if not _covers(fill.span, here)]
    if places:
        draft.slots["place"] = places
    told = [fill for fill in draft.slots.get("place", []) if fill.scope == "clause"]
    better: list[Fill] = []
    for fill in told:
        if fill.value.kind in ("venue", "other"):
            inner = (t for t in scene.doc[scene.token_at(fill.span.end - 1)].subtree if preposition_of(t) == "in")
            better += [city for t in inner for city in places_of(scene, t, "place of the venue")]
    for clause in draft.clauses:
        if clause.lemma in SETS:  # "is being arranged for Lima"
            better += [fill for a in clause.get("for") for fill in places_of(scene, a.head, "place it is set for")]
        if clause.lemma in MOVES:  # "will return to Lima"
            better += [fill for a in clause.get("to") for fill in places_of(scene, a.head, "place it comes to")]
        if clause.lemma in GATHER:  # "drew 60 officials to Lima"
            better += [fill for a in clause.get("to") for fill in places_of(scene, a.head, "place they are drawn to")]
    for clause, role in about if not (told or better) else ():
        if is_journey(clause.lemma, role):  # "flew to Lima for the fair"
            better += [fill for a in clause.get("to") for fill in places_of(scene, a.head, "place they travel to")]
    hosts = [a for clause, role in about if clause.lemma == "host" and role == "object" for a in clause.get("subject")]
    hosts += hosts_of(draft.trigger)
    if not (told or better):
        better += [fill for host in hosts for fill in places_of(scene, host.head, "host of the event")]
    lands = {fill.value.country for fill in (*told, *better)} - {None}
    if all(fill.value.kind == "country" for fill in (*told, *better) if fill.value.country):
        named = list(cities_in(scene, first, draft.trigger.i))
        better[:0] = [fill for fill in named if not lands or fill.value.country in lands]
    if better:
        draft.slots["place"] = better + draft.slots.get("place", [])


def cities_in(scene: Scene, first: int, last: int) -> Iterator[Fill]:
    """The cities among the words of a name: those found as such, and big ones that only the name tells of."""
    for entity, mention in scene.mentions_in(first, last):
        place = to_place(scene, entity, mention)
        if place is not None and place.kind == "city":
            yield Fill(place, place.span, "city in the name")
    for token in scene.doc[first:last]:
        if token.pos_ != "PROPN" or not any(entity.kind == "event" for entity, _ in scene.mentions_at(token.i)):
            continue
        if max((city.population for city in find_cities(token.text)), default=0) >= BIG:
            facts = link_place(token.text)
            if facts.kind == "city":
                place = make_city(token.text, facts, scene.span(token.i, token.i + 1))
                yield Fill(place, place.span, CITY_WORD)


def _covers(place: Span, name: Span) -> bool:
    return place.start <= name.start and name.end <= place.end
