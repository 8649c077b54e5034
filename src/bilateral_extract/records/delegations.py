"""Delegations: who travels, visits or attends, where, led by whom, with whom."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral_extract.language.clauses import Argument, clauses_about
from bilateral_extract.language.constituents import (
    conjuncts,
    governing_predicate,
    infinitives,
    nominals_behind,
    noun_phrase,
)
from bilateral_extract.records.context import PLACE_ROLES, fill_date, places_of
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.parties import REPRESENTATIVES, Participant, resolve_participants
from bilateral_extract.records.periods import fill_period, stretch_days
from bilateral_extract.records.phrases import read_core
from bilateral_extract.records.reality import judge_reality
from bilateral_extract.records.scene import Scene

TRAVEL_PREPOSITIONS = ("to", "in", "at", "for", "into")
DELEGATIONS = frozenset(noun for noun, kind in load_lexicon().classes.items() if kind == "delegation")
POSSESSIVES = frozenset({"his", "her", "their", "its"})
LOOK_BACK = 100  # words over which "his visit" may reach back


def fill_delegation(scene: Scene, draft: Draft) -> bool:
    """Fills a delegation's slots; False where nobody travels on behalf of anybody, or did not and will not."""
    reality = judge_reality(draft.clause, draft.trigger)
    if reality in ("wished", "denied") or _is_standing(draft):
        return False
    status = "held" if reality == "actual" else "planned"
    draft.add("status", Fill(status, scene.span(draft.trigger.i, draft.trigger.i + 1), f"{reality} clause"))
    for argument in draft.in_role("leader"):
        _fill_travellers(scene, draft, argument)
    for argument in draft.in_role("sender"):
        _fill_sender(scene, draft, argument)
    for argument in draft.in_role("members"):
        _fill_members(scene, draft, argument)
    for argument in draft.in_role("host"):
        for host in resolve_participants(scene, argument.head)[:1]:
            draft.add("host", Fill(host, host.span, f"{argument.role} of {draft.rule}"))
    for argument in draft.in_role("destination"):
        for fill in places_of(scene, argument.head, f"{argument.role} of {draft.rule}"):
            draft.add("destination", fill)
    if "leader" not in draft.slots:
        _fill_outer_traveller(scene, draft)
    _fill_complements(scene, draft)
    _fill_delegation_noun(scene, draft)
    fill_period(scene, draft)
    if "date" not in draft.slots:
        fill_date(scene, draft)
    stretch_days(scene, draft)
    return _is_journey(scene, draft)


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
        return trigger.pos_ == "VERB" and _delegation_in(scene, draft) is not None
    goal = draft.first("destination")
    if goal is not None and goal.country and draft.first("country") == goal.country:
        del draft.slots["country"]  # nobody visits one's own country: whose side the traveller is on is not known
    if trigger.pos_ == "VERB" and "destination" not in draft.slots and not _delegation_in(scene, draft):
        draft.anaphoric = True
    if _is_attendance(draft):
        home = draft.first("country")
        there = draft.first("destination")
        if there is None or home is None or there.country in (None, home):
            draft.anaphoric = not _delegation_in(scene, draft)
    return True


def _is_attendance(draft: Draft) -> bool:
    return draft.rule.endswith(":event")


def _delegation_in(scene: Scene, draft: Draft) -> Token | None:
    """The word for a delegation among what the record speaks of."""
    if draft.trigger.lemma_.lower() in DELEGATIONS:
        return draft.trigger
    heads = [argument.head for _, argument in draft.arguments]
    return next((head for head in heads if head.lemma_.lower() in DELEGATIONS), None)


def _fill_travellers(scene: Scene, draft: Draft, argument: Argument) -> None:
    rule = f"{argument.role} of {draft.rule}"
    travellers = resolve_participants(scene, argument.head)
    if argument.role == "modifier":
        travellers = [p for p in travellers if p.kind == "person"]
    for position, traveller in enumerate(travellers):
        if traveller.kind == "person":
            slot = "leader" if position == 0 and "leader" not in draft.slots else "members"
            if traveller in draft.values("leader"):
                continue
            draft.add(slot, Fill(traveller, traveller.span, rule))
            if slot == "leader":
                _fill_title(scene, draft, traveller)
        elif traveller.kind == "organization":
            draft.add("organization", Fill(traveller, traveller.span, rule))
        elif traveller.kind == "group":
            _fill_group(scene, draft, argument.head, traveller, rule)
        if traveller.country and traveller.kind != "group":
            draft.add("country", Fill(traveller.country, traveller.span, "country of the traveller"))


