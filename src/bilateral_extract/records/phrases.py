"""Phrases as the article words them: topics, subjects, purposes."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from bilateral_extract.language.clauses import view_clause
from bilateral_extract.language.constituents import (
    clause_span,
    conjuncts,
    coordinated_phrase,
    end_before,
    equated,
    infinitives,
    modifiers,
    nominals_behind,
    noun_phrase,
)
from bilateral_extract.language.displaced import unlike_conjuncts
from bilateral_extract.language.enumerations import list_items
from bilateral_extract.language.gerunds import asked_clause, gerunds_of
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import Span
from bilateral_extract.records.scene import Scene

INTRODUCERS = load_words("introducers")
STANCES = load_words("stance_nouns")
EXAMPLES = ("including", "such as", "like", "especially", "particularly", "namely", "notably", "among")
SPECIFYING = ("above", "in particular", "concerning", "regarding")
# No part of what a phrase is about: "above all", "in particular".
LEADING = frozenset(
    {"the", "a", "an", "to", "of", "on", "about", "and", "in", "above", "all", "particular", "particularly", "notably"}
    | {"namely", "especially", "concerning", "regarding", "including", "over"}
)


def read_topics(scene: Scene, head: Token, within: frozenset[Token] = frozenset()) -> list[Span]:
    """Each topic of a list: "trade, energy and the opening of a bridge" gives three.

    What a noun only introduces stands in its place: "expand trade" for "ways to expand trade", "tourism" for "the
    importance of tourism". A verb's phrase is a topic too: "(focused on) expanding trade". `within` are the heads of
    the lists that this one stands in, which are not read again.
    """
    if head in within:
        return []
    if (asked := asked_clause(head)) is not None:
        return [scene.span(*asked)]
    topics: list[Span] = []
    for token, first, last in list_items(head):
        examples = _examples_of(token)
        introduced = [] if examples and token.lemma_.lower() in INTRODUCERS else _introduced(token)
        if not introduced and not _tells_nothing(token, examples):
            topics.append(_strip(scene, first, min([last, *(end_before(t) for t in examples)])))
        for inner in (*introduced, *examples):
            found = read_topics(scene, inner, within | {head})
            if found and (stray := _stray_complement(token, inner)) is not None:
                found[-1] = scene.span(scene.token_at(found[-1].start), coordinated_phrase(stray)[1])
            topics.extend(found)
    return topics


def _stray_complement(noun: Token, inner: Token) -> Token | None:
    """What a parse hangs on a noun that only introduces, though it stands behind the phrase introduced: "energy" in
    "issues of cooperation in energy"."""
    last = noun_phrase(inner)[1]
    return next((t for t in nominals_behind(noun) if t.left_edge.i == last), None)


def _examples_of(noun: Token) -> list[Token]:
    """What is told as an example of a noun: "visas" in "matters such as visas", "trade" in "issues of interest, in
    particular trade"."""
    examples = nominals_behind(noun, *EXAMPLES)
    if noun.lemma_.lower() in INTRODUCERS:
        for told in (noun, *nominals_behind(noun, "of")):
            examples += [t for t in told.rights if t.dep_ == "appos" and t.pos_ in ("NOUN", "PROPN")]
            examples += nominals_behind(told, *SPECIFYING)
    return examples


def _tells_nothing(noun: Token, examples: list[Token]) -> bool:
    """Whether a noun names no topic by itself: "issues, including trade", "their hope"."""
    lemma = noun.lemma_.lower()
    if lemma in INTRODUCERS and examples:
        return True
    clauses = lemma in INTRODUCERS  # "the hope that ties will grow" is a stance, "ways to expand trade" are a topic
    bare = not modifiers(noun) and noun_phrase(noun, with_clauses=clauses)[1] == noun.i + 1
    return bare and lemma in INTRODUCERS | STANCES


def _introduced(noun: Token) -> list[Token]:
    """What follows a noun that only introduces it, or tells a stance on it."""
    lemma = noun.lemma_.lower()
    if lemma in INTRODUCERS:
        other = equated(noun)  # "among the issues discussed were visas"
        return nominals_behind(noun, "of") or gerunds_of(noun) or ([other] if other is not None else [])
    if lemma in STANCES:
        return nominals_behind(noun, "of", "to", "for", "in", "on", "about", "over", "with") or infinitives(noun)
    return []


def strip_phrase(scene: Scene, head: Token) -> Span:
    """The phrase that a noun heads, with the clauses that belong to it, without conjuncts and leading article."""
    return _strip_before(scene, head, unlike_conjuncts(head))


def _strip_before(scene: Scene, head: Token, others: Iterable[Token]) -> Span:
    """The phrase that a noun heads up to where the first of others begins that are not part of it."""
    first, last = noun_phrase(head, with_clauses=True)
    return _strip(scene, first, min([last, *(end_before(t) for t in others)]))


def read_phrase(scene: Scene, head: Token) -> Span:
    """The whole phrase of a noun with its conjuncts, or of a verb with its arguments, without leading articles."""
    if head.pos_ == "VERB":
        return _strip(scene, *clause_span(head))
    return _strip(scene, *coordinated_phrase(head))


def _strip(scene: Scene, first: int, last: int) -> Span:
    doc = scene.doc
    while first < last - 1 and (doc[first].lower_ in LEADING or doc[first].is_punct or doc[first].is_space):
        first += 1
    return scene.span(first, last)


def read_core(scene: Scene, head: Token) -> Span:
    """A phrase without the clauses that go on from it: "attend the summit" of "attend the summit, which begins …"."""
    if head.pos_ != "VERB":
        bounds = [noun_phrase(token) for token in conjuncts(head)]
        return _strip(scene, min(b[0] for b in bounds), max(b[1] for b in bounds))
    return _strip(scene, head.i, _core_end(head))


def _core_end(head: Token) -> int:
    """Where a verb's core ends: behind its arguments, also those of the verb that goes on from it ("discuss improving
    the roads")."""
    last = head.i + 1
    for verb in conjuncts(head):
        for argument in view_clause(verb).arguments:
            if argument.head.i <= head.i or argument.inherited:
                continue
            if argument.head.pos_ != "VERB":
                last = max(last, *(noun_phrase(token)[1] for token in conjuncts(argument.head)))
            elif argument.head.dep_ in ("xcomp", "ccomp"):
                last = max(last, _core_end(argument.head))
    return last
