"""Delegations: who travels, visits or attends, where, led by whom, with whom."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from bilateral_extract.language.clause_lookup import inviters_of, leaders_of
from bilateral_extract.language.clauses import Argument, view_clause
from bilateral_extract.language.constituents import (
    containing_noun,
    governing_predicate,
    has_article,
    is_counted,
    noun_phrase,
    preposition_of,
)
from bilateral_extract.language.nominals import holders_of
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import TimeSpan
from bilateral_extract.records.circumstances import JOURNEYS, fill_date, places_of
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.goals import fill_goals, is_attendance, is_goal
from bilateral_extract.records.members import (
    DELEGATIONS,
    GROUPS,
    HOLDING,
    add_size,
    describe_group,
    fill_company,
    fill_composition,
    fill_members,
    group_bounds,
)
from bilateral_extract.records.parties import (
    REPRESENTATIVES,
    Participant,
    is_people,
    participant_of,
    resolve_participants,
)
from bilateral_extract.records.periods import fill_period, stretch_days
from bilateral_extract.records.reality import judge_reality
from bilateral_extract.records.scene import Scene

PLACES = load_words("place_nouns")
POSSESSIVES = frozenset({"his", "her", "their", "its"})
DEFINITE = POSSESSIVES | {"the", "this"}
STATES = HOLDING | {"be"}  # predicates of no time of their own: "the delegation, which includes …, arrived on Monday"
RESIDENTS = load_words("resident_officers")
APART = frozenset({"after", "following", "before", "ahead of", "prior to"})
LEAVING = frozenset({"leave", "depart", "return"})
FIRMS = load_words("firms") | {"manufacturers", "businesses", "exporters"}
PRIVATE = load_words("private_travellers")
LEADER_OFFICE = "office of the leader"
LOOK_BACK = 100  # words over which "his visit" may reach back


def fill_delegation(scene: Scene, draft: Draft) -> bool:
    """Fills a delegation's slots; False where nobody travels on behalf of anybody, or did not and will not."""
    defines = draft.clause.passive and draft.clause.trigger.dep_ == "acl"  # "a team led by Ana Paz will visit Lima"
    reality = judge_reality(view_clause(draft.trigger) if defines else draft.clause, draft.trigger)
    if reality in ("wished", "denied") or _is_standing(draft):
        return False
    ahead = "planned" in draft.sets
    named = ahead and draft.rule.endswith(":delegation")
    if named:  # it is told when it was named
        held_by = containing_noun(draft.trigger)
        draft.clauses = [*draft.clauses[1:], *([view_clause(held_by)] if held_by is not None else [])]
    status = "held" if reality == "actual" and not ahead else "planned"
    draft.add("status", Fill(status, scene.span(draft.trigger.i, draft.trigger.i + 1), f"{reality} clause"))
    for argument in draft.in_role("leader"):
        if not is_goal(scene, draft, argument):
            _fill_travellers(scene, draft, argument)
    for argument in draft.in_role("sender"):
        _fill_sender(scene, draft, argument)
    for argument in draft.in_role("state"):  # who names a delegation need not be of it
        for namer in resolve_participants(scene, argument.head):
            if namer.country:
                draft.add("country", Fill(namer.country, namer.span, f"{argument.role} of {draft.rule}"))
    for argument in draft.in_role("members"):
        fill_members(scene, draft, argument)
    fill_company(scene, draft)
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
        _fill_outer_traveller(scene, draft)
    fill_goals(scene, draft)
    _fill_delegation_noun(scene, draft)
    fill_period(scene, draft)
    if "date" not in draft.slots and draft.clause.lemma not in STATES and not named and not _is_of_other_days(draft):
        fill_date(scene, draft)
    stretch_days(scene, draft)
    return _is_journey(scene, draft)


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


