"""Mends of addresses: "H.E." and "His Excellency" stand by the office that they address, which leads the phrase."""

from __future__ import annotations

from bilateral_extract.language.tree import Tree
from bilateral_extract.lexicon import load_words

ADDRESSES = load_words("address_nouns")
POSSESSIVES = frozenset({"his", "her", "their", "your"})
LONGEST_OFFICE = 8  # words from "the" to the noun of an office: "the Acting Deputy Prime Minister"


def mend_addresses(tree: Tree) -> None:
    """The office behind an address and "the" leads both: the king in "talks with His Majesty the King of Sweden"."""
    for at, word in enumerate(tree.words[:-2]):
        if word.lower() not in ADDRESSES:
            continue
        the = at + 2 if tree.words[at + 1] == "." else at + 1
        if tree.words[the].lower() != "the" or the + 1 >= len(tree.words):
            continue
        office = _right_head(tree, the)
        before = [at - 1] if at and tree.words[at - 1].lower() in POSSESSIVES else []
        phrase = [*before, at, office]
        outer = [t for t in phrase if tree.heads[t] == t or int(tree.heads[t]) not in phrase]
        if office == the or not outer:
            continue
        above, role = int(tree.heads[outer[0]]), tree.labels[outer[0]]
        if above != outer[0] and any(tree.is_below(above, t) for t in phrase):
            continue
        for word_of_address in (*before, at):
            for child in tree.children(word_of_address):
                tree.heads[child] = office
        tree.heads[office] = above if above != outer[0] else office
        tree.labels[office] = role
        if tree.has(office, "flat", "compound", "obj") and any(tree.has(t, "case") for t in tree.children(office)):
            tree.hang(office, above, "obl" if tree.is_verb(above) else "nmod")
        for token in before:
            tree.hang(token, office, "nmod:poss")
        tree.hang(at, office, "nmod:desc")
        for child in tree.children(office):  # "met H.E. the President, the Premier, and the Speaker"
            if child > office and any(tree.has(t, "cc") for t in tree.children(child)):
                tree.hang(child, office, "conj")


def _right_head(tree: Tree, token: int) -> int:
    """The word that those before it lean on, up to which a phrase goes: the minister for "the Prime Minister"."""
    end = token + LONGEST_OFFICE
    while token < tree.heads[token] <= end:
        token = int(tree.heads[token])
    return token
