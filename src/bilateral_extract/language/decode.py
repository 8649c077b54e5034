"""From the network's scores to a tree and to spans: pure functions of arrays."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating]
Indices = NDArray[np.intp]

NEVER = -1e9


def decode_heads(scores: Scores) -> Indices:
    """Return the head of each word, 1-based with 0 for the root, as a tree with exactly one root.

    `scores[i, j]` tells how well word `i + 1` hangs on word `j`, or on the root for `j == 0`. The best head of each
    word nearly always makes a tree; where it does not, the best tree is found (Chu and Liu 1965, Edmonds 1967).
    """
    count = len(scores)
    scores = scores.copy()
    scores.reshape(-1)[1 :: count + 2] = NEVER  # no word is its own head
    heads: Indices = scores.argmax(axis=1)
    if np.count_nonzero(heads) == count - 1 and _find_cycle([0, *heads.tolist()]) is None:
        return heads
    scores = scores.astype(np.float64)
    full = np.vstack([np.full(count + 1, NEVER), scores])
    heads = _best_tree(full)[1:]
    roots = np.flatnonzero(heads == 0)
    if len(roots) == 1:
        return heads
    # Of several words on the root the best tree with one keeps one of them (Gabow and Tarjan 1984): each is tried.
    trees = [_best_tree(_keep_root(full, root + 1))[1:] for root in roots.tolist()]
    return max(trees, key=lambda tree: float(scores[np.arange(count), tree].sum()))


def _keep_root(scores: Scores, root: int) -> Scores:
    """The scores where no word but `root` may hang on node 0."""
    kept = scores.copy()
    kept[1:, 0] = NEVER
    kept[root, 0] = scores[root, 0]
    return kept


def _best_tree(scores: Scores) -> Indices:
    """Heads of the maximum spanning tree; `scores[i, j]` is for node `i` under `j`, node 0 is the root."""
    count = len(scores)
    heads: Indices = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _find_cycle(heads.tolist())
    if cycle is None:
        return heads
    # Contract the cycle to one node, solve the rest, then open the cycle where the rest hangs it up.
    inside = np.zeros(count, dtype=bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    members = np.flatnonzero(inside)
    loss = scores[members] - scores[members, heads[members]][:, None]
    smaller = np.full((len(outer) + 1, len(outer) + 1), NEVER)
    smaller[:-1, :-1] = scores[np.ix_(outer, outer)]
    into = loss[:, outer].argmax(axis=0)
    smaller[-1, :-1] = loss[:, outer].max(axis=0)
    out_of = scores[np.ix_(outer, members)].argmax(axis=1)
    smaller[:-1, -1] = scores[np.ix_(outer, members)].max(axis=1)
    smaller[0] = NEVER
    solved = _best_tree(smaller)
    last = len(outer)
    for node, head in enumerate(solved[:-1]):
        if node:
            heads[outer[node]] = outer[head] if head != last else members[out_of[node]]
    opened = int(solved[last])
    heads[members[into[opened]]] = outer[opened]
    return heads


def _find_cycle(heads: list[int]) -> list[int] | None:
    """The nodes of a cycle, None for a tree. Node 0 is the root; each node is walked through once."""
    walks = [0] * len(heads)  # 0 unseen, otherwise the walk it was seen in
    walks[0] = -1
    for start in range(1, len(heads)):
        node = start
        while not walks[node]:
            walks[node] = start
            node = heads[node]
        if walks[node] == start:
            cycle = [node]
            while (following := heads[cycle[-1]]) != node:
                cycle.append(following)
            return cycle
    return None


def decode_spans(scores: Scores, labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return the spans `(first, end, label)` of the best tag sequence in which an `I-X` follows `B-X` or `I-X`.

    `scores[i, t]` is for tag `labels[t]` (BIO) at word `i`.
    """
    best = scores.argmax(axis=1)
    if not best.any() and labels[0] == "O":
        return []
    allowed, opening = _make_transitions(tuple(labels))
    if not (opening[best[0]] and allowed[best[:-1], best[1:]].all()):
        best = _find_best_path(scores, allowed, opening)
    return _collect_spans([labels[tag] for tag in best.tolist()])


def _may_follow(before: str, tag: str) -> bool:
    return not tag.startswith("I-") or before[2:] == tag[2:]


@lru_cache(maxsize=8)
def _make_transitions(labels: tuple[str, ...]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    opening = np.array([_may_follow("O", label) for label in labels])
    allowed = np.array([[_may_follow(left, right) for right in labels] for left in labels])
    return allowed, opening


def _find_best_path(scores: Scores, allowed: NDArray[np.bool_], opening: NDArray[np.bool_]) -> Indices:
    """The Viterbi path, with hard constraints and no transition scores."""
    penalty = np.where(allowed, 0.0, NEVER)
    total = scores[0] + np.where(opening, 0.0, NEVER)
    back = np.zeros(scores.shape, dtype=int)
    for i in range(1, len(scores)):
        reach = total[:, None] + penalty
        back[i] = reach.argmax(axis=0)
        total = reach.max(axis=0) + scores[i]
    path = np.empty(len(scores), dtype=int)
    path[-1] = total.argmax()
    for i in range(len(scores) - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def _collect_spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    spans: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag.startswith("I-"):
            first, _, label = spans[-1]
            spans[-1] = (first, i + 1, label)
        elif tag != "O":
            spans.append((i, i + 1, tag[2:]))
    return spans