def _is_journey(scene: Scene, draft: Draft) -> bool:
    """Whether somebody goes somewhere; words that tell no goal only add to a journey told before."""
    trigger = draft.trigger
    if not draft.slots.keys() & {"leader", "leader_title", "country", "organization", "members"}:
        draft.anaphoric = True  # "the delegation arrived in Lima" goes on with one told before
        noun = _delegation_in(scene, draft)
        if "destination" in draft.slots and noun is not None and any(t.lower_ in ("a", "an") for t in noun.lefts):
            draft.anaphoric = False  # "a delegation to Lima" is a new one
        told = trigger.pos_ == "VERB" or draft.slots.keys() & {"destination", "purpose", "date", "host"}
        again = trigger.lemma_.lower() in JOURNEYS and any(t.lower_ in DEFINITE for t in trigger.lefts)
        return bool(told) and (noun is not None or again)
    goal = draft.first("destination")
    if goal is not None and goal.country and draft.first("country") == goal.country:
        if draft.clause.lemma == "return" or (draft.clause.lemma == "be" and not _is_stay(draft)):
            return False
        del draft.slots["country"]  # nobody visits one's own country: whose side the traveller is on is not known
    if draft.clause.lemma == "be" and not (_is_abroad(draft) or _is_stay(draft)):
        return False
    if "follow" in draft.sets:  # whom somebody receives need not come on a journey, but a journey told has a host
        announced = draft.clause.lemma == "host" and draft.first("status") == "planned"  # "will host the premier"
        draft.anaphoric = not (announced or draft.clause.lemma == "receive") or not _comes_from_abroad(draft)
        return True
    if (
        (trigger.pos_ == "VERB" or _is_to_sight(draft))
        and not draft.slots.keys() & {"destination", "purpose"}
        and not _delegation_in(scene, draft)
    ):
        received = draft.clause.lemma in ("welcome", "greet") and _comes_from_abroad(draft)
        draft.anaphoric = not received and not (_is_epithet(draft) and {"leader", "country"} <= draft.slots.keys())
    if is_attendance(draft):
        home = draft.first("country")
        there = draft.first("destination")
        if there is None or home is None or there.country in (None, home):
            officer = {"leader", "leader_title", "country"} <= draft.slots.keys() and there is None
            announced = officer and draft.first("status") == "planned"  # "the minister will attend the conference"
            draft.anaphoric = _delegation_in(scene, draft) is None and not announced
    return True


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


def _delegation_in(scene: Scene, draft: Draft) -> Token | None:
    """The word for a delegation among what the record speaks of."""
    if draft.trigger.lemma_.lower() in GROUPS:
        return draft.trigger
    heads = [argument.head for _, argument in draft.arguments]
    return next((head for head in heads if head.lemma_.lower() in GROUPS), None)


def _fill_travellers(scene: Scene, draft: Draft, argument: Argument) -> None:
    rule = f"{argument.role} of {draft.rule}"
    travellers = resolve_participants(scene, argument.head)
    if not travellers and argument.head.lemma_.lower() in GROUPS:
        _fill_sender(scene, draft, Argument("of", argument.head))
    if argument.role == "modifier":
        travellers = [p for p in travellers if p.kind == "person"]
    if [p.kind for p in travellers[:2]] == ["group", "person"] and _is_bare(argument.head):
        del travellers[0]  # two offices of one person: "Senator and candidate Ana Paz"
    for position, traveller in enumerate(travellers):
        if traveller.kind == "person":
            slot = "leader" if position == 0 and "leader" not in draft.slots else "members"
            if traveller in draft.values("leader") or (slot == "members" and _is_of_others(draft, traveller)):
                continue
            draft.add(slot, Fill(traveller, traveller.span, rule))
            if slot == "leader":
                fill_title(scene, draft, traveller)
        elif traveller.kind == "organization":
            draft.add("organization", Fill(traveller, traveller.span, rule))
        elif traveller.kind == "group":
            _fill_group(scene, draft, argument.head, traveller, rule)
        if traveller.country and traveller.kind != "group":
            draft.add("country", Fill(traveller.country, traveller.span, "country of the traveller"))


def _is_bare(head: Token) -> bool:
    return head.tag_ in ("NN", "NNP") and not has_article(head)


