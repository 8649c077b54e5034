"""Mends of gatherings that are called by who gathers: "the COMESA heads of state summit"."""

from __future__ import annotations

from bilateral_extract.language.tree import Tree

STATES = frozenset({"state", "government"})
GATHERINGS = frozenset({"summit", "meeting", "council", "conference", "session"})


def mend_gatherings_of_heads(tree: Tree) -> None:
    """Makes the gathering the head of those who gather, which a parse takes for what they are heads of."""
    for i in [i for i, word in enumerate(tree.words[:-3]) if word.lower() == "heads" and tree.words[i + 1] == "of"]:
        end = i + 2
        while end < len(tree.words) and tree.words[end].lower() in STATES | {"and", "&"}:
            end += 1
        if end == i + 2 or end >= len(tree.words) or tree.words[end].lower() not in GATHERINGS:
            continue
        if int(tree.heads[end]) != i:
            continue
        tree.swap(i, end, "compound")
        tree.hang(i + 1, i + 2, "case")
        tree.hang(i + 2, i, "nmod")
        for t in range(i + 3, end):
            tree.hang(t, i + 2, "cc" if tree.words[t].lower() not in STATES else "conj")