def _fill_group(scene: Scene, draft: Draft, head: Token, group: Participant, rule: str) -> None:
    """A described traveller: "the president of Peru" is a leader by office, "Peruvian officials" are members."""
    lemma = head.lemma_.lower()
    if lemma in DELEGATIONS:
        _fill_sender(scene, draft, Argument("of", head))
    elif lemma in REPRESENTATIVES and head.tag_ in ("NN", "NNP"):
        draft.add("leader_title", Fill(group.span, group.span, rule))
    elif lemma in REPRESENTATIVES:
        draft.add("members", Fill(group, group.span, rule))
    else:
        return
    if group.country:
        draft.add("country", Fill(group.country, group.span, "country of the traveller"))


def _fill_outer_traveller(scene: Scene, draft: Draft) -> None:
    """Whose visit it is where the noun's own phrase does not say: the subject of its clause ("during his visit, she
    said"), as far as that is one person or a delegation."""
    trigger = draft.trigger
    said = [a for a in draft.in_role("leader", "sender") if a.role != "modifier" and a.head.lower_ not in POSSESSIVES]
    if trigger.pos_ != "NOUN" or said:
        return
    if trigger.lemma_.lower() in DELEGATIONS or trigger.dep_ not in ("obl", "nmod", "obj"):
        return
    if any(a.head.lower_ in ("his", "her") for a in draft.in_role("leader")) and not draft.in_role("outer"):
        _fill_last_person(scene, draft)
    for argument in draft.in_role("outer"):
        found = resolve_participants(scene, argument.head)
        if len(found) == 1 and found[0].kind == "person":
            _fill_travellers(scene, draft, Argument("subject", argument.head))
        elif argument.head.lemma_.lower() in DELEGATIONS:
            _fill_sender(scene, draft, Argument("of", argument.head))


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


def _fill_title(scene: Scene, draft: Draft, leader: Participant) -> None:
    entity = leader.entity
    if entity is not None and entity.role_span is not None:
        title = scene.reading.span(*entity.role_span)
        draft.add("leader_title", Fill(title, title, "office of the leader"))


def _fill_sender(scene: Scene, draft: Draft, argument: Argument) -> None:
    rule = f"{argument.role} of {draft.rule}"
    first, last = noun_phrase(argument.head)
    for entity, mention in scene.mentions_in(first, last):
        span = scene.reading.span(mention.start, mention.end)
        if entity.kind == "country" and entity.country:
            draft.add("country", Fill(entity.country, span, rule))
    for sender in resolve_participants(scene, argument.head):
        if sender.kind == "organization":
            draft.add("organization", Fill(sender, sender.span, rule))
        elif sender.kind == "person":
            draft.add("leader", Fill(sender, sender.span, rule))
            _fill_title(scene, draft, sender)
        elif sender.kind == "group" and argument.role == "of" and argument.head.lemma_.lower() not in DELEGATIONS:
            draft.add("members", Fill(sender, sender.span, rule))
        if sender.country:
            draft.add("country", Fill(sender.country, sender.span, rule))


def _fill_members(scene: Scene, draft: Draft, argument: Argument) -> None:
    rule = f"{argument.role} of {draft.rule}"
    for head in conjuncts(argument.head):
        if head.lemma_.lower() in DELEGATIONS:  # "accompanied by a delegation of officials"
            inner = nominals_behind(head, "of")
            members = [member for t in inner for member in _groups(scene, t)]
        elif head.tag_ == "NNS":
            members = _groups(scene, head)
        else:
            members = resolve_participants(scene, head)
        for member in members:
            if member not in draft.values("leader"):
                draft.add("members", Fill(member, member.span, rule))


def _groups(scene: Scene, head: Token) -> list[Participant]:
    """Described members, one for each of the list. Like coordinates with like: in "representatives of 17 regions, large
    companies and businesses" what is not counted goes on with the representatives."""
    first, last = noun_phrase(head)
    further: list[Token] = []
    for counted in (t for t in nominals_behind(head) if any(c.dep_ == "nummod" for c in t.lefts)):
        further = [t for t in conjuncts(counted)[1:] if not any(c.dep_ == "nummod" for c in t.lefts)]
    if further:
        last = min(last, further[0].left_edge.i)
        while head.doc[last - 1].is_punct or head.doc[last - 1].pos_ == "CCONJ":
            last -= 1
    found = [(first, last), *(noun_phrase(t) for t in further)]
    return [_group(scene, *bounds) for bounds in found]


