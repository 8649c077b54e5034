"""Mends of roles: an oblique needs a preposition, and what has none is the object or the subject."""

from __future__ import annotations

import numpy as np

from bilateral_extract.language.tree import Tree


def mend_bare_obliques(tree: Tree) -> None:
    """A noun with no preposition is the object right behind its verb, the subject before it ("The Governor-General
    received the Vice-President"), and called on where "on" stands behind a verb."""
    for noun in np.flatnonzero(np.isin(tree.labels, [tree.hash_of("obl"), tree.hash_of("obl:agent")])).tolist():
        verb, own = int(tree.heads[noun]), tree.children(noun)
        first = min((noun, *own))
        named = tree.words[first].lower() == "the" or tree.words[first].istitle()  # not "a week"
        if not named or not tree.is_verb(verb) or any(tree.has(t, "case") for t in own):
            continue
        beside = tree.children(verb)
        if noun < verb and not any(tree.has(t, "nsubj", "nsubj:pass", "csubj") for t in beside):
            tree.hang(noun, verb, tree.subject_role(verb))
        elif first == verb + 1 and not any(tree.has(t, "obj") for t in beside):
            tree.labels[noun] = tree.hash_of("obj")
        elif first == verb + 2 and tree.words[verb + 1] == "on" and tree.heads[verb + 1] == verb:
            tree.hang(verb + 1, noun, "case")
