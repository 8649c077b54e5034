"""Words that go back to an event told before without its name: "it", "the next edition", "the 12th"."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral_extract.language.clauses import view_clause
from bilateral_extract.language.nominals import belonging_to
from bilateral_extract.lexicon import load_words
from bilateral_extract.records.editions import read_ordinal
from bilateral_extract.records.event_names import kind_of_series, sense_of
from bilateral_extract.records.participants import ATTEND, COURSE, ORGANISE, predicate_of
from bilateral_extract.records.scene import Scene

HOLDING = load_words("holding_verbs")
# What only a gathering does, and what a plant or a road may do too.
SURE = frozenset({"take place", "kick off", "go ahead", "wrap up", "wind up", "get under way"})
LOOSE = COURSE | {"draw", "attract", "gather", "feature", "see"}
WHICH = frozenset({"next", "previous", "last", "first"})
REACH = 60  # words before "it" in which the gathering is named
SERIES_REACH = 200  # words before "the next edition" in which the series is named


def goes_back(scene: Scene, token: Token) -> bool:
    """Whether a pronoun goes back to a gathering: "it" as the subject of what only gatherings do, or of what they also
    do behind a sentence whose subject or object is one."""
    if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubj:pass") or token.head.pos_ != "VERB":
        return False
    clause = view_clause(token.head)
    doing = predicate_of(clause)
    sure = doing in SURE or any(t.lower_ == "together" for t in token.head.rights)
    sure = sure or (clause.passive and doing in HOLDING | (ATTEND & ORGANISE) | {"attend", "co-chair", "chair"})
    if not sure and not (doing in LOOSE or (clause.passive and doing in ATTEND)):
        return False
    told = _event_before(scene, token)
    if told is None:
        return False
    apart = len({t.sent.start for t in scene.doc[told.i : token.i + 1]}) - 1
    if sure:
        return apart <= 2
    return apart <= 1 and told.dep_ in ("nsubj", "nsubj:pass", "obj")


def is_edition(token: Token) -> bool:
    """Whether a word tells of an edition of a series without naming it: "the next edition", "this year's edition", "the
    12th will be hosted by Peru"."""
    if token.text == "edition":
        before = _before(token)
        if any(t.lower_ == "its" for t in before):  # "the fair, now in its 12th edition"
            return False
        told = any(t.lower_ in WHICH | {"this", "year"} or t.like_num or read_ordinal(t.lower_) for t in before)
        return told and belonging_to(token) is None and token.dep_ in ("nsubj", "nsubj:pass", "obj", "obl", "nmod")
    if token.dep_ not in ("nsubj", "nsubj:pass") or token.head.pos_ != "VERB":
        return False
    if token.lower_ not in WHICH and read_ordinal(token.lower_) is None:
        return False
    if not any(t.lower_ == "the" for t in token.lefts) or any(
        t.dep_ in ("nmod", "acl", "acl:relcl") for t in token.rights
    ):
        return False
    clause = view_clause(token.head)
    return predicate_of(clause) == "take place" or (clause.passive and clause.lemma in HOLDING)


def is_current(edition: Token) -> bool:
    """Whether the edition at hand is meant: "this year's edition"."""
    return any(t.lower_ == "this" for t in _before(edition))


def _before(noun: Token) -> list[Token]:
    return [t for left in noun.lefts for t in left.subtree]


def series_of(scene: Scene, token: Token) -> Token | None:
    """The noun of the gathering told before that an edition is one of: the nearest that a name tells, else that its
    modifiers tell."""
    told = None
    for i in range(token.i - 1, max(-1, token.i - SERIES_REACH), -1):
        word = scene.tokens[i]
        if not _is_event(scene, word):
            continue
        if any(e.kind == "event" and m.last == i + 1 for e, m in scene.mentions_at(i)) or kind_of_series(word):
            return word
        if told is None and any(t.dep_ in ("amod", "compound") for t in word.lefts):
            told = word
    return told


def _event_before(scene: Scene, token: Token) -> Token | None:
    """The nearest noun before a word that may mean a gathering."""
    words = (scene.tokens[i] for i in range(token.i - 1, max(-1, token.i - REACH), -1))
    return next((word for word in words if _is_event(scene, word)), None)


def _is_event(scene: Scene, word: Token) -> bool:
    if word.pos_ not in ("NOUN", "PROPN") or word.dep_ == "compound":
        return False
    if sense_of(word) is not None or any(e.kind == "event" for e, _ in scene.mentions_at(word.i)):
        return True
    return word.pos_ == "PROPN" and kind_of_series(word) is not None
