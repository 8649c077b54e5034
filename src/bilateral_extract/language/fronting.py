"""Mends of sentences that begin with an adjunct: who stands behind it is the subject of the verb that has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bilateral_extract.language.tree import Tree

FINITE = frozenset({"VBD", "VBP", "VBZ"})
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
INVITING = frozenset({"invitation", "request", "response", "behest"})
ASIDES = frozenset({"VBN", "VBG", "IN", "WP", "WDT"})  # what opens a phrase that tells who goes with the subject
LONGEST = 60  # words between the adjunct and its verb


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two commas, and the words that head a name and an office in it."""

    first: int
    last: int
    person: int | None
    office: int | None


def mend_fronted(tree: Tree, people: dict[int, int], offices: Sequence[tuple[int, int]]) -> None:
    """Somebody told behind an adjunct that opens a sentence is the subject of its verb, whatever the parse hangs there:
    "During the visit Premier Ana Paz and Mr Luis Gil will sign a treaty", "At the invitation of the President of Peru,
    Ana Paz, the Premier of Chile, Luis Gil, paid a visit", "From Cuba the President is to travel on to Canada"."""
    _mend_foregoing(tree)
    at = np.arange(len(tree.heads))
    fronted = np.isin(tree.labels, [tree.hash_of("obl"), tree.hash_of("obl:unmarked")]) & (tree.heads > at)
    for adjunct in np.flatnonzero(fronted).tolist():
        verb = int(tree.heads[adjunct])
        if not tree.is_verb(verb) or verb - adjunct > LONGEST:
            continue
        beside = tree.children(verb)
        subject = next((t for t in beside if tree.has(t, *SUBJECTS)), None)
        if subject is None:
            if not _is_finite(tree, verb, beside):
                continue
            if _mend_named(tree, people, adjunct, verb) or _mend_article(tree, adjunct, verb):
                continue
        if tree.words[adjunct].lower() in INVITING and (subject is None or adjunct < subject < verb):
            _mend_between_commas(tree, people, offices, adjunct, verb)


def _mend_foregoing(tree: Tree) -> None:
    """What stands behind "that" and is hung on the verb before it is the subject of what is reported: "announced that
    the Premier of Chile will visit Lima"."""
    at = np.arange(len(tree.heads))
    behind = np.isin(tree.labels, [tree.hash_of(label) for label in ("nsubj", "obj", "iobj")]) & (tree.heads < at)
    for i in np.flatnonzero(behind).tolist():
        saying = int(tree.heads[i])
        verb = next((t for t in tree.children(saying) if t > i and tree.has(t, "ccomp")), None)
        if verb is None or not tree.is_verb(verb):
            continue
        beside = tree.children(verb)
        if any(saying < t < i and tree.has(t, "mark") for t in beside) and _is_bare(tree, beside):
            tree.hang(i, verb, tree.subject_role(verb))


def _is_bare(tree: Tree, beside: list[int]) -> bool:
    return not any(tree.has(t, *SUBJECTS) for t in beside)


def _is_finite(tree: Tree, verb: int, beside: list[int]) -> bool:
    modal = tree.hash_of("MD")
    finite = [tree.hash_of(tag) for tag in FINITE]
    return tree.tags[verb] in finite or any(tree.tags[t] in (modal, *finite) for t in beside if t < verb)


def _mend_named(tree: Tree, people: dict[int, int], adjunct: int, verb: int) -> bool:
    for first, last in people.items():
        top = _top(tree, first, last)
        if tree.has(top, "appos") and tree.heads[top] == adjunct and adjunct < top < verb:
            tree.hang(top, verb, tree.subject_role(verb))
            return True
    return False


def _mend_article(tree: Tree, adjunct: int, verb: int) -> bool:
    """What is hung, with an article and no comma, on the place that a sentence begins with."""
    for i in tree.children(adjunct):
        article = next((t for t in tree.children(i) if t < i and tree.has(t, "det")), None)
        if adjunct < i < verb and tree.has(i, "appos") and article == adjunct + 1:
            tree.hang(i, verb, tree.subject_role(verb))
            return True
    return False


def _mend_between_commas(
    tree: Tree, people: dict[int, int], offices: Sequence[tuple[int, int]], adjunct: int, verb: int
) -> None:
    """The subject is what stands last before the verb, with a name or an office that stands before it for it."""
    beside = tree.children(verb)
    end = min([verb, *(t for t in beside if t > adjunct and tree.has(t, "aux", "aux:pass", "cop"))])
    parts = _parts(tree, people, offices, adjunct + 1, end)
    if not parts or _is_listed(tree, offices, parts[-1]):
        return
    told = [parts[-1]]
    before = parts[-2] if len(parts) > 1 else None
    if before is not None and (before.person is None, before.office is None) == (
        parts[-1].person is not None,
        parts[-1].office is not None,
    ):
        told.insert(0, before)
    tops = [part.office if part.person is None else part.person for part in told]
    subject = tops[0]
    if subject is None or any(top is None for top in tops):
        return
    old = next((t for t in beside if tree.has(t, *SUBJECTS)), None)
    if old is not None and told[0].first <= old < end:
        return
    host = next((t for t in tree.children(adjunct) if t > adjunct and tree.has(t, "nmod")), adjunct)
    if old is not None:  # one who invites
        if old <= host:
            return
        tree.hang(old, host, "appos")
    for part, top in zip(told, tops, strict=True):
        for t in range(part.first, part.last):
            if not part.first <= tree.heads[t] < part.last and t != top:
                tree.heads[t] = top
    tree.hang(subject, verb, tree.subject_role(verb))
    for top in tops[1:]:
        tree.hang(int(top or 0), subject, "appos")
    for t in range(told[-1].last, end):  # "accompanied by ten managers"
        if adjunct <= tree.heads[t] < told[0].first:
            tree.heads[t] = subject


def _is_listed(tree: Tree, offices: Sequence[tuple[int, int]], part: _Part) -> bool:
    """Whether "and" in it, outside of an office, makes a part the last of a list: "A, B and C"."""
    joints = [t for t in range(part.first, part.last) if tree.words[t] == "and"]
    return any(not any(a <= t < b for a, b in offices) for t in joints)


def _parts(tree: Tree, people: dict[int, int], offices: Sequence[tuple[int, int]], start: int, end: int) -> list[_Part]:
    """What stands between commas behind the first of them, as far as it tells who somebody is."""
    commas = [i for i in range(start, end) if tree.words[i] == ","]
    found: list[_Part] = []
    asides = [tree.hash_of(tag) for tag in ASIDES]
    for comma, following in pairwise([*commas, end]):
        first, last = comma + 1, following
        if first >= last or tree.tags[first] in asides:
            break
        name = next(((a, b) for a, b in people.items() if first <= a and b <= last), None)
        office = next(((a, b) for a, b in offices if first <= a and b <= last), None)
        if name is None and office is None:
            break
        heads = None if office is None else _top(tree, *office)
        found.append(_Part(first, last, None if name is None else _top(tree, *name), heads))
    return found


def _top(tree: Tree, first: int, last: int) -> int:
    """The word of a phrase on which nothing of the phrase stands above."""
    outer = [t for t in range(first, last) if not first <= tree.heads[t] < last]
    nouns = [t for t in outer if tree.is_noun(t)]
    return next(iter(nouns or outer), first)
