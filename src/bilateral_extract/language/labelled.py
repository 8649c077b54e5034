"""Sentences behind a label and a colon, as in fact sheets: "Climate: Norsk Vind signed a contract"."""

from __future__ import annotations

import numpy as np

from bilateral_extract.language.tree import Tree

LONGEST_SUBJECT = 12  # words between the colon and the verb


def mend_labelled(tree: Tree) -> None:
    """What stands between the colon and a verb with no subject is its subject, not an apposition of the label."""
    for verb in np.flatnonzero(tree.labels == tree.hash_of("parataxis")).tolist():
        label = int(tree.heads[verb])
        between = range(max(label + 1, verb - LONGEST_SUBJECT), verb)
        if label > verb or not tree.is_verb(verb) or all(tree.words[t] != ":" for t in range(label + 1, verb)):
            continue
        if any(tree.has(t, "nsubj", "nsubj:pass", "csubj") for t in tree.children(verb)):
            continue
        named = [t for t in between if tree.heads[t] == label and tree.has(t, "appos")]
        if named:
            passive = any(tree.has(t, "aux:pass") for t in tree.children(verb))
            tree.hang(named[-1], verb, "nsubj:pass" if passive else "nsubj")
