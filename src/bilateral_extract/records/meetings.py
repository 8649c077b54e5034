"""Meetings: who met whom, in what form, about what."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral_extract.language.clauses import Argument, view_clause
from bilateral_extract.language.constituents import (
    conjuncts,
    governing_predicate,
    is_definite,
    is_predicate,
    modifiers,
    nominals_behind,
    noun_phrase,
    preposition_of,
)
from bilateral_extract.language.nominals import adjoining, belonging_to
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import Span
from bilateral_extract.records.candidates import arguments_in_slot
from bilateral_extract.records.circumstances import fill_date, fill_place
from bilateral_extract.records.draft import JOIN, Draft, Fill
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.noun_classes import noun_class
from bilateral_extract.records.parties import Participant, participant_of, resolve_participants
from bilateral_extract.records.reality import judge_reality
from bilateral_extract.records.rounds import ROUND, mark_round
from bilateral_extract.records.scene import Scene
from bilateral_extract.records.topics import fill_topics

PHONE = load_words("phone_cues")
PRESS = load_words("press")
VIDEO = load_words("video_cues")
THINGS = load_words("met_things")
WRITINGS = load_words("writings")
STANDS = frozenset({"stand", "booth", "stall", "pavilion"})
WEIGHING = frozenset({"explore", "consider", "examine", "study", "review", "assess", "analyse", "analyze"})
PRESENCE = {"presence": "in presence of", "participation": "with participation of"}
TELLING = frozenset({"tell", "assure"})
JOINING = frozenset({"attend", "join", "participate", "present", "represent", "take"})
RECEIVING = load_words("receiving_verbs")
PLURAL_ONLY = load_words("plural_only_meetings")
CROWDS = load_words("crowds")
MANY = 10  # more than come to see a host, and not one another
CROWD = 100  # more people than anyone talks with


def fill_meeting(scene: Scene, draft: Draft) -> bool:
    """Fills a meeting's slots; False where the clause tells of no meeting (no side, or one that did not take place)."""
    reality = judge_reality(draft.clause, draft.trigger)
    if reality in ("wished", "denied"):
        return False
    status = "held" if reality == "actual" and "planned" not in draft.sets else "planned"
    span = scene.span(draft.trigger.i, draft.trigger.i + 1)
    draft.add("status", Fill(status, span, f"{reality} clause"))
    if "converse" in draft.sets and not _is_conversation(scene, draft):
        draft.sets = (*draft.sets, "follow")
    _take_adjoining_side(draft)
    _take_fronted_side(scene, draft)
    for argument in draft.in_role("participants"):
        for participant in sides_of(scene, argument):
            draft.add("participants", Fill(participant, participant.span, f"{argument.role} of {draft.rule}"))
    _add_outer_side(scene, draft)
    _add_present(scene, draft)
    _add_hosts_of_meal(scene, draft)
    people: list[Participant] = draft.values("participants")
    if draft.trigger.pos_ == "VERB" and any(_is_event(scene, a.head) for a in draft.clause.get("subject")):
        return False  # "the forum discussed trade": the inner working of an event
    if (
        _is_weighed(draft)
        or _is_sitting(scene, draft)
        or _is_invitation(scene, draft)
        or _is_of_things(draft)
        or _is_appeal(draft)
    ):
        return False
    if _is_farewell(draft):
        return False
    add_countries(draft)
    fill_topics(scene, draft)
    draft.anaphoric = (
        not people
        or "follow" in draft.sets
        or _is_joined(draft)
        or ("tell" in draft.sets and not _names_sides(draft))
        or is_predicate(draft.trigger)  # "this was their fifth meeting"
    )
    if draft.anaphoric:
        if _is_talked_of(draft):
            return False
        mark_round(draft)
        if _is_bilateral(draft):
            draft.sets = (*draft.sets, "bilateral")
        elif "topics" not in draft.slots and not _is_told_before(draft) and not {ROUND, JOIN} & {*draft.sets}:
            return False
        draft.slots["participants"] = [f for f in draft.slots.get("participants", []) if f.value.entity is not None]
    _fill_format(scene, draft)
    if "follow" not in draft.sets:  # "they noted the floods of May": what they speak of has its own days
        fill_date(scene, draft)
        fill_place(scene, draft)
        _drop_outside(draft)
    told = len(people) > 1 or _has_other_side(draft) or _is_of_one_body(draft) or _is_one_side_told(draft)
    return draft.anaphoric or told


