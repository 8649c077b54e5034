"""Merging: drafts that tell of the same record become one, with all their evidence; different records stay apart."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable

from bilateral_extract.language.constituents import modifiers
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import Place, TimeSpan
from bilateral_extract.records.agreement import clash, dates_clash, places_clash
from bilateral_extract.records.circumstances import JOURNEYS, place_of_dateline
from bilateral_extract.records.deal_identity import goes_back, is_in_force, is_same_deal, tells_another
from bilateral_extract.records.draft import ASIDE, JOIN, MEMORY, SPEAKER, TITLE, Draft, Fill, RecordKind
from bilateral_extract.records.event_identity import is_better_name, is_same_event
from bilateral_extract.records.parties import COLLECTIVES, REPRESENTATIVES, Participant
from bilateral_extract.records.periods import CLOSING, settle_period
from bilateral_extract.records.rounds import is_other_round, negotiated_before, repeat_sides
from bilateral_extract.records.scene import Scene
from bilateral_extract.records.sections import Sections

OLD = dt.timedelta(days=60)
WEEK = dt.timedelta(days=7)
LONGEST_JOURNEY = dt.timedelta(days=14)
REACH = 3  # paragraphs over which "they discussed …" still goes back to a meeting
ONWARD = frozenset({"continue", "proceed", "go on", "fly on", "move on", "travel on"})
LIST_SLOTS = frozenset(
    {"participants", "countries", "topics", "parties", "signatories", "sectors", "members", "attendance", "organizers"}
)
MEETING_VERBS = frozenset({"meet", "hold", "have"})
SIDES = load_words("country_sides")
TWO = frozenset({"leaders", "presidents", "premiers", "ministers", "interlocutors", "statesmen", "sides"})
MARGINS = load_words("margins") | {"own"}
BY_THEMSELVES = frozenset({"alone", "bilaterally", "privately", "apart", "one"})
PLURALS = frozenset(word for word in COLLECTIVES if word.endswith("s"))
DEAL_STATUSES = ("signed", "agreed", "planned")


def merge_drafts(scene: Scene, drafts: Iterable[Draft]) -> list[Draft]:
    """One draft for each record, in the order of first mention."""
    merged: list[Draft] = []
    ahead: list[Draft] = []  # "the forum" before its name is told
    recent: dict[str, deque[Draft]] = {kind: deque(maxlen=MEMORY) for kind in _SAME}
    told = _told_first(drafts)
    sections = Sections(scene, told)
    gathering = -1  # the sentence that told of an event last
    for draft in told:
        if draft.kind == "event":
            gathering = draft.trigger.sent.start
        for known in reversed(recent[draft.kind]):  # the nearest record before is the likeliest to be meant again
            if draft.anaphoric and _is_far(scene, known, draft):
                continue
            if _joins_unnamed(draft) and gathering > known.clauses[-1].trigger.sent.start:
                continue  # "the forum opened on Tuesday. Luis Soto also attended"
            if draft.kind == "deal" and sections.part(known.trigger, draft.trigger):
                continue
            if draft.kind == "meeting" and draft.anaphoric and is_other_round(known, draft):
                repeat_sides(known, draft)
                merged.append(draft)
                recent["meeting"].append(draft)
                break
            if _SAME[draft.kind](scene, known, draft):
                _unite(known, draft)
                break
        else:
            if draft.kind == "meeting" and draft.anaphoric:
                treaty = negotiated_before(draft, reversed(recent["deal"]))
                if treaty is not None:
                    repeat_sides(treaty, draft)
            if draft.anaphoric:
                ahead.append(draft)
            else:
                merged.append(draft)
                recent[draft.kind].append(draft)
    for draft in ahead[:MEMORY]:
        if draft.kind == "meeting" and _is_of_visitor(scene, merged, draft):
            merged.append(draft)
            continue
        if draft.kind in ("event", "delegation") or _opens_article(scene, draft):
            same = (k for k in merged if k.kind == draft.kind and _SAME[draft.kind](scene, k, draft))
            if (later := next(same, None)) is not None:
                _unite(later, draft)
            elif "speech" in draft.sets or (draft.kind == "event" and _is_known_to_readers(draft)):
                draft.anaphoric = False
                merged.append(draft)
    merged.sort(key=lambda draft: draft.trigger.i)
    return [draft for draft in merged if not (_is_one_sided(draft) or _is_of_others(scene, draft))]


def _is_of_visitor(scene: Scene, merged: list[Draft], draft: Draft) -> bool:
    """Whether talks that nobody is named for are those of who is told just before to visit, whom it then gives their
    sides: "Premier Ana Paz will visit Oslo in May. The two leaders will discuss trade"."""
    pair = any(a.head.lower_ in TWO for a in draft.in_role("participants"))
    if draft.first("status") != "planned" or not pair or draft.clause.trigger.tag_ == "VBG":
        return False
    before = (d for d in reversed(merged) if d.kind == "delegation" and d.trigger.i < draft.trigger.i)
    visit = next(before, None)
    if visit is None or visit.first("status") != "planned" or _is_far(scene, visit, draft):
        return False
    leader, goal = visit.first("leader"), visit.first("destination")
    if leader is None or not leader.country or goal is None or goal.country in (None, leader.country):
        return False
    draft.anaphoric = False
    span = visit.slots["leader"][0].span
    host = visit.first("host")
    for person in (leader, host) if host is not None and host.kind == "person" else (leader,):
        draft.add("participants", Fill(person, span, "who visits whom", "paragraph"))
    for country in (leader.country, goal.country):
        draft.add("countries", Fill(country, span, "countries of the visit", "paragraph"))
    return True


def _told_first(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts in their order, but within a sentence what only adds to a journey behind the journey: "In Lima, Ana
    Paz, accompanied by Luis Gil, was received by the premier"."""
    ordered = list(drafts)
    ordered.sort(key=lambda d: (d.trigger.sent.start, d.kind == "delegation" and d.anaphoric))
    return ordered


