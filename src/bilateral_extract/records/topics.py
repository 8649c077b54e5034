"""Topics: what those who met talked about."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral_extract.language.clause_lookup import added_verbs
from bilateral_extract.language.clauses import Argument, view_clause
from bilateral_extract.language.constituents import (
    conjuncts,
    infinitives,
    nominals_behind,
    noun_phrase,
    preposition_of,
)
from bilateral_extract.language.nominals import complement_behind, tried_aims
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import Span
from bilateral_extract.records.candidates import arguments_in_slot
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.noun_classes import noun_class
from bilateral_extract.records.phrases import read_phrase, read_topics
from bilateral_extract.records.scene import Scene

OCCASIONS = load_words("occasion_nouns")
ABOUT = ("about", "over", "regarding", "concerning")
ISLANDS = frozenset({"island", "islet", "peninsula", "coast", "shore", "ship", "board", "campus", "border"})


def fill_topics(scene: Scene, draft: Draft) -> None:
    """Proposes what people talked about: what stands in the roles of the lexicon, hangs on those they talked with, or
    what added verbs tell, else what is tried."""
    beside = () if draft.in_role("topics") else _told_behind_sides(draft)
    for argument in (*draft.in_role("topics"), *beside):
        if argument.head.pos_ not in ("PRON", "DET") and not _is_circumstance(scene, argument.head):
            known = noun_class(scene, argument.head) if draft.clause.lemma == "address" else None
            if known == "event":  # who speaks at a forum has not talked about it
                continue
            for read in read_topics(scene, argument.head):
                topic = _without_sides(scene, draft, read)
                draft.add("topics", Fill(topic, topic, f"{argument.role} of {draft.rule}"))
    for clause in draft.clauses:
        for verb in added_verbs(clause.trigger):
            told = arguments_in_slot(view_clause(verb), "meeting", "topics")
            for argument in told:
                if not argument.inherited:
                    for topic in read_topics(scene, argument.head):
                        draft.add("topics", Fill(topic, topic, f"{argument.role} of {verb.lemma_.lower()}"))
            if not told and verb in infinitives(clause.trigger) and not draft.in_role("topics"):
                phrase = read_phrase(scene, verb)
                draft.add("topics", Fill(phrase, phrase, "purpose"))
    tried = (
        [verb for clause in draft.clauses for verb in tried_aims(clause.trigger)] if "topics" not in draft.slots else []
    )
    for topic in (topic for verb in tried for topic in read_topics(scene, verb)):
        draft.add("topics", Fill(topic, topic, "what is tried"))


def _without_sides(scene: Scene, draft: Draft, topic: Span) -> Span:
    """A topic up to the words for whom it was talked of with: "opening the port" of "opening the port with Ana Paz"."""
    first, last = scene.tokens_of(topic)
    starts = [a.head.left_edge.i for a in draft.in_role("participants") if a.role == "with"]
    return scene.span(first, min([last, *(start for start in starts if first < start < last)]))


def _told_behind_sides(draft: Draft) -> list[Argument]:
    """What people talk about, where a parse hangs it on those they talk with or on what else it takes it for: "talks
    with officials on a truce", "talks with the minister, Ana Paz, on a truce"."""
    about = ("on", *ABOUT) if draft.trigger.pos_ == "NOUN" else ABOUT
    sides = [t for a in draft.in_role("participants") if a.role in ("with", "between") for t in conjuncts(a.head)]
    told = [t for side in sides for t in nominals_behind(side, *about)]
    if not told and sides and (behind := complement_behind(sides[-1], *about)) is not None:
        told = [behind]
    return [Argument("on", t) for t in told]


def _is_circumstance(scene: Scene, head: Token) -> bool:
    """Whether a phrase tells when, where or on what occasion: "talks on Monday", "on an island", "on the sidelines"."""
    dates = scene.dates_in(noun_phrase(head)[0], head.i + 1)
    if preposition_of(head) == "on" and head.lemma_.lower() in ISLANDS:
        return True
    if preposition_of(head) == "over" and noun_class(scene, head) == "meal":  # "talked over breakfast"
        return True
    return head.lemma_.lower() in OCCASIONS or any(scene.token_at(date.span.end - 1) >= head.i for date in dates)
