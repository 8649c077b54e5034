"""Who takes part in an event, who organises it, and how many come, from the clauses that tell of it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bilateral_extract.language.clause_lookup import added_verbs
from bilateral_extract.language.clauses import Argument, Clause, view_clause
from bilateral_extract.language.constituents import (
    conjuncts,
    nominals_behind,
    preposition_of,
)
from bilateral_extract.language.nominals import nominals_below, subjects_of
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import Attendance
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.members import BESIDE, COMPANY_ROLES
from bilateral_extract.records.parties import Participant, resolve_participants
from bilateral_extract.records.scene import Scene

ATTEND = load_words("attend_verbs")
VIEWING = load_words("viewing_verbs")
COURSE = load_words("course_verbs")
ORGANISE = load_words("organise_verbs")
STAGE = load_words("stage_verbs")
GATHER = load_words("gather_verbs")
TRAVEL = frozenset(
    frame.predicate
    for frames in load_lexicon().verbs.values()
    for frame in frames
    if frame.record == "delegation" and frame.needs_type in (None, "place")
)
WELCOME = frozenset({"welcome", "bring", "draw", "attract", "send", "invite"})
THERE = ("at", "during", "on", "in", "as")  # as part of it
SPEECHES = frozenset({"speech", "address", "remark", "greeting", "keynote"})
UNDER_WHOM = ("with participation of", "in presence of", "under chairmanship of", "under leadership of")
MEETS = frozenset({"meet", "confer"})
JOINT_ROLES = ("in cooperation with", "in partnership with", "in collaboration with", "in conjunction with")
PARTNER_ROLES = (*COMPANY_ROLES, *JOINT_ROLES, "jointly with")
UNDER_WHOSE_HAND = (*JOINT_ROLES, "under auspices of", "under patronage of", "under sponsorship of")
INITIATED = ("at initiative of", "on initiative of", "by initiative of")
COMING = load_words("coming_verbs")
PHRASES = frozenset(phrase for phrase in ATTEND | COURSE | COMING if " " in phrase)
PRESENCE = frozenset({"participation", "attendance", "presence", "turnout"})
SEEN = frozenset({"see", "view", "visit", "watch"})
THEY = frozenset({"they", "both"})
HOSTING = frozenset({"hosting", "organisation", "organization", "staging"})
HOSTS = frozenset({"host", "cohost", "co-host", "venue"})
EXAMPLES = ("including", "such as", "among")


def predicate_of(clause: Clause) -> str:
    """A verb with its bare object where the two are one predicate: "take part", "take place"."""
    phrases = (f"{clause.lemma} {argument.head.lemma_.lower()}" for argument in clause.get("object"))
    return next((phrase for phrase in phrases if phrase in PHRASES), clause.lemma)


def fill_people(scene: Scene, draft: Draft, clause: Clause, role: str) -> None:
    """Adds who takes part or organises, from a clause in which the event stands in `role`."""
    if clause.negated:  # "did not attend the forum"
        return
    lemma = predicate_of(clause)
    for argument in clause.get(*UNDER_WHOM):
        add_participants(scene, draft, argument)
        add_attendance(scene, draft, argument)
    for beside in (view_clause(verb) for verb in added_verbs(clause.trigger)):  # "with 300 firms taking part"
        doing, subjects = predicate_of(beside), beside.get("subject")
        found = [a for a in subjects if not a.inherited] if doing in ATTEND - ORGANISE else []
        if doing in GATHER and any(a.head == draft.trigger for a in subjects):  # "is expected to draw 300 firms"
            found = list(beside.get("object"))
        for argument in found:
            if argument.head != draft.trigger:
                add_participants(scene, draft, argument)
                add_attendance(scene, draft, argument)
    if role == "subject" or (clause.passive and role == "object"):
        for argument in clause.get("with"):  # "the fair opened with 300 firms"
            add_participants(scene, draft, argument)
            add_attendance(scene, draft, argument)
    if role == "subject":
        seen = lemma in ("see", "witness") and any(a.head.lemma_.lower() in PRESENCE for a in clause.get("object"))
        if seen or lemma in GATHER or any(t.lower_ == "together" for t in clause.trigger.rights):
            for argument in clause.get("object"):
                add_participants(scene, draft, argument)
                add_attendance(scene, draft, argument)
        return
    if lemma in WELCOME and role in ("to", "for"):  # "welcomed 300 firms to the fair"
        for argument in clause.get("object"):
            add_participants(scene, draft, argument)
            add_attendance(scene, draft, argument)
    for argument in clause.get(*PARTNER_ROLES) if lemma in ORGANISE and role == "object" else ():
        add_organizers(scene, draft, argument)
    if clause.passive and role == "object" and lemma in SEEN:  # "was seen by 4,000 people"
        for argument in clause.get("by"):
            add_attendance(scene, draft, argument)
    speaks = any(a.head.lemma_.lower() in SPEECHES for a in clause.get("object"))
    for argument in _actors(clause, draft.trigger):
        # Two countries that hold an exercise take part in it.
        if lemma in STAGE and len(conjuncts(argument.head)) > 1 and not clause.passive:
            add_participants(scene, draft, argument)
        elif lemma in ORGANISE and role == "object":
            add_organizers(scene, draft, argument)
        elif lemma in ATTEND | VIEWING or role in THERE or speaks or is_journey(lemma, role):
            if argument.head.lower_ in THEY:
                draft.arguments.append(("they", argument))
            add_participants(scene, draft, argument)
            add_attendance(scene, draft, argument)


def hosts_of(event: Token) -> list[Argument]:
    """Who is told to be its host by the noun: "Peru plays host to the fair", "is the host of the fair"."""
    host = event.head
    if host.lower_ in HOSTING and preposition_of(event) == "of":  # "Peru's hosting of the fair"
        return [Argument("poss", t) for t in host.lefts if t.dep_ == "nmod:poss" and t.pos_ == "PROPN"]
    if host.lemma_.lower() not in HOSTS or preposition_of(event) not in ("to", "of", "for"):
        return []
    if any(t.dep_ == "cop" for t in host.children):
        return [Argument("subject", t) for t in subjects_of(host)]
    if host.dep_ in ("obj", "xcomp") or preposition_of(host) == "as":
        return list(view_clause(host.head).get("subject"))
    return [Argument("appos", t) for t in host.rights if t.dep_ == "appos"]


def is_journey(lemma: str, role: str) -> bool:
    """Whether a verb tells of a journey to, or home from, what stands in a role."""
    return role == "from" if lemma == "return" else role in ("to", "for") and lemma in TRAVEL


def add_participants(scene: Scene, draft: Draft, argument: Argument) -> None:
    """Adds whom an argument names; of a group those that it is told to come from or to include."""
    rule = f"{argument.role} of {draft.rule}"
    for head in conjuncts(argument.head):
        named = resolve_participants(scene, head)
        people = any(p.kind == "person" for p in named)  # "the leaders of Peru and Chile, Ana Paz and Luis Soto"
        for participant in (*named, *(() if people else _told_of_group(scene, head))):
            if participant.kind != "group":
                draft.add("participants", Fill(participant, participant.span, rule))


def _told_of_group(scene: Scene, head: Token) -> Iterator[Participant]:
    """A, B and C for "the leaders of A, B and C"; for "guests from ten countries, including A, B and C"."""
    for noun in nominals_behind(head, "of", "from") if head.ent_type_ != "PERSON" else ():
        yield from (p for p in resolve_participants(scene, noun) if p.kind == "country")
    for noun in nominals_below(head, *EXAMPLES):  # "including many neighbours, such as Iran"
        yield from resolve_participants(scene, noun)


def add_organizers(scene: Scene, draft: Draft, argument: Argument) -> None:
    """Adds bodies and countries that organise; a person who holds or hosts an event takes part in it."""
    beside = view_clause(argument.head).get(*BESIDE) if argument.head.pos_ in ("NOUN", "PROPN") else ()
    heads = (argument.head, *(a.head for a in beside))  # "the ministry, together with the chamber, held a fair"
    for participant in (p for head in heads for p in resolve_participants(scene, head)):
        slot = {"organization": "organizers", "country": "organizers", "person": "participants"}.get(participant.kind)
        if slot is not None:
            draft.add(slot, Fill(participant, participant.span, f"{argument.role} of the organising verb"))


def _actors(clause: Clause, trigger: Token) -> Iterator[Argument]:
    seen: set[int] = set()
    among = [a.head for a in clause.get("subject", "object") if preposition_of(a.head) == "among"]
    members = [Argument("subject", subject) for head in among for subject in subjects_of(head)]
    if clause.lemma in MEETS:  # "met Ana Paz on the sidelines of the forum"
        members += clause.get("object", "with")
    beside = clause.get("object") if clause.passive and clause.lemma in ("expect", "represent") else ()
    if predicate_of(clause) in ATTEND and not clause.passive:
        beside = clause.get(*COMPANY_ROLES)  # "opened the fair together with Ana Paz"
    for argument in (
        *clause.get("subject", "by"),
        *beside,
        *members,
    ):  # "are expected at the fair", "is represented there"
        if argument.head != trigger and argument.head.i not in seen:
            seen.add(argument.head.i)
            yield argument


def add_attendance(scene: Scene, draft: Draft, argument: Argument) -> None:
    """Adds the numbers, with what they count, that an argument tells."""
    for quantity in scene.quantities_in(argument.head.left_edge.i, argument.head.right_edge.i + 1):
        if scene.doc[max(0, scene.token_at(quantity.span.start) - 1)].lower_ == "the":  # "of the two countries"
            continue
        if _is_aside(scene.doc[scene.token_at(quantity.span.start)], argument.head):
            continue
        if quantity.unit is None and quantity.of and quantity.value == quantity.value.to_integral_value():
            attendance = Attendance(count=int(quantity.value), of=quantity.of, span=quantity.span)
            draft.add("attendance", Fill(attendance, quantity.span, f"number of those who attend ({argument.role})"))


def _is_aside(word: Token, top: Token) -> bool:
    """Whether a word stands in a clause or an apposition that only explains what `top` names: not who comes."""
    while word not in (top, word.head):
        if word.dep_ == "acl:relcl" or (word.dep_ == "appos" and word.head.ent_type_ == "ORG"):
            return True
        word = word.head
    return False