def _opens_article(scene: Scene, draft: Draft) -> bool:
    """Whether an article begins with what a meeting was about, where its headline has told who met."""
    told = draft.kind == "meeting" and not {"follow", JOIN} & {*draft.sets} and draft.first("status") == "held"
    return told and scene.paragraph_of(draft.trigger) == 0 and draft.clause.trigger.tag_ != "VB"


def _is_known_to_readers(draft: Draft) -> bool:
    """Whether a definite event that nothing names is told enough of: "the forum brought together writers from Chile",
    in a text whose title has the name."""
    told = bool(draft.slots.keys() & {"participants", "organizers", "attendance"})
    placed = any(fill.scope == "clause" for fill in draft.slots.get("place", []))
    return draft.first("kind") not in (None, "other") and (told or placed)


def _is_one_sided(draft: Draft) -> bool:
    """Whether a meeting has but one side after all, and that no person: "talks with companies", by nobody told. Where a
    verb tells of nothing else, as in "will meet with companies", they met."""
    people = draft.values("participants")
    bare = draft.kind == "meeting" and len(people) < 2 and all(p.kind != "person" for p in people)
    return bare and draft.clause.lemma not in MEETING_VERBS


def _is_of_others(scene: Scene, draft: Draft) -> bool:
    """Whether only the headline of another article tells of a record: for meetings, of people whom this article does
    not speak of. (What stands under "See also" is often another page on the same talks.)"""
    if ASIDE not in draft.sets:
        return False
    sides = [p.entity for p in draft.values("participants") if p.entity is not None]
    told = (any(not scene.is_aside(scene.doc[m.first]) for m in side.mentions) for side in sides)
    return draft.kind != "meeting" or not sides or not all(told)


def _joins_unnamed(draft: Draft) -> bool:
    """Whether a clause tells who else was there and does not say where: "Luis Soto also attended"."""
    return JOIN in draft.sets and draft.trigger.pos_ != "NOUN"


def _drop_sides(draft: Draft) -> None:
    """Where people of a country are named as participants, the country itself is none besides."""
    fills = draft.slots.get("participants", [])
    people = {f.value.country for f in fills if f.value.kind == "person" and f.value.country}
    kept = [f for f in fills if f.value.country not in people or not (_is_side(f.value) or _is_nameless(f.value))]
    if fills:
        draft.slots["participants"] = kept


def _is_far(scene: Scene, known: Draft, draft: Draft) -> bool:
    """Whether too many paragraphs lie between a record and words that only add to one."""
    return scene.paragraph_of(draft.trigger) - scene.paragraph_of(known.clauses[-1].trigger) > REACH


