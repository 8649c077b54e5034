"""Delegations: who travels, visits or attends, where, led by whom, with whom."""

from __future__ import annotations

from bilateral_extract.language.clause_lookup import inviters_of
from bilateral_extract.language.clauses import Argument, view_clause
from bilateral_extract.language.constituents import (
    containing_noun,
    governing_predicate,
    is_predicate,
    preposition_of,
    verb_lemma,
)
from bilateral_extract.language.nominals import nominals_below
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import TimeSpan
from bilateral_extract.records.circumstances import JOURNEYS, fill_date, home_of, places_of
from bilateral_extract.records.draft import SPEAKER, TITLE, Draft, Fill
from bilateral_extract.records.goals import fill_goals, is_attendance, is_goal
from bilateral_extract.records.members import (
    DELEGATIONS,
    HOLDING,
    fill_company,
    fill_members,
)
from bilateral_extract.records.participants import TRAVEL
from bilateral_extract.records.parties import resolve_participants
from bilateral_extract.records.periods import fill_period, stretch_days
from bilateral_extract.records.reality import judge_reality
from bilateral_extract.records.scene import Scene
from bilateral_extract.records.travellers import (
    PRIVATE,
    delegation_in,
    fill_delegation_noun,
    fill_outer_traveller,
    fill_sender,
    fill_travellers,
)