def _take_adjoining_side(draft: Draft) -> None:
    """Whom talks are with, where a parse hangs the phrase behind the noun on the verb: "said so at talks with X"."""
    if draft.trigger.pos_ == "NOUN" and all(a.role not in ("with", "between") for a in draft.in_role("participants")):
        side = adjoining(draft.trigger, "with", "between")
        if side is not None:
            draft.arguments.append(("participants", Argument(preposition_of(side) or "with", side)))


def _take_fronted_side(scene: Scene, draft: Draft) -> None:
    """Whom one talked with, told first, which makes of what was talked of a meeting: "With Premier Ana Paz, he spoke of
    trade and expressed concern over the war"."""
    if "follow" not in draft.sets or draft.clause.lemma == "agree":  # "with the firm, the state agreed to …"
        return
    verb = draft.clause.trigger
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    for argument in view_clause(verb).get("with"):
        people = resolve_participants(scene, argument.head) if argument.head.i < verb.i else []
        if any(p.kind == "person" for p in people):
            draft.arguments.append(("participants", argument))
            draft.sets = tuple(s if s != "follow" else "tell" for s in draft.sets)


def _is_conversation(scene: Scene, draft: Draft) -> bool:
    """Whether a verb of telling shows that two people of different countries talked, "Premier Ana Paz of Peru told
    Chancellor Maria Weber", or that who speaks did, "I told Chancellor Maria Weber"; not in a letter or a speech."""
    if any(a.head.lemma_.lower() in WRITINGS for a in draft.clause.get("in", "by", "via", "through")):
        return False
    to = (a for a in draft.clause.get("object", "to") if a.head.pos_ != "PRON")
    told = list(dict.fromkeys(p for a in to for p in sides_of(scene, a)))
    tellers = list(dict.fromkeys(p for a in draft.clause.get("subject") for p in sides_of(scene, a)))
    if any(t.lower_ in ("as", "once", "when", "if") for t in draft.clause.trigger.lefts):
        return False  # "as I told Ana Paz": at talks told elsewhere, or in times gone by
    if len(told) != 1 or told[0].kind not in ("person", "group") or draft.clause.tense == "present":
        return False
    if draft.clause.lemma in TELLING and not draft.clause.get("in", "on", "at", "during", "unmarked"):
        return False  # "Ana Paz told Maria Weber the story": no word of when or where
    if any(a.head.lower_ == "i" for a in draft.clause.get("subject")):
        return told[0].kind == "person"
    countries = {p.country for p in (*told, *tellers)}
    if draft.clause.passive and draft.clause.lemma not in TELLING and tellers and tellers != told:
        return len(countries) == 2  # "was briefed by the envoy": both were there
    people = len(tellers) == 1 and tellers[0].kind == "person" and tellers != told
    return people and len(countries) == 2 and None not in countries


def add_countries(draft: Draft) -> None:
    """Adds the countries of the participants."""
    for participant in draft.values("participants"):
        if participant.country:
            draft.add("countries", Fill(participant.country, participant.span, "country of a participant"))


def _is_sitting(scene: Scene, draft: Draft) -> bool:
    """Whether a noun tells of the sitting of a body, which is an event: "a meeting of the Arab League"."""
    whole = belonging_to(draft.trigger) if any(t.lower_ == "whose" for t in draft.trigger.lefts) else None
    if whole is not None and load_lexicon().classes.get(whole.lemma_.lower()) == "event":
        return True  # "the commission, whose next meeting is in May"
    of = [p for a in draft.in_role("participants") if a.role == "of" for p in resolve_participants(scene, a.head)]
    return len(of) == 1 and of[0].kind == "organization"


