"""Mends of numbers and amounts: what bounds them, and what they count the parts of."""

from __future__ import annotations

from bilateral_extract.language.tree import Tree

CURRENCY_SIGNS = frozenset({"$", "€", "£", "¥", "US$", "A$", "C$", "NZ$", "S$", "HK$"})


def mend_measures(tree: Tree) -> None:
    """Mend what the model makes of numbers before nouns and behind verbs."""
    _mend_parts(tree)
    _mend_bounds(tree)


def _mend_parts(tree: Tree) -> None:
    """What counts the parts of the noun behind it is no subject or object beside that: "25-member" in "a 25-member
    Peruvian medical team arrived"."""
    for i in [i + 1 for i, word in enumerate(tree.words[:-2]) if word == "-" and i and tree.words[i - 1].isalnum()]:
        if not tree.has(i, "nsubj", "nsubj:pass", "obj", "obl") or tree.tags[i] != tree.hash_of("NN"):
            continue
        counts = tree.tags[i - 2] == tree.hash_of("CD") and tree.heads[i - 2] == i
        noun = next((t for t in tree.children(int(tree.heads[i])) if i < t <= i + 4), None)
        if not counts or noun is None or any(tree.heads[t] != noun for t in range(i + 1, noun)):
            continue
        if tree.labels[noun] == tree.labels[i]:
            for t in tree.children(i):
                if t < i - 2:
                    tree.heads[t] = noun
            tree.hang(i, noun, "compound")


def _mend_bounds(tree: Tree) -> None:
    """What bounds an amount is no particle and no preposition: "up to" in "will commit up to $3 million", where the
    amount is what is committed."""
    for up in [i for i, word in enumerate(tree.words[1:-2], 1) if word == "up" and tree.words[i + 1] == "to"]:
        verb, amount = up - 1, int(tree.heads[up + 1])
        counted = amount > up and (tree.words[up + 2][:1].isdigit() or tree.words[up + 2] in CURRENCY_SIGNS)
        if not counted or not tree.is_verb(verb) or tree.heads[amount] != verb or not tree.has(amount, "obl", "nmod"):
            continue
        if not any(tree.has(t, "obj") for t in tree.children(verb)):
            tree.hang(amount, verb, "obj")
            tree.hang(up, amount, "advmod")
            tree.hang(up + 1, amount, "advmod")