PLACES = load_words("place_nouns")
DEFINITE = frozenset({"his", "her", "their", "its", "the", "this"})
STATES = HOLDING | {"be"}  # predicates of no time of their own: "the delegation, which includes …, arrived on Monday"
RESIDENTS = load_words("resident_officers")
APART = frozenset({"after", "following", "before", "ahead of", "prior to"})
BOTH = frozenset({"they", "them"})
OWN = frozenset({"a", "an", "its", "their", "our"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
SPEAKING = frozenset({"i", "we"})
LEAVING = frozenset({"leave", "depart", "return"})


def fill_delegation(scene: Scene, draft: Draft) -> bool:
    """Fills a delegation's slots; False where nobody travels on behalf of anybody, or did not and will not."""
    defines = draft.clause.trigger.dep_ == "acl" and (draft.clause.passive or draft.clause.lemma in HOLDING)
    # "a team led by Ana Paz will visit Lima", "a team comprising ten firms will visit Lima"
    reality = judge_reality(view_clause(draft.trigger) if defines else draft.clause, draft.trigger)
    if reality in ("wished", "denied") or _is_standing(draft) or _is_of_meeting(draft):
        return False
    ahead = "planned" in draft.sets or any(t.lower_ == "due" for t in draft.trigger.lefts)  # "is due in Lima"
    named = ahead and draft.rule.endswith(":delegation")
    if named:  # it is told when it was named
        held_by = containing_noun(draft.trigger)
        draft.clauses = [*draft.clauses[1:], *([view_clause(held_by)] if held_by is not None else [])]
    if draft.clause.verb is None and _is_heading(scene, draft):
        draft.sets = (*draft.sets, TITLE)
    status = "held" if reality == "actual" and not ahead else "planned"
    draft.add("status", Fill(status, scene.span(draft.trigger.i, draft.trigger.i + 1), f"{reality} clause"))
    for argument in draft.in_role("leader"):
        if not is_goal(scene, draft, argument):
            fill_travellers(scene, draft, argument)
    for argument in draft.in_role("sender"):
        fill_sender(scene, draft, argument)
    for argument in draft.in_role("state"):  # who names a delegation need not be of it
        for namer in resolve_participants(scene, argument.head):
            if namer.country:
                draft.add("country", Fill(namer.country, namer.span, f"{argument.role} of {draft.rule}"))
    for argument in draft.in_role("members"):
        fill_members(scene, draft, argument)
        if draft.clause.passive and argument.role == "subject":  # "accompanied by A, by B and by ten officials"
            listed = [t for t in nominals_below(draft.clause.trigger, "by") if t.i > argument.head.i]
            for further in (t for t in listed if governing_predicate(t) == draft.clause.trigger):
                fill_members(scene, draft, Argument("by", further))
    fill_company(scene, draft)
    if "leader" not in draft.slots and _is_first_person(scene, draft):
        draft.sets = (*draft.sets, SPEAKER)
    for argument in draft.in_role("host"):
        for host in resolve_participants(scene, argument.head)[:1]:
            draft.add("host", Fill(host, host.span, f"{argument.role} of {draft.rule}"))
    for giver in inviters_of(draft.clause):  # "accepted an invitation from the king to visit Lima"
        for host in resolve_participants(scene, giver)[:1]:
            draft.add("host", Fill(host, host.span, "inviter to the visit"))
    for argument in draft.in_role("destination"):
        for fill in places_of(scene, argument.head, f"{argument.role} of {draft.rule}"):
            draft.add("destination", fill)
    if "leader" not in draft.slots:
        fill_outer_traveller(scene, draft)
    fill_goals(scene, draft)
    fill_delegation_noun(scene, draft)
    fill_period(scene, draft)
    if "date" not in draft.slots and draft.clause.lemma not in STATES and not named and not _is_of_other_days(draft):
        fill_date(scene, draft)
    stretch_days(scene, draft)
    return _is_journey(scene, draft)


def _is_heading(scene: Scene, draft: Draft) -> bool:
    """Whether a line of a journey tells no verb, and not when it is: "10. Visit of the premier to Peru"."""
    first, last = scene.paragraph_tokens(scene.paragraph_of(draft.trigger))
    return all(t.tag_ not in FINITE for t in scene.tokens[first:last])


def _is_of_other_days(draft: Draft) -> bool:
    """Whether the clause around a journey tells what is done on days before or after it: "will go to Peru on Friday
    after his trip to Chile", unlike "left Chile on Friday after a visit"."""
    around = governing_predicate(draft.trigger)
    leaves = around is not None and around.lemma_.lower() in LEAVING
    return draft.trigger.pos_ == "NOUN" and preposition_of(draft.trigger) in APART and not leaves


def _is_standing(draft: Draft) -> bool:
    """Delegations that are there or meet, with no word of travel: "the two delegations", "the permanent delegation"."""
    trigger = draft.trigger
    if trigger.lemma_.lower() not in DELEGATIONS or draft.clause.trigger != trigger:
        return False
    return trigger.tag_ == "NNS" or any(t.lower_ in ("permanent", "standing") for t in trigger.lefts)


def _is_of_meeting(draft: Draft) -> bool:
    """Whether those who are joined are the sides of talks: "they were joined by the envoy", unlike "he was …"."""
    return draft.clause.lemma == "join" and any(
        a.head.tag_ == "PRP" and a.head.lower_ in BOTH for a in draft.in_role("leader")
    )


def _is_journey(scene: Scene, draft: Draft) -> bool:
    """Whether somebody goes somewhere; words that tell no goal only add to a journey told before."""
    trigger = draft.trigger
    if _is_private(draft) or _is_of_service(draft):
        return False
    if trigger.lemma_.lower() == "guest" and not (is_predicate(trigger) and "host" in draft.slots):
        return False
    if "speech" in draft.sets:  # who speaks abroad has gone there, if no more is told of it
        draft.anaphoric = True
        return {"leader", "leader_title", "country"} <= draft.slots.keys() and _is_abroad(draft)
    if not draft.slots.keys() & {"leader", "leader_title", "country", "organization", "members"}:
        draft.anaphoric = True  # "the delegation arrived in Lima" goes on with one told before
        noun = delegation_in(draft)
        if "destination" in draft.slots and noun is not None and any(t.lower_ in ("a", "an") for t in noun.lefts):
            draft.anaphoric = False  # "a delegation to Lima" is a new one
        sends = any(a.head.pos_ == "NOUN" for a in draft.in_role("sender"))
        if sends and "destination" in draft.slots and any(t.lower_ in OWN for t in trigger.lefts):
            draft.anaphoric = False  # "the ministry will send its own mission to Lima"
        if SPEAKER in draft.sets and _tells_own_journey(scene, draft):
            draft.anaphoric = False  # "I went to Peru": it is not told by name who speaks
            return True
        told = trigger.pos_ == "VERB" or draft.slots.keys() & {"destination", "purpose", "date", "host"}
        again = trigger.lemma_.lower() in JOURNEYS and any(t.lower_ in DEFINITE for t in trigger.lefts)
        return bool(told) and (noun is not None or again)
    goal = draft.first("destination")
    if goal is not None and goal.country and draft.first("country") == goal.country:
        if draft.clause.lemma == "return" or (draft.clause.lemma == "be" and not _is_stay(draft)):
            return False
        sent = [fill for fill in draft.slots.pop("country") if fill.value != goal.country]
        if sent:  # nobody visits one's own country: whose side the traveller is on is only known if it is told besides
            draft.slots["country"] = sent
    if draft.clause.lemma == "be" and not (_is_abroad(draft) or _is_stay(draft)):
        return False
    if "follow" in draft.sets:  # whom somebody receives need not come on a journey, but a journey told has a host
        one = all(a.head.tag_ in ("NN", "NNP", "PRP") and a.head.lower_ != "them" for a in draft.in_role("leader"))
        announced = (
            one and draft.clause.lemma == "host" and draft.first("status") == "planned"
        )  # "will host the premier"
        draft.anaphoric = not (announced or draft.clause.lemma == "receive") or not _comes_from_abroad(draft)
        if (noun := delegation_in(draft)) is not None and {"country", "host"} <= draft.slots.keys():
            draft.anaphoric = not any(t.lower_ in ("a", "an") for t in noun.lefts)  # "a group is to be received by …"
        return True
    if (
        (trigger.pos_ == "VERB" or _is_to_sight(draft))
        and not draft.slots.keys() & {"destination", "purpose"}
        and not delegation_in(draft)
    ):
        received = draft.clause.lemma in ("welcome", "greet") and _comes_from_abroad(draft)
        draft.anaphoric = not received and not (_is_epithet(draft) and {"leader", "country"} <= draft.slots.keys())
    if is_attendance(draft):
        home = draft.first("country")
        there = draft.first("destination")
        if there is None or home is None or there.country in (None, home):
            officer = {"leader", "leader_title", "country"} <= draft.slots.keys() and there is None
            announced = officer and draft.first("status") == "planned"  # "the minister will attend the conference"
            draft.anaphoric = delegation_in(draft) is None and not announced
    return True


def _is_private(draft: Draft) -> bool:
    """Whether nobody is told but people who go for themselves: "welcomed a group of tourists"."""
    known = draft.slots.keys() & {"leader", "leader_title", "organization"}
    groups = [member.name.casefold().split()[-1] for member in draft.values("members") if member.kind == "group"]
    return not known and bool(groups) and all(word.removesuffix("s") in PRIVATE for word in groups)


def _is_of_service(draft: Draft) -> bool:
    """Whether nobody goes anywhere but carriers, whose aircraft do, or travel is spoken of and no journey: "the airline
    flies to Lima", "a boom in travel"; or who has been "there" is told without a day."""
    told = draft.slots.keys()
    if draft.trigger.lemma_.lower() == "travel" and draft.trigger.pos_ == "NOUN":
        return "destination" not in told or not told & {"leader", "leader_title"}
    if draft.clause.lemma == "be" and draft.clause.trigger.lower_ == "there":
        return "date" not in told
    return draft.clause.lemma == "fly" and "organization" in told and not told & {"leader", "leader_title", "members"}


def _is_first_person(scene: Scene, draft: Draft) -> bool:
    """Whether a journey is of one who speaks and whom no name tells."""
    if draft.clause.lemma == "come" and draft.clause.tense == "present":  # "I come now to India"
        return False
    heads = [argument.head for argument in draft.in_role("leader")]
    if not heads and draft.trigger.pos_ == "NOUN":  # "I will leave on a visit to Peru"
        around = governing_predicate(draft.trigger)
        travels = around is not None and verb_lemma(around) in TRAVEL
        heads = [argument.head for argument in draft.in_role("outer")] if travels else []
    return any(t.lower_ in SPEAKING and not scene.mentions_at(t.i) for t in heads)


def _tells_own_journey(scene: Scene, draft: Draft) -> bool:
    """Whether who speaks tells of going to another country: "I went to Peru", "I will be in Lima in May", not "I shall
    return to Canberra", from where the page is."""
    goal = draft.first("destination")
    if goal is None or not goal.country or goal.country == home_of(scene):
        return False
    if draft.clause.lemma == "return" and "purpose" not in draft.slots and draft.clause.get("to"):
        return False
    trigger = draft.trigger
    if draft.in_role("outer") and not draft.in_role("leader"):
        return True
    if trigger.pos_ == "AUX" or draft.clause.lemma == "be":
        return bool({"date", "purpose"} & draft.slots.keys())
    carried = trigger.pos_ == "NOUN" and draft.clause.trigger.pos_ == "VERB" and draft.clause.trigger != trigger
    return trigger.pos_ == "VERB" or (carried and any(a.head.lower_ == "i" for a in draft.in_role("leader")))


def _is_stay(draft: Draft) -> bool:
    """Whether somebody is told to be in a place for some days, as one is not at home, whatever country of theirs the
    article seems to tell."""
    if not {"leader", "leader_title"} & draft.slots.keys():
        return False
    days: TimeSpan | None = draft.first("date")
    some = days is not None and days.granularity == "range"
    return some or any(a.head.lemma_.lower() == "day" for a in draft.clause.get("for"))


def _is_to_sight(draft: Draft) -> bool:
    """Whether a visit is one to something that stands somewhere, a shrine or a plant, and to no land."""
    return any(
        a.role == "to" and a.head.pos_ == "NOUN" and a.head.lemma_.lower() not in PLACES
        for a in draft.in_role("destination")
    )


def _comes_from_abroad(draft: Draft) -> bool:
    """Whether an office holder is received in another country than the own one, and does not live there."""
    told = (draft.first("host"), draft.first("destination"))
    there = next((place.country for place in told if place is not None and place.country), None)
    title = draft.first("leader_title")
    if title is None or there is None or draft.first("country") in (None, there):
        return False
    return not RESIDENTS & set(title.text.casefold().split())


def _is_epithet(draft: Draft) -> bool:
    """Whether a journey is told by what the traveller is called: "met the visiting minister, Ana Paz"."""
    return any(argument.role == "modified" for argument in draft.in_role("leader"))


def _is_abroad(draft: Draft) -> bool:
    """Whether being in a place tells of a journey: that of an office holder, or of anybody there for something, whose
    country is another one."""
    home, goal = draft.first("country"), draft.first("destination")
    if goal is None or goal.country in (None, home):
        return False
    # "the top negotiator is in Lima", "a group of lawmakers is in Lima for talks"
    told = draft.slots.keys()
    return bool({"leader_title", "purpose", "host"} & told) or {"leader", "date"} <= told