def _fill_foreigner(scene: Scene, draft: Draft) -> None:
    """Whose visit "his visit to Peru" is where more than one may be meant: of those told last, the one who is not of
    the land visited."""
    goal = draft.first("destination")
    if goal is None or goal.country is None:
        return
    told = scene.mentions_in(max(0, draft.trigger.i - LOOK_BACK), draft.trigger.i)[::-1]
    told.sort(key=lambda pair: scene.doc[pair[1].first].dep_ not in ("nsubj", "nsubj:pass"))  # subjects first
    for entity, mention in told:
        if entity.kind == "person" and entity.country not in (None, goal.country):
            traveller = participant_of(scene, entity, mention)
            draft.add("leader", Fill(traveller, traveller.span, "who was told last and comes from abroad", "paragraph"))
            draft.add("country", Fill(entity.country, traveller.span, "country of the traveller"))
            fill_title(scene, draft, traveller)
            return


def _is_of_others(draft: Draft, traveller: Participant) -> bool:
    """Whether somebody told together with a leader travels for another country."""
    home = draft.first("country")
    return home is not None and traveller.country not in (None, home)


def _fill_group(scene: Scene, draft: Draft, head: Token, group: Participant, rule: str) -> None:
    """A described traveller: "the president of Peru" is a leader by office, "Peruvian officials" are members."""
    lemma = head.lemma_.lower()
    if lemma in GROUPS:
        _fill_sender(scene, draft, Argument("of", head))
    elif lemma in REPRESENTATIVES and head.tag_ in ("NN", "NNP"):
        described = describe_group(scene, head)
        group = replace(group, country=described.country)
        draft.add("leader_title", Fill(group.span, group.span, rule))
        _fill_body(scene, draft, described)
    elif lemma in REPRESENTATIVES:
        draft.add("members", Fill(group, group.span, rule))
    elif _is_sent(head) and (group.country or not is_attendance(draft)):
        add_size(scene, draft, (head.left_edge.i, head.i + 1))
        if not is_attendance(draft):
            draft.add("members", Fill(group, group.span, rule))
    else:
        return
    if group.country:
        draft.add("country", Fill(group.country, group.span, "country of the traveller"))


def _is_sent(head: Token) -> bool:
    """Whether people or firms told by their number, or as ours, go for others: "fourteen Chilean firms", "our
    engineers"; not those who travel for themselves."""
    lemma = head.lemma_.lower()
    told = is_counted(head) or any(t.lower_ == "our" for t in head.lefts)
    return told and lemma not in PRIVATE and (head.lower_ in FIRMS or is_people(head))


def _fill_body(scene: Scene, draft: Draft, officer: Participant) -> None:
    """The body of an officer told without a name, if it is of no country: "the U.N. chief's special envoy"."""
    for entity, mention in scene.mentions_in(*scene.tokens_of(officer.span)) if officer.country is None else ():
        if entity.kind == "organization" and entity.country is None:
            body = participant_of(scene, entity, mention)
            draft.add("organization", Fill(body, body.span, "body of the leader"))
            return


def _fill_outer_traveller(scene: Scene, draft: Draft) -> None:
    """Whose visit it is where the noun's own phrase does not say: the subject of its clause ("during his visit, she
    said"), as far as that is one person or a delegation."""
    trigger = draft.trigger
    if trigger.pos_ != "NOUN":
        return
    named = [a for a in draft.in_role("leader", "sender") if a.role != "modifier" and a.head.lower_ not in POSSESSIVES]
    if any(
        not scene.dates_in(a.head.left_edge.i, a.head.i + 1) for a in named
    ):  # "a trip from 5 to 8 May" tells no traveller
        return
    if trigger.lemma_.lower() in DELEGATIONS:
        return
    if trigger.dep_ not in ("obl", "nmod", "obj"):
        if "leader" not in draft.slots and any(a.head.lower_ in ("his", "her") for a in draft.in_role("leader")):
            _fill_foreigner(scene, draft)
        return
    for argument in draft.in_role("outer"):
        found = resolve_participants(scene, argument.head)
        office = argument.head.tag_ in ("NN", "NNP") and argument.head.lemma_.lower() in REPRESENTATIVES
        if len(found) == 1 and (found[0].kind == "person" or (found[0].kind == "group" and office)):
            _fill_travellers(scene, draft, Argument("subject", argument.head))
        elif argument.head.lemma_.lower() in DELEGATIONS:
            _fill_sender(scene, draft, Argument("of", argument.head))
    if "leader" not in draft.slots and any(a.head.lower_ in ("his", "her") for a in draft.in_role("leader")):
        _fill_last_person(scene, draft)