def _unite(known: Draft, other: Draft) -> None:
    if ASIDE not in other.sets:
        known.sets = tuple(s for s in known.sets if s != ASIDE)
    if TITLE in known.sets and TITLE not in other.sets:  # how far a deal is the text tells, not its heading
        known.sets = tuple(s for s in known.sets if s != TITLE)
        known.slots.pop("status", None)
    if known.kind == "deal" and is_in_force(known) and not is_in_force(other) and "date" in other.slots:
        known.slots.pop("date", None)  # the day of the signing
    if JOIN in other.sets:
        known.company += [p for p in other.values("participants") if p not in known.values("participants")]
    for slot, fills in other.slots.items():
        for fill in fills:
            if slot == "name" and is_better_name(fill, known.slots["name"][0]):
                known.slots["name"].insert(0, fill)
            else:
                known.add(slot, fill)
    if known.kind == "meeting":
        _sharpen(known)
    if known.kind == "deal":
        known.slots["status"].sort(key=_how_far)
    if known.kind in ("event", "delegation"):
        settle_period(known)
    known.evidence.extend(other.evidence)
    known.clauses.extend(other.clauses)
    known.mentions += 1
    _drop_sides(known)


def _sharpen(draft: Draft) -> None:
    """Puts the day first where a week or month is told of it too: "will meet in March … on March 6"."""
    fills = draft.slots.get("date", [])
    first: TimeSpan | None = fills[0].value if fills else None
    if first is None or first.start is None or first.end is None:
        return
    for fill in fills[1:]:
        day: TimeSpan = fill.value
        within = day.start is not None and day.end is not None and first.start <= day.start <= day.end <= first.end
        if within and fill.scope == "clause" and day.end - day.start < first.end - first.start:  # type: ignore[operator]
            fills.remove(fill)
            fills.insert(0, fill)
            return


def _how_far(status: Fill) -> int:
    """Told twice, a deal stands where it stands furthest on; what is to be signed is agreed or initialled before."""
    if status.value == "signed":
        return 2 if " initial " in status.rule else 0
    return 1 if status.rule.startswith("planned sign ") else 2 + DEAL_STATUSES.index(status.value)


def _same_meeting(scene: Scene, a: Draft, b: Draft) -> bool:
    if tells_another(b) and not (
        a.trigger.sent == b.trigger.sent and set(a.values("participants")) == set(b.values("participants"))
    ):
        return False
    if dates_clash(a, b) or places_clash(a.first("place"), b.first("place")):
        return False
    later = a.first("status") == "held" and b.first("status") == "planned" and b.clause.tense == "future"
    if later and b.slots.keys() & {"date", "place"}:
        return False  # "met him in Lima … will meet him in Oslo"
    if (_is_recalled(scene, b) or _is_since(b)) and "date" not in a.slots:
        return False
    if _is_on_margins(a, b):
        return False
    if JOIN in b.sets:
        return scene.paragraph_of(b.trigger) - scene.paragraph_of(a.clauses[-1].trigger) <= 1
    people_a, people_b = a.values("participants"), b.values("participants")
    if not b.anaphoric and (met := [p for p in people_a if p not in a.company]):
        people_a = met  # "A met B, and C and D attended. Later C and D met"
    if people_a and all(_is_side(p) for p in people_a) and _is_far(scene, a, b):
        return False  # what the sides talked of at a forum is not the meeting of two people pages later
    small, large = sorted((people_a, people_b), key=len)
    return all(any(_match(p, q) for q in large) for p in small)


def _is_on_margins(known: Draft, draft: Draft) -> bool:
    """Whether two of those who met in a larger round are told to meet by themselves: "on the margins, Ana Paz and Luis
    Soto met"."""
    if len(draft.values("participants")) != 2 or len(known.values("participants")) < 3 or draft.anaphoric:
        return False
    clause = draft.clause
    nouns = [a.head for a in clause.get("object")]
    apart = any(t.lower_ in BY_THEMSELVES for word in (clause.trigger, draft.trigger, *nouns) for t in word.children)
    return apart or any(a.head.lemma_.lower() in MARGINS for a in clause.get("on", "at"))


def _is_since(draft: Draft) -> bool:
    """Whether a clause tells since when something is: "for the first time since they met in Lima in 2008"."""
    dated = any(fill.scope == "clause" for fill in draft.slots.get("date", ()))
    return dated and any(t.lower_ == "since" for t in draft.clause.trigger.lefts)


def _is_recalled(scene: Scene, draft: Draft) -> bool:
    """Whether one who meets another recalls that they met before: "We met in Lima in December"."""
    day, published = draft.first("date"), scene.reading.published
    if (
        published is None
        or day is None
        or day.end is None
        or all(a.head.lower_ != "we" for a in draft.clause.get("subject"))
    ):
        return False
    return bool(published - day.end > WEEK)


def _match(p: Participant, q: Participant) -> bool:
    """Whether two participants may be the same: one entity, or a side told by its country in one of the two places."""
    if p == q:
        return True
    if p.country is None or p.country != q.country:
        return False
    sides = [_is_side(p), _is_side(q)]
    nameless = _is_nameless(p) or _is_nameless(q)
    return all(sides) or ((nameless or any(sides)) and "person" in (p.kind, q.kind))