def _is_talked_of(draft: Draft) -> bool:
    """Whether talks are what other talks were about: "they reflected on the discussions at the summit"."""
    verb = draft.trigger.head
    if draft.trigger.pos_ != "NOUN" or verb.pos_ != "VERB" or draft.clause.trigger != draft.trigger:
        return False
    return any(a.head == draft.trigger for a in arguments_in_slot(view_clause(verb), "meeting", "topics"))


def _add_present(scene: Scene, draft: Draft) -> None:
    """Who is told to be there besides: "met her in the presence of Ambassador Luis Soto", "talks were held with the
    participation of Ambassador Luis Soto"."""
    for argument in (a for clause in draft.clauses for a in clause.get(*PRESENCE.values())):
        for person in resolve_participants(scene, argument.head):
            if person.kind == "person":
                draft.add("participants", Fill(person, person.span, argument.role))


def _add_hosts_of_meal(scene: Scene, draft: Draft) -> None:
    """Who gives the meal that somebody attends: "attended a dinner hosted by Ana Paz"."""
    if draft.clause.lemma != "attend" or noun_class(scene, draft.trigger) != "meal":
        return
    for verb in (t for t in draft.trigger.rights if t.dep_ in ("acl", "acl:relcl")):
        for argument in view_clause(verb).get("by"):
            for participant in sides_of(scene, argument):
                draft.add("participants", Fill(participant, participant.span, f"by of {verb.lemma_.lower()}"))


def _is_joined(draft: Draft) -> bool:
    """Whether a clause tells who else took part in a meeting told before: "the meeting was attended by Ana Paz"."""
    verb = governing_predicate(draft.trigger)
    told_by = draft.clause.lemma if verb is None or draft.clause.trigger != draft.trigger else verb.lemma_.lower()
    present = [fill for fill in draft.slots.get("participants", []) if fill.rule in PRESENCE.values()]
    alone = bool(present) and len(present) == len(draft.slots["participants"])
    if draft.trigger.pos_ != "NOUN" or not (told_by in JOINING or alone) or not is_definite(draft.trigger):
        return JOIN in draft.sets
    if _has_other_side(draft) or any(a.role == "of" for a in draft.in_role("participants")):
        return False
    draft.sets = (*draft.sets, JOIN)
    return True


def _is_one_side_told(draft: Draft) -> bool:
    """Whether people are told to hold talks somewhere, with nobody told besides: "Ana Paz began talks here today"."""
    people: list[Participant] = draft.values("participants")
    held = draft.trigger.lower_ in PLURAL_ONLY and draft.clause.get("subject") and draft.trigger != draft.clause.trigger
    return bool(held) and any(p.kind == "person" for p in people)


def _is_weighed(draft: Draft) -> bool:
    """Whether countries or bodies are told to be weighing something, at no meeting: "are exploring a treaty"."""
    sides: list[Participant] = draft.values("participants")
    under_way = draft.clause.tense == "present" and draft.trigger.tag_ == "VBG"
    return under_way and draft.clause.lemma in WEIGHING and all(p.kind != "person" for p in sides)


def _is_of_things(draft: Draft) -> bool:
    """Whether what is met is no people, or people are met only in a figure of speech or at a fair: "would meet the cost
    of the schools", "met us halfway", "were met at our stand"."""
    if any(a.head.lemma_.lower() in STANDS for a in draft.clause.get("at", "on")):
        return True
    if any(t.lower_ in ("halfway", "half") for t in draft.trigger.doc[draft.trigger.i + 1 : draft.trigger.i + 4]):
        return True
    return draft.clause.lemma == "meet" and any(a.head.lemma_.lower() in THINGS for a in draft.clause.get("object"))


