"""Where an event is: in the places its clauses tell, in the city that its name has, with its host."""

from __future__ import annotations

from collections.abc import Iterator

from bilateral_extract.language.clauses import Clause
from bilateral_extract.language.constituents import noun_phrase, preposition_of
from bilateral_extract.lexicon.gazetteer import find_cities
from bilateral_extract.mentions.places import link_place
from bilateral_extract.models import Span
from bilateral_extract.records.circumstances import fill_place, make_city, places_of, to_place
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.participants import GATHER, hosts_of, is_journey
from bilateral_extract.records.scene import Scene

BRACKETS = 8  # words in brackets behind a name, such as its short form or its days
CITY_WORD = "big city that a word of the name means"
SETS = frozenset({"arrange", "schedule", "plan", "set", "slate"})
MOVES = frozenset({"return", "come", "move", "go", "head"})
TOWNS = ("city", "country")
NEAR = 8  # words behind "in" up to the place
BIG = 300_000  # inhabitants of a city that a word within a name means without more


def fill_event_place(scene: Scene, draft: Draft, about: list[tuple[Clause, str]], first: int, last: int) -> None:
    """Proposes the place right behind an event's name (from token `first` up to `last`), those that the clauses `about`
    it tell, a city before its venues; else the city that its name has in it; else the country or city that hosts it."""
    fill_place(scene, draft)
    here = scene.span(first, draft.trigger.i + 1)  # no name of an event is its place
    places = [fill for fill in draft.slots.pop("place", []) if not _covers(fill.span, here)]
    if places:
        draft.slots["place"] = places
    known = draft.slots.get("place", [])
    towns = any(fill.scope == "clause" and fill.value.kind in TOWNS for fill in known)
    behind = [fill for fill in place_behind(scene, last) if fill.value.kind in TOWNS or not towns]
    if behind:
        draft.slots["place"] = behind + known
    told = [fill for fill in draft.slots.get("place", []) if fill.scope == "clause"]
    better: list[Fill] = []
    for fill in told:
        if fill.value.kind in ("venue", "other"):
            inner = (t for t in scene.doc[scene.token_at(fill.span.end - 1)].subtree if preposition_of(t) == "in")
            better += [city for t in inner for city in places_of(scene, t, "place of the venue")]
            better += _cities_of_venue(scene, fill)
    for clause in draft.clauses:
        if clause.lemma in SETS:  # "is being arranged for Lima"
            better += [fill for a in clause.get("for") for fill in places_of(scene, a.head, "place it is set for")]
        if clause.lemma in MOVES:  # "will return to Lima"
            better += [fill for a in clause.get("to") for fill in places_of(scene, a.head, "place it comes to")]
        if clause.lemma in GATHER:  # "drew 60 officials to Lima"
            better += [fill for a in clause.get("to") for fill in places_of(scene, a.head, "place they are drawn to")]
    for clause, role in about if not (told or better) else ():
        if role == "for" and clause.trigger.dep_ == "cop":  # "will be in Lima for the fair"
            better += places_of(scene, clause.trigger.head, "place one is in for it")
        if is_journey(clause.lemma, role):  # "flew to Lima for the fair"
            better += [fill for a in clause.get("to") for fill in places_of(scene, a.head, "place they travel to")]
    hosts = [a for clause, role in about if clause.lemma == "host" and role == "object" for a in clause.get("subject")]
    hosts += hosts_of(draft.trigger)
    if not (told or better):
        better += [fill for host in hosts for fill in places_of(scene, host.head, "host of the event")]
    lands = {fill.value.country for fill in (*told, *better)} - {None}
    if all(fill.value.kind == "country" for fill in (*told, *better) if fill.value.country):
        named = list(cities_in(scene, first, max(draft.trigger.i, last)))
        better[:0] = [fill for fill in named if not lands or fill.value.country in lands]
    if better:
        draft.slots["place"] = better + draft.slots.get("place", [])


def place_behind(scene: Scene, last: int) -> list[Fill]:
    """The place that stands right behind a name that ends before token `last`, also after brackets or a day: "the Peru
    Travel Market (PTM) in Lima", "the round table on 31 May in Lima"; whatever a parse hangs it on."""
    doc, i = scene.doc, last
    if i < len(doc) and doc[i].text == "(":
        i = next((t.i + 1 for t in doc[i : i + BRACKETS] if t.text == ")"), i)
    for date in scene.dates_in(i, i + 3):
        i = scene.tokens_of(date.span)[1] if scene.token_at(date.span.start) <= i + 1 else i
    if i + 1 < len(doc) and doc[i].text == ",":
        i += 1
    while i + 1 < len(doc) and doc[i].lower_ in ("in", "at") and doc[i].dep_ == "case" and doc[i].head.i > i:
        end = noun_phrase(doc[i].head)[1]
        found = [
            fill
            for fill in places_of(scene, doc[i].head, "place behind the name")
            if i < scene.token_at(fill.span.start) < i + NEAR
        ]
        if found and found[0].value.kind in TOWNS:
            return found[:1]
        if end <= i or end >= len(doc) or doc[end].lower_ not in ("in", "at"):
            return found[:1]
        i = end  # "security in the Indian Ocean in Port Louis", "at the Golden Hotel in Lima"
    return []


def cities_in(scene: Scene, first: int, last: int) -> Iterator[Fill]:
    """The cities among the words of a name: those found as such, and big ones that only the name tells of."""
    for entity, mention in scene.mentions_in(first, last):
        place = to_place(scene, entity, mention)
        if place is not None and place.kind == "city":
            yield Fill(place, place.span, "city in the name")
    for token in scene.doc[first:last]:
        told = scene.mentions_at(token.i)
        if token.pos_ != "PROPN" or not any(e.kind == "event" or m.first < token.i == m.last - 1 for e, m in told):
            continue  # in "ITB Berlin", which a model may take for a building, the city stands last
        if max((city.population for city in find_cities(token.text)), default=0) >= BIG:
            facts = link_place(token.text)
            if facts.kind == "city":
                place = make_city(token.text, facts, scene.span(token.i, token.i + 1))
                yield Fill(place, place.span, CITY_WORD)


def _cities_of_venue(scene: Scene, venue: Fill) -> Iterator[Fill]:
    """The city that the name of a venue begins with: "the Dubai World Trade Centre"."""
    first, last = scene.tokens_of(venue.span)
    words = [t for t in scene.doc[first:last] if t.pos_ == "PROPN"]
    if venue.value.country or len(words) < 2:
        return
    for end in (2, 1):
        text = scene.doc[words[0].i : words[0].i + end].text
        if end < last - words[0].i and max((city.population for city in find_cities(text)), default=0) >= BIG:
            facts = link_place(text)
            if facts.kind == "city":
                place = make_city(text, facts, scene.span(words[0].i, words[0].i + end))
                yield Fill(place, place.span, "city in the name of the venue")
            return


def _covers(place: Span, name: Span) -> bool:
    return place.start <= name.start and name.end <= place.end
