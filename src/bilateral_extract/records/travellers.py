"""Who travels: the leader, the body or country that sends, also where the journey's own words do not say."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from bilateral_extract.language.clause_lookup import leaders_of
from bilateral_extract.language.clauses import Argument, view_clause
from bilateral_extract.language.constituents import (
    content_noun,
    governing_predicate,
    has_article,
    is_counted,
    noun_phrase,
    preposition_of,
    verb_lemma,
)
from bilateral_extract.language.nominals import holders_of
from bilateral_extract.lexicon import load_words
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.goals import is_attendance
from bilateral_extract.records.members import (
    DELEGATIONS,
    GROUPS,
    add_size,
    describe_group,
    fill_composition,
    group_bounds,
)
from bilateral_extract.records.participants import TRAVEL
from bilateral_extract.records.parties import (
    COLLECTIVES,
    REPRESENTATIVES,
    Participant,
    countries_beside,
    is_people,
    participant_of,
    resolve_participants,
)
from bilateral_extract.records.scene import Scene

POSSESSIVES = frozenset({"his", "her", "their", "its"})
HOSTING = load_words("receiving_verbs") | {"invite"}
FIRMS = load_words("firms") | {"manufacturers", "businesses", "exporters"}
PRIVATE = load_words("private_travellers")
OFFICES = frozenset({"presidents", "ministers"})
LEADER_OFFICE = "office of the leader"
LOOK_BACK = 100  # words over which "his visit" may reach back


def delegation_in(draft: Draft) -> Token | None:
    """The word for a delegation among what the record speaks of."""
    if draft.trigger.lemma_.lower() in GROUPS:
        return draft.trigger
    heads = [argument.head for _, argument in draft.arguments]
    return next((head for head in heads if head.lemma_.lower() in GROUPS), None)


def fill_travellers(scene: Scene, draft: Draft, argument: Argument) -> None:
    """Adds whom an argument names to those who travel: the first person leads, others are members, bodies send."""
    rule = f"{argument.role} of {draft.rule}"
    argument = replace(argument, head=content_noun(argument.head))  # "a total of 40 firms"
    if argument.head.ent_type_ == "NORP" and argument.head.tag_ in ("NNS", "NNPS"):
        return  # "4,000 Norwegians flew into Peru"
    travellers = travellers_of(scene, argument.head)
    if not travellers and argument.head.lemma_.lower() in GROUPS:
        fill_sender(scene, draft, Argument("of", argument.head))
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
            _fill_group(scene, draft, scene.head_of(traveller.span), traveller, rule)
        if traveller.country and traveller.kind != "group":
            draft.add("country", Fill(traveller.country, traveller.span, "country of the traveller"))


def travellers_of(scene: Scene, head: Token) -> list[Participant]:
    """Whom a phrase names, also by an office in the plural that a parse takes for a name: Peru and Chile for "the Prime
    Ministers of Peru and Chile"."""
    found = resolve_participants(scene, head)
    if found and found[0].kind == "group" and head.tag_ == "NNP" and head.lower_ in OFFICES:
        found[:1] = countries_beside(scene, head, noun_phrase(head), ("of",)) or found[:1]
    return found


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
        fill_sender(scene, draft, Argument("of", head))
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
    return told and lemma not in PRIVATE and (head.lower_ in FIRMS | COLLECTIVES or is_people(head))


def _fill_body(scene: Scene, draft: Draft, officer: Participant) -> None:
    """The body of an officer told without a name, if it is of no country: "the U.N. chief's special envoy"."""
    for entity, mention in scene.mentions_in(*scene.tokens_of(officer.span)) if officer.country is None else ():
        if entity.kind == "organization" and entity.country is None:
            body = participant_of(scene, entity, mention)
            draft.add("organization", Fill(body, body.span, "body of the leader"))
            return


def fill_outer_traveller(scene: Scene, draft: Draft) -> None:
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
    around = governing_predicate(trigger)
    if around is not None and verb_lemma(around) in HOSTING and preposition_of(trigger) in ("for", "on"):
        for argument in view_clause(around).get("object"):  # "will host the premier for a visit"
            fill_travellers(scene, draft, argument)
        return
    travels = around is not None and verb_lemma(around) in TRAVEL  # "A and B returned after a visit to Lima"
    for argument in draft.in_role("outer"):
        found = resolve_participants(scene, argument.head)
        office = argument.head.tag_ in ("NN", "NNP") and argument.head.lemma_.lower() in REPRESENTATIVES
        alone = len(found) == 1 or (travels and all(p.kind == "person" for p in found))
        if alone and found and (found[0].kind == "person" or (found[0].kind == "group" and office)):
            fill_travellers(scene, draft, Argument("subject", argument.head))
        elif argument.head.lemma_.lower() in DELEGATIONS:
            fill_sender(scene, draft, Argument("of", argument.head))
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
                fill_travellers(scene, draft, Argument("subject", scene.doc[i]))
                return


def fill_title(scene: Scene, draft: Draft, leader: Participant) -> None:
    """Adds the leader's office as the article words it."""
    entity = leader.entity
    if entity is not None and entity.role_span is not None:
        title = scene.reading.span(*entity.role_span)
        draft.add("leader_title", Fill(title, title, LEADER_OFFICE))


def fill_sender(scene: Scene, draft: Draft, argument: Argument) -> None:
    """Adds the country or body that a delegation is told to come from, and whom it is said to be made of."""
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


def fill_delegation_noun(scene: Scene, draft: Draft) -> None:
    """What stands around the word for a delegation, or for a mission: who leads it, whom it includes."""
    noun = delegation_in(draft)
    for argument in leaders_of(noun or draft.trigger):
        fill_travellers(scene, draft, argument)
    if noun is None:
        return
    for argument in view_clause(noun).get("poss"):  # "Ms Paz's group"
        if all(p.kind == "person" for p in resolve_participants(scene, argument.head)):
            fill_travellers(scene, draft, argument)
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
