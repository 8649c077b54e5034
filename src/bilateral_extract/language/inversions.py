"""Mends of sentences that begin with what their subject does: "Taking part in the session were A and B"."""

from __future__ import annotations

from bilateral_extract.language.tree import Tree

BEING = frozenset({"was", "were", "is", "are"})
LONGEST_TITLE = 12  # words between "were" and the first name
LONGEST_LIST = 24  # words between two names of the list


def mend_inversions(tree: Tree, people: dict[int, int]) -> None:
    """Makes those who are named behind the copula the subjects of the participle before it."""
    gerund = tree.hash_of("VBG")
    for i in [i for i, word in enumerate(tree.words) if word in BEING and tree.has(i, "cop", "aux", "aux:pass")]:
        verb = int(tree.heads[i])
        if verb > i:  # the parse takes the title for the predicate
            verb = int(tree.heads[verb])
        if (
            verb >= i
            or tree.tags[verb] != gerund
            or any(tree.has(t, "nsubj", "nsubj:pass") for t in tree.children(verb))
        ):
            continue
        first = next((start for start in range(i + 1, i + 1 + LONGEST_TITLE) if start in people), None)
        if first is None or any(tree.is_verb(t) or tree.words[t] in ".;:" for t in range(i + 1, first)):
            continue
        name = tree.top_of(first, people[first])
        for t in range(i + 1, first):
            if tree.heads[t] == verb or tree.heads[t] == name:
                tree.hang(t, name, "nmod:desc" if not tree.has(t, "punct") else "punct")
        tree.hang(name, verb, "nsubj")
        tree.hang(i, verb, "aux")
        _join_list(tree, people, name, people[first])


def _join_list(tree: Tree, people: dict[int, int], first: int, end: int) -> None:
    """Hangs those who are named behind the first of a list, and in the tree explain one before, on the first."""
    for start in range(end, min(len(tree.words), end + LONGEST_LIST)):
        if tree.words[start] in (".", ";"):
            return
        if start in people:
            name = tree.top_of(start, people[start])
            if tree.has(name, "appos", "conj", "flat"):
                tree.hang(name, first, "conj")
            _join_list(tree, people, first, people[start])
            return