def _is_farewell(draft: Draft) -> bool:
    """Whether people see somebody off, who leaves and is not met."""
    verb = draft.clause.trigger
    return verb.lemma_.lower() == "see" and any(t.lower_ == "off" for t in verb.subtree if 0 < t.i - verb.i <= 4)


def _is_appeal(draft: Draft) -> bool:
    """Whether to call on somebody is to appeal: "I call on her: go on", unlike "I called on her"."""
    speaks = any(a.head.lower_ in ("i", "we") for a in draft.clause.get("subject"))
    return speaks and _calls_on(draft.trigger) and draft.clause.tense == "present"


def _is_invitation(scene: Scene, draft: Draft) -> bool:
    """Whether people are welcomed to an event or a land, not met: "welcomed the delegations to the summit"."""
    if draft.clause.lemma not in RECEIVING:
        return False
    whom = [a.head for a in draft.clause.get("object")]
    if any(noun.tag_ == "NNS" and noun.lemma_.lower() in CROWDS for noun in whom):
        return True
    most = MANY if draft.clause.lemma in ("host", "welcome") else CROWD
    if any(q.value >= most for noun in whom for q in scene.quantities_in(*noun_phrase(noun)) if noun.tag_ == "NNS"):
        return True  # "received 9,000 visitors", "will host the leaders of 14 nations"
    goals = [a.head for a in draft.clause.get("to")] + [t for noun in whom for t in nominals_behind(noun, "to")]
    if any(noun.tag_ == "NNS" for noun in whom):  # "hosted leaders from ten countries for the summit"
        goals += [a.head for a in draft.clause.get("for")]
    return any(_is_event(scene, goal) for goal in goals)


def _is_event(scene: Scene, noun: Token) -> bool:
    return noun_class(scene, noun) == "event"


def _is_told_before(draft: Draft) -> bool:
    """Whether a noun goes back to talks known: "the talks were held in Lima", not "the council meeting"."""
    trigger = draft.trigger
    if any(a.role not in ("modifier", "poss") for a in draft.in_role("participants")) or not is_definite(trigger):
        return False
    return all(t.pos_ == "ADJ" or t.tag_ in ("VBN", "VBG") for t in modifiers(trigger))


def _is_bilateral(draft: Draft) -> bool:
    """Whether talks are told to be of two: "four days of bilateral talks ended", "consultations between the two"."""
    between = any(a.role == "between" for a in draft.in_role("participants"))
    return draft.trigger.pos_ == "NOUN" and (between or any(t.lower_ == "bilateral" for t in draft.trigger.lefts))


def _names_sides(draft: Draft) -> bool:
    """Whether a clause tells who talked with whom, more than that "both sides discussed trade"."""
    people: list[Participant] = draft.values("participants")
    return len([p for p in people if p.kind == "person" or _is_named(p)]) > 1 or (
        bool(people) and _has_other_side(draft)
    )


def _is_named(participant: Participant) -> bool:
    """Whether a participant stands by its name, and not as "the minister", "she" or "the two leaders"."""
    if participant.entity is None:
        return False
    mention = next((m for m in participant.entity.mentions if m.start == participant.span.start), None)
    return mention is not None and mention.form in ("name", "acronym")


def _has_other_side(draft: Draft) -> bool:
    """Whether a meeting of which one side is told had another: "talks with X" has, "the X meeting" need not; who says
    "Ana Paz and I spoke" is one."""
    told = [t for a in draft.in_role("participants") if a.role == "subject" for t in conjuncts(a.head)]
    if len(told) > 1 and any(t.lower_ == "i" for t in told):
        return True
    others = [a for a in draft.in_role("participants") if a.role in ("with", "between", "object", "to", "on")]
    return any(a.head.lemma_.lower() not in PRESENCE for a in others)