def _is_side(participant: Participant) -> bool:
    """Whether a participant stands for its whole country: the country itself, "the Kazakh side", "the delegation"."""
    if participant.kind == "country":
        return True
    words = participant.name.casefold().split()
    return participant.kind == "group" and bool(words) and words[-1] in SIDES


def _is_nameless(participant: Participant) -> bool:
    """Whether a participant is one side told by an office alone: "her Omani counterpart", not "Omani officials"."""
    words = set(participant.name.casefold().split())
    return participant.kind == "group" and bool(words & REPRESENTATIVES) and not words & PLURALS


def _same_delegation(scene: Scene, a: Draft, b: Draft) -> bool:
    if (dates_clash(a, b) and not _ends(a, b)) or _is_of_old(scene, a, b):
        return False
    if clash(a.first("organization"), b.first("organization")) or _is_of_speaker(a, b):
        return False
    if (clash(a.first("country"), b.first("country")) and not _leads_on(a, b)) or clash(
        a.first("leader"), b.first("leader")
    ):
        return False
    goal, other = a.first("destination") or _place_implied(scene, a), b.first("destination")
    if goal is None and other is not None and _goes_on(b) and a.first("leader") is not None:
        return False  # "is leading a mission", "heads on to Quito"
    if a.first("leader") is not None and a.first("leader") == b.first("leader") and goal and other:
        onward = a.first("status") != b.first("status") and goal.kind == other.kind == "city" != goal.name
        if (onward or _goes_on(b)) and goal.name != other.name:  # "is in Lima", "will go on to Cusco"
            return False
        return bool(goal.country == other.country or not (goal.country and other.country))  # stations of one journey
    return not places_clash(goal, other)


def _is_of_speaker(a: Draft, b: Draft) -> bool:
    """Whether one of two journeys is of whoever speaks, and the other of somebody told."""
    told = b if SPEAKER in a.sets else a
    return (SPEAKER in a.sets) != (SPEAKER in b.sets) and bool({"leader", "country"} & told.slots.keys())


def _place_implied(scene: Scene, journey: Draft) -> Place | None:
    """Where somebody of another country has gone of whom nothing is told but that: to the place of the dateline."""
    home = journey.first("country")
    if home is None or journey.first("status") != "held" or journey.anaphoric:
        return None
    here = place_of_dateline(scene)
    return here if here is not None and here.country not in (None, home) else None


def _is_of_old(scene: Scene, news: Draft, draft: Draft) -> bool:
    """Whether a journey of other days, long before the article's, is told beside the one that is its news: "arrived in
    Lima … recalled his visit in 2011"."""
    day, published = draft.first("date"), scene.reading.published
    undated = news.first("date") is None and news.first("status") == "held" and not scene.is_in_heading(news.trigger)
    if news.first("leader") is None or news.first("leader") != draft.first("leader"):
        return False
    return undated and published is not None and day is not None and bool(day.end and published - day.end > OLD)


def _goes_on(journey: Draft) -> bool:
    """Whether a journey is told to go on from another place: "will travel on to Peru", "proceeds to Cusco"."""
    verb = journey.clause.trigger
    return journey.clause.lemma in ONWARD or any(
        t.lower_ in ("on", "onward", "onwards") and (t.dep_ != "case" or t.i == verb.i + 1) for t in verb.children
    )


def _leads_on(known: Draft, draft: Draft) -> bool:
    """Whether who leads the delegation told before is told now, whatever country seems to be the leader's: "Ana Paz,
    the envoy to Peru, will lead the delegation"."""
    noun = draft.trigger
    bare = noun.lemma_.lower() == "delegation" and goes_back(draft) and not modifiers(noun)
    return bare and draft.rule.endswith(":delegation") and known.first("leader") is None


def _ends(journey: Draft, end: Draft) -> bool:
    """Whether what ends on a later day may be a journey under way: "is in Peru", "ends his visit on Friday"."""
    last, first = end.first("date"), journey.first("date")
    if end.trigger.lemma_.lower() not in JOURNEYS or end.slots["date"][0].rule != CLOSING:
        return False
    return bool(first.start and last.end) and dt.timedelta(0) <= last.end - first.start <= LONGEST_JOURNEY


_SAME = {"meeting": _same_meeting, "delegation": _same_delegation, "deal": is_same_deal, "event": is_same_event}
assert set(_SAME) == set(RecordKind.__args__)  # type: ignore[attr-defined]