def _fill_last_person(scene: Scene, draft: Draft) -> None:
    """Whose visit "his visit" is where it is the subject itself: the person who was the last subject before it."""
    first, _ = scene.paragraph_tokens(scene.paragraph_of(draft.trigger))
    first = max(first, draft.trigger.i - LOOK_BACK)
    for i in range(draft.trigger.i - 1, first - 1, -1):
        if scene.doc[i].dep_ in ("nsubj", "nsubj:pass"):
            found = resolve_participants(scene, scene.doc[i])
            if len(found) == 1 and found[0].kind == "person":
                _fill_travellers(scene, draft, Argument("subject", scene.doc[i]))
                return


def fill_title(scene: Scene, draft: Draft, leader: Participant) -> None:
    """Adds the leader's office as the article words it."""
    entity = leader.entity
    if entity is not None and entity.role_span is not None:
        title = scene.reading.span(*entity.role_span)
        draft.add("leader_title", Fill(title, title, LEADER_OFFICE))


def _fill_sender(scene: Scene, draft: Draft, argument: Argument) -> None:
    rule = f"{argument.role} of {draft.rule}"
    for entity, mention in scene.mentions_in(*group_bounds(argument.head)):
        span = scene.reading.span(mention.start, mention.end)
        if entity.kind in ("country", "organization") and entity.country:
            draft.add("country", Fill(entity.country, span, rule))
    for sender in resolve_participants(scene, argument.head):
        if sender.kind == "group":
            sender = describe_group(scene, argument.head)
        if sender.kind == "organization":
            draft.add("organization", Fill(sender, sender.span, rule))
        elif sender.kind == "person" and argument.role != "subject":  # who sends others stays
            draft.add("leader", Fill(sender, sender.span, rule))
            fill_title(scene, draft, sender)
        elif sender.kind == "group" and argument.role == "of" and argument.head.lemma_.lower() not in GROUPS:
            draft.add("members", Fill(sender, sender.span, rule))
        if sender.country:
            draft.add("country", Fill(sender.country, sender.span, rule))
    if "country" not in draft.slots:  # "of the Indonesian parliament's committee"
        for owner in view_clause(argument.head).get("poss"):
            for body in resolve_participants(scene, owner.head):
                if body.country:
                    draft.add("country", Fill(body.country, body.span, rule))


def _fill_delegation_noun(scene: Scene, draft: Draft) -> None:
    """What stands around the word for a delegation, or for a mission: who leads it, whom it includes."""
    noun = _delegation_in(scene, draft)
    for argument in leaders_of(noun or draft.trigger):
        _fill_travellers(scene, draft, argument)
    if noun is None:
        return
    for argument in view_clause(noun).get("poss"):  # "Ms Paz's group"
        if all(p.kind == "person" for p in resolve_participants(scene, argument.head)):
            _fill_travellers(scene, draft, argument)
    for person, office in holders_of(noun, REPRESENTATIVES):
        _fill_head(scene, draft, person, (office, noun))
    fill_composition(scene, draft, noun)


def _fill_head(scene: Scene, draft: Draft, person: Token, title: tuple[Token, Token]) -> None:
    """A leader by the office at the head of the delegation: "the head of the Peruvian delegation, Ana Paz"."""
    for leader in resolve_participants(scene, person)[:1]:
        if leader.kind == "person" and "leader" not in draft.slots:
            draft.add("leader", Fill(leader, leader.span, "head of the delegation"))
            office, noun = title
            first, _ = noun_phrase(office)
            words = scene.span(first + (scene.doc[first].pos_ == "DET"), noun.i + 1)
            draft.add("leader_title", Fill(words, words, LEADER_OFFICE))