def _is_of_one_body(draft: Draft) -> bool:
    """Whether people of one body meet each other: "leaders of the bloc met in Lima", not "the commission met"."""
    if draft.clause.lemma != "meet" or draft.clause.get("object", "with"):
        return False
    members = [a.head for a in draft.clause.get("subject") if a.head.tag_ in ("NNS", "NNPS")]
    sides: list[Participant] = draft.values("participants")
    return bool(members) and all(p.kind == "organization" for p in sides)


def _add_outer_side(scene: Scene, draft: Draft) -> None:
    """Who speaks or acts at talks with one other side takes part in them: "after a meeting with X, Y said"; so do the
    people whose talks they are: "after their talks, X and Y said", "X and Y agreed during a call"."""
    sides = len(draft.slots.get("participants", ()))
    roles = [a.role for a in draft.in_role("participants") if a.role != "modifier"]
    told_of = sides == 0 and (
        roles == ["poss"] or (not roles and preposition_of(draft.trigger) in ("during", "at", "in"))
    )
    if not (sides == 1 and "with" in roles) and not told_of:
        return
    outer = [p for argument in draft.in_role("outer") for p in resolve_participants(scene, argument.head)]
    for participant in outer if sides or len(outer) > 1 else []:
        draft.add("participants", Fill(participant, participant.span, f"subject of the clause of {draft.rule}"))


def sides_of(scene: Scene, argument: Argument) -> list[Participant]:
    """Who takes part as an argument tells: its people, else its bodies or countries."""
    if argument.role == "modifier":  # "Russian-Bulgarian talks", "the China-Laos meeting": the countries
        return [
            participant_of(scene, entity, mention)
            for entity, mention in scene.mentions_at(argument.head.i)
            if entity.kind == "country"
        ]
    if argument.head.lemma_.lower() in (*PRESS, *PRESENCE):
        return []
    sides = [p for p in resolve_participants(scene, argument.head) if not _is_any_pair(p)]
    people = [p for p in sides if p.kind != "country"]  # "Ana Paz (Peru) and Luis Soto (Chile)"
    return people if any(p.kind == "person" for p in sides) else sides


def _is_any_pair(participant: Participant) -> bool:
    """Whether a participant is the two at hand and no more is told of them: "the two ministries"."""
    first = participant.name.casefold().partition(" ")[0]
    return participant.kind == "group" and participant.country is None and first in ("two", "both")


def _drop_outside(draft: Draft) -> None:
    """Dates and places that are not the meeting's: what a topic tells of ("discussed the situation in Sudan"), and
    those only of the sentence where a meeting told before is gone on with."""
    topics: list[Span] = draft.values("topics")
    for slot in ("date", "place"):
        fills = [
            fill
            for fill in draft.slots.pop(slot, [])
            if not any(t.start <= fill.span.start < t.end for t in topics)
            and not (draft.anaphoric and fill.scope != "clause" and ROUND not in draft.sets)
            and not ("converse" in draft.sets and fill.scope != "clause")  # "told her that the port opens in May"
        ]
        if fills:
            draft.slots[slot] = fills


def _calls_on(verb: Token) -> bool:
    """Whether a verb of calling is one of visiting: "called on the minister", whatever a parse makes of "on"."""
    return verb.lemma_.lower() == "call" and next((t.lower_ == "on" for t in verb.doc[verb.i + 1 : verb.i + 2]), False)


def _fill_format(scene: Scene, draft: Draft) -> None:
    words = [t for clause in draft.clauses for t in clause.trigger.subtree if abs(t.i - clause.trigger.i) < 25]
    for value, cues in (("video", VIDEO), ("phone", PHONE)):
        cue = next((t for t in [draft.trigger, *words] if t.lower_ in cues and t.pos_ != "VERB"), None)
        if cue is None and value in draft.sets and not _calls_on(draft.trigger):
            cue = draft.trigger
        if cue is not None and "in_person" not in draft.sets:
            draft.add("format", Fill(value, scene.span(cue.i, cue.i + 1), f"the word {cue.lower_}"))
            return
    draft.add("format", Fill("in_person", scene.span(draft.trigger.i, draft.trigger.i + 1), "no word of a call"))