def _group(scene: Scene, first: int, last: int) -> Participant:
    while scene.doc[first].pos_ in ("DET", "PUNCT", "SPACE") and first < last - 1:
        first += 1
    country = next((entity.country for entity, _ in scene.mentions_in(first, last) if entity.country), None)
    span = scene.span(first, last)
    return Participant(span.text, "group", country, span)


def _fill_delegation_noun(scene: Scene, draft: Draft) -> None:
    """What stands around the word delegation: its size ("12-member"), who leads it, whom it includes."""
    noun = _delegation_in(scene, draft)
    if noun is None:
        return
    _fill_size(scene, draft, noun)
    for clause, _ in clauses_about(noun, frozenset()):
        if clause.trigger.head == noun and clause.lemma in ("lead", "head"):
            for argument in clause.get("by"):
                _fill_travellers(scene, draft, argument)
        elif clause.trigger.head == noun and clause.lemma in ("include", "comprise"):
            for argument in clause.get("object"):
                _fill_members(scene, draft, argument)


def _fill_size(scene: Scene, draft: Draft, noun: Token) -> None:
    """How many travel: "a 12-member delegation", "a delegation of 40 companies"."""
    before = (noun.left_edge.i, noun.i) if noun.tag_ == "NN" else (noun.i, noun.i)
    behind = [noun_phrase(t) for t in nominals_behind(noun, "of")]
    for first, last in (before, *behind):
        for quantity in scene.quantities_in(first, last):
            if quantity.unit is None and quantity.value == quantity.value.to_integral_value():
                draft.add("size", Fill(int(quantity.value), quantity.span, "number of members"))


def _fill_complements(scene: Scene, draft: Draft) -> None:
    """Destination, host and purpose from the usual places around a verb or noun of travel."""
    for clause in draft.clauses:
        for argument in clause.arguments:
            rule = f"{argument.role} of {clause.lemma}"
            if argument.role in TRAVEL_PREPOSITIONS and "destination" not in draft.slots:
                for fill in places_of(scene, argument.head, f"{argument.role} + place"):
                    draft.add("destination", fill)
            if argument.role in ("at invitation of", "on invitation of"):
                for host in resolve_participants(scene, argument.head)[:1]:
                    draft.add("host", Fill(host, host.span, argument.role))
            if argument.role in ("to-clause", "for", "to"):
                _fill_purpose(scene, draft, argument, rule)
    predicate = governing_predicate(draft.trigger)
    if predicate is not None and predicate.pos_ != "VERB" and draft.trigger.pos_ == "NOUN":
        for fill in places_of(scene, predicate, "where the traveller is"):  # "is in Peru on a visit to discuss trade"
            draft.add("destination", fill)
        for aim in infinitives(predicate):
            _fill_purpose(scene, draft, Argument("to-clause", aim), "what the traveller is there for")
    if _is_attendance(draft):
        phrase = read_core(scene, draft.trigger)
        draft.add("purpose", Fill(phrase, phrase, "what is attended"))
        for argument in draft.clauses[-1].arguments:
            if argument.role in PLACE_ROLES and "destination" not in draft.slots:
                for fill in places_of(scene, argument.head, f"{argument.role} + place"):
                    draft.add("destination", fill)


def _fill_purpose(scene: Scene, draft: Draft, argument: Argument, rule: str) -> None:
    """What a journey is for: an infinitive, a noun after "for", an event after "to"; not a place, date or visit."""
    head = argument.head
    classes = load_lexicon().classes
    if head.pos_ != "VERB":
        kind = classes.get(head.lower_) or classes.get(head.lemma_.lower())
        if kind == "visit" or (argument.role == "to" and kind != "event") or places_of(scene, head, rule):
            return
        if argument.role == "for" and scene.dates_in(head.left_edge.i, head.right_edge.i + 1):
            return
    phrase = read_core(scene, head)
    draft.add("purpose", Fill(phrase, phrase, rule))
