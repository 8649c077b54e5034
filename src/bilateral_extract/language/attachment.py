"""Attachment: which predicate a circumstance, such as a date or a place, belongs to.

Labels are Universal Dependencies 2.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from spacy.tokens import Token

from bilateral_extract.language.constituents import preposition_of

# In the clause itself; in one that governs it or hangs on it; in one that reports it ("said on Monday that …").
Tie = Literal["clause", "sentence", "report"]

DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night"})  # "Thursday evening" is a day, no kind of evening

PREDICATES = ("VERB", "AUX")


def tie_of(word: Token, own: Collection[Token]) -> Tie | None:
    """How a word belongs to one of the predicates `own`; None where it belongs to another one.

    What a relative clause tells is told of a noun and not of the clause that the noun stands in. A word under no verb
    (a heading's) belongs to whatever its sentence tells.
    """
    owner = _owner(word, own)
    if owner is None or owner in own:
        return "clause" if owner in own else "sentence"
    for predicate in own:
        if (path := _labels(predicate, owner)) is not None:
            return "report" if "ccomp" in path else "sentence"
        if (path := _labels(owner, predicate)) is not None and "acl:relcl" not in path:
            return "sentence"
    return None


def tells_which(word: Token, own: Collection[Token], *, behind: bool) -> bool:
    """Whether a date before a noun says which one the noun names, not when something is: "the May summit". `behind`:
    also one behind a noun, as years do: "a plan for 2025", "the declaration of 1998"."""
    noun = word.head
    if noun == word or noun in own or noun.pos_ not in ("NOUN", "PROPN") or noun.lower_ in DAY_PARTS:
        return False
    before = word.dep_ in ("compound", "amod", "nmod:poss", "nummod")
    return before or (behind and preposition_of(word) in ("of", "for"))


def coordinated_verbs(verb: Token) -> list[Token]:
    """The verbs that go on about a verb's subject: "closes" in "opened on Monday and closes on Friday"."""
    return [
        t
        for t in verb.rights
        if t.dep_ == "conj" and t.pos_ == "VERB" and not any(child.dep_.startswith("nsubj") for child in t.children)
    ]


def relative_adverb(verb: Token) -> Token | None:
    """The "where" that opens a relative clause with this predicate: "in Lima, where he met her"."""
    relative = "relcl" in verb.dep_
    return next((t for t in verb.lefts if relative and t.lower_ == "where"), None)


def times_told(verb: Token) -> list[Token]:
    """The predicates of the clauses that say when something is: "comes" in "is to be signed when she comes to Lima"."""
    clauses = (t for t in verb.children if t.dep_ == "advcl" and t.pos_ == "VERB")
    return [t for t in clauses if any(mark.lower_ in ("when", "while", "once") for mark in t.lefts)]


def sets_scene(word: Token) -> bool:
    """Whether a place opens its clause and so holds for what is told next: "In Lima, she met the premier."."""
    if word.pos_ not in ("PROPN", "NOUN") or word.dep_ not in ("obl", "nmod") or word.head.i < word.i:
        return False
    return word.left_edge.lower_ in ("in", "at") and word.left_edge.i <= word.sent.start + 4


def nouns_above(word: Token, own: Collection[Token]) -> list[Token]:
    """The nouns through which a word hangs on the predicate that it belongs to: "security" and then "situation" for the
    Sahel in "discussed the situation of security in the Sahel"."""
    owner = _owner(word, own)
    found = []
    current = word.head
    while current not in (owner, current.head):
        found.append(current)
        current = current.head
    return found


def _owner(word: Token, own: Collection[Token]) -> Token | None:
    """The first verb above a word, or one of the given words where that comes first."""
    current = word
    while current.head != current:
        current = current.head
        if current in own or current.pos_ in PREDICATES:
            return current
    return None


def _labels(word: Token, top: Token) -> list[str] | None:
    """The dependency labels from a word up to `top`, or None where that does not govern it."""
    found = []
    current = word
    while current != top:
        if current.head == current:
            return None
        found.append(current.dep_)
        current = current.head
    return found
