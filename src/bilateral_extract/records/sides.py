"""Who takes part where the clause does not say it: the sides that the story has told of."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from bilateral_extract.language.constituents import governing_predicate, preposition_of
from bilateral_extract.records.binding import add_party
from bilateral_extract.records.draft import MEMORY, Draft, Fill, Scope
from bilateral_extract.records.homes import add_homes
from bilateral_extract.records.parties import Participant, participant_of, serves_bloc
from bilateral_extract.records.scene import Scene

FIRST_PERSON = frozenset({"i", "we", "me", "us"})
TEAMS = frozenset({"delegation", "mission", "team", "group"})
# Kinds of deals that countries make; a loan or a purchase mostly binds others.
BILATERAL_KINDS = frozenset(
    {"agreement", "memorandum", "protocol", "roadmap", "declaration", "package", "other", "contract", "grant"}
)
REACH_BACK = 120  # words of a paragraph in which its place is looked for
REACH = 25  # words between two people who act together in one clause


GUESS = "a country that the article speaks of most"
SIDE_SLOTS = {"meeting": "participants", "deal": "parties"}


def complete_sides(scene: Scene, drafts: list[Draft]) -> None:
    """The countries of a meeting or deal with sides of unknown country: the one in which they met, else those that the
    article speaks of most."""
    often = _often_spoken_of(scene, drafts)
    for draft in drafts:
        if draft.kind == "meeting":
            _drop_guesses(draft)
    settings = {id(draft): _where(scene, draft) for draft in drafts if draft.kind == "meeting"}
    add_homes(scene, drafts, settings)
    for draft in drafts:
        known = draft.values("countries")
        sides = draft.values(SIDE_SLOTS.get(draft.kind, ""))
        strangers = [p for p in sides if p.country is None and not serves_bloc(p)]
        others = [country for country in often if country not in known]
        missing = max(0, 2 - len(known))
        if len(strangers) >= missing and len(others) >= missing:
            for other in others[:missing]:
                draft.add("countries", Fill(other, strangers[0].span, GUESS, "article"))


def _where(scene: Scene, draft: Draft) -> str | None:
    """The country in which people met, by the place told or the scene of the paragraph."""
    place = draft.first("place")
    return place.country if place is not None and place.country else find_setting(scene, draft)


def _drop_guesses(draft: Draft) -> None:
    told = [fill for fill in draft.slots.pop("countries", []) if fill.rule != GUESS]
    if told:
        draft.slots["countries"] = told


def pair_countries(scene: Scene, drafts: list[Draft]) -> None:
    """The other country of an article on two, for meetings, deals and journeys of which one alone is told after all."""
    pair = _often_spoken_of(scene, drafts)[:2]
    if len(pair) < 2:
        return
    other_of = dict(zip(pair, reversed(pair), strict=True))
    rule = "the other country that the article is about"
    for draft in drafts:
        known = draft.values("countries")
        sides = draft.values(SIDE_SLOTS.get(draft.kind, ""))
        goal = draft.first("destination")
        sent = draft.slots.keys() & {"country", "organization"}
        if goal is not None and not sent and goal.country in other_of:
            draft.add("country", Fill(other_of[goal.country], goal.span, rule, "article"))
        if not sides or len(known) != 1 or known[0] not in other_of or any(map(serves_bloc, sides)):
            continue
        draft.add("countries", Fill(other_of[known[0]], sides[0].span, rule, "article"))
        bilateral = draft.kind == "deal" and is_bilateral(draft)
        if bilateral and all(p.kind == "country" for p in sides):
            for side in name_countries(scene, [other_of[known[0]]]):
                add_party(draft, side, rule)


def _often_spoken_of(scene: Scene, drafts: list[Draft]) -> list[str]:
    """The countries that an article names more than once, the most first, apart from what people talked about."""
    topics = [span for draft in drafts if draft.kind == "meeting" for span in draft.values("topics")]
    talked_of = {i for span in topics for i in range(span.start, span.end)}
    countries = [e for e in scene.entities if e.kind == "country" and e.country]
    tally = Counter(str(e.country) for e in countries for mention in e.mentions if mention.start not in talked_of)
    return [country for country, count in tally.most_common() if count > 1]


def presume_sides(scene: Scene, drafts: list[Draft]) -> None:
    """Who met where an article takes it for known: its headline, which stands elsewhere, has told it.

    "The talks were held in Lima … Ms Paz and Mr Weber signed a protocol": the first two people of different countries
    who act together.
    """
    meetings = [draft for draft in drafts if draft.kind == "meeting"]
    pair = main_pair(scene, count_countries(scene)) if any(_is_unnamed_pair(draft) for draft in meetings) else []
    for draft in meetings:
        if not draft.anaphoric and draft.first("participants"):
            break
        if pair and _is_unnamed_pair(draft):
            draft.anaphoric = False
            for side in pair:
                add_participant(draft, side, "the two sides that the article is about", "article")
            break
    talks = next((d for d in meetings if d.trigger.pos_ == "NOUN" and d.first("status") == "held"), None)
    if talks is None or not all(draft.anaphoric for draft in meetings):
        return
    for participant in _people_together(scene):
        talks.anaphoric = False
        add_participant(talks, participant, "who act together in the article", "article")


def _is_unnamed_pair(draft: Draft) -> bool:
    """Whether talks are told to be of two, without a word of whom, and when or where."""
    return (
        "bilateral" in draft.sets and not draft.first("participants") and bool(draft.slots.keys() & {"date", "place"})
    )


def _people_together(scene: Scene) -> list[Participant]:
    people = [
        (entity, mention)
        for entity, mention in scene.mentions_in(0, len(scene.doc))
        if entity.kind == "person" and mention.form == "name"
    ]
    for (one, first), (other, second) in pairwise(people):
        if one is other or one.country == other.country or second.first - first.last > REACH:
            continue
        verbs = [governing_predicate(scene.doc[m.first : m.last].root) for m in (first, second)]
        if verbs[0] is not None and verbs[0] == verbs[1]:
            return [participant_of(scene, one, first), participant_of(scene, other, second)]
    return []


def add_participant(draft: Draft, participant: Participant, rule: str, scope: Scope) -> None:
    """Adds a participant to a meeting, and the country with it."""
    draft.add("participants", Fill(participant, participant.span, rule, scope))
    if participant.country:
        draft.add("countries", Fill(participant.country, participant.span, rule, scope))


def find_setting(scene: Scene, draft: Draft) -> str | None:
    """The country in which a paragraph is set before a record: "In Amman, she had talks and offered …"."""
    start = scene.paragraph_tokens(scene.paragraph_of(draft.trigger))[0]
    for entity, mention in reversed(scene.mentions_in(max(start, draft.trigger.i - REACH_BACK), draft.trigger.i)):
        named = entity.kind in ("place", "country") and mention.form in ("name", "acronym", "capital")
        if named and entity.country and preposition_of(scene.doc[mention.last - 1]) in ("in", "to", "at"):
            return entity.country
    return None


def is_bilateral(draft: Draft) -> bool:
    """Whether countries may have made a deal: one of a kind that they make, or an agreement on a loan."""
    return draft.first("kind") in BILATERAL_KINDS or draft.trigger.lemma_.lower() in BILATERAL_KINDS


def count_countries(scene: Scene) -> Counter[str]:
    """How often an article names each country, its places and its people, in the order of first mention."""
    counts: Counter[str] = Counter()
    for entity in scene.entities:
        if entity.country is not None and entity.kind in ("country", "person", "place"):
            counts[entity.country] += len(entity.mentions)
    return counts


def main_pair(scene: Scene, counts: Counter[str]) -> list[Participant]:
    """The two countries that the article names most; none where the second is named but once, in passing."""
    often = [code for code, count in counts.most_common(2) if count > 1]
    pair = name_countries(scene, often)
    return pair if len(pair) == 2 else []


def name_countries(scene: Scene, codes: list[str]) -> list[Participant]:
    """The countries of these codes that the article names, as parties."""
    countries = [scene.find_country(code) for code in codes]
    return [participant_of(scene, country, country.mentions[0]) for country in countries if country is not None]


def add_protagonists(scene: Scene, drafts: list[Draft]) -> None:
    """The side that meetings with one side leave unsaid: the traveller told before, else who was spoken of last.

    "Later he will have talks with X" and "Ana Paz arrived on Monday. A meeting with X followed." speak of Ana Paz.
    """
    main = _main_people(scene)
    for position, draft in enumerate(drafts):
        if draft.kind == "meeting":
            _name_leader(draft, drafts[max(0, position - 3) : position])
        people: list[Participant] = draft.values("participants")
        if draft.kind != "meeting" or len(people) != 1 or _is_of_unnamed_speaker(draft):
            continue
        bare = draft.clause.verb is None  # a heading: "Telephone conversation with President of Peru Luis Soto"
        told = None if bare else traveller_before(drafts[max(0, position - MEMORY) : position])
        person = told or (None if bare else _last_person(scene, draft))
        if person is None or person == people[0]:
            able = [p for p in main if p != people[0] and p.country != people[0].country]
            person = min(able, key=lambda p: p.span.start, default=None) if bare else next(iter(able), None)
        if person is None or person == people[0] or (person.country and person.country == people[0].country):
            continue
        rule = "who the story is about"
        add_participant(draft, person, rule, "paragraph")


def _is_of_unnamed_speaker(draft: Draft) -> bool:
    """Whether the other side of a meeting is whoever speaks, and no name tells who that is: "I met the premier"."""
    told = {participant.span.start for participant in draft.values("participants")}
    return any(a.head.lower_ in FIRST_PERSON and a.head.idx not in told for a in draft.in_role("participants"))


def _name_leader(draft: Draft, before: list[Draft]) -> None:
    """Puts the leader told before in the place of "the delegation" or "the team"."""
    fills = draft.slots.get("participants", [])
    for k, fill in enumerate(fills):
        if fill.value.kind != "group" or fill.value.name.casefold() not in TEAMS:
            continue
        leader = traveller_before(before)
        told = None if leader is None else leader.country
        if leader is not None and fill.value.country in (None, told) and leader not in draft.values("participants"):
            fills[k] = Fill(leader, fill.span, "who leads the delegation told before", "paragraph")
            if told is not None:
                draft.add("countries", Fill(told, fill.span, "country of a participant"))


def traveller_before(before: list[Draft]) -> Participant | None:
    for known in reversed(before):
        if known.kind == "delegation" and isinstance(leader := known.first("leader"), Participant):
            return leader
    return None


def _main_people(scene: Scene) -> list[Participant]:
    """Whom the article speaks of most, foremost first: three, each more than once."""
    people = [e for e in scene.entities if e.kind == "person" and len(e.mentions) > 1]
    people.sort(key=lambda e: len(e.mentions), reverse=True)
    return [participant_of(scene, e, e.mentions[0]) for e in people[:3]]


def _last_person(scene: Scene, draft: Draft) -> Participant | None:
    start = scene.paragraph_tokens(max(0, scene.paragraph_of(draft.trigger) - 1))[0]
    for entity, mention in reversed(scene.mentions_in(start, draft.trigger.i)):
        if entity.kind == "person":
            return participant_of(scene, entity, mention)
    return None
