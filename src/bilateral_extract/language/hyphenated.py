"""Nouns written with hyphens, whose words the model parts and hangs on one another: "sit-down", "tête-à-tête"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from bilateral_extract.language.tree import Tree
from bilateral_extract.lexicon import read_table, read_toml

OFFICES = frozenset(read_toml("people")["offices"])
HYPHENS = frozenset({"-", "‐", "‑"})


def hyphenated(first: Token) -> str | None:
    """The whole of what begins with a word and a hyphen, in lower case: "sit-down", "tête-à-tête"."""
    doc, end = first.doc, first.i + 1
    while end + 1 < len(doc) and doc[end].text in HYPHENS and not (doc[end - 1].whitespace_ or doc[end].whitespace_):
        end += 2
    return doc[first.i : end].text.lower() if end > first.i + 1 else None


def join_hyphenated(tree: Tree) -> None:
    """The first word of a noun written with hyphens heads the others, whichever the model takes for its head, and is no
    part of the verb before it: "tête" in "had a tête-à-tête over lunch", "sit" in "a sit-down". The last word of an
    office heads the first: "Governor-General"."""
    words = tree.words
    nouns = _hyphenated_nouns()
    for hyphen in [i for i in range(1, len(words) - 1) if words[i] in HYPHENS]:
        first = hyphen - 1
        for length in nouns.get(words[first].lower(), ()):
            end = first + length
            if "-".join(words[first:end:2]).lower() in nouns[words[first].lower()][length]:
                tree.tags[first] = tree.hash_of("NN")
                _join(tree, range(first, end), first)
                break
        pair = words[first], words[hyphen + 1]
        hung = tree.heads[first] == hyphen + 1 or tree.heads[hyphen + 1] == first
        if hung and all(w.istitle() for w in pair) and not OFFICES.isdisjoint(w.lower() for w in pair):
            _join(tree, range(first, hyphen + 2), hyphen + 1)


@cache
def _hyphenated_nouns() -> dict[str, dict[int, frozenset[str]]]:
    """The nouns of the lexicon that are written with hyphens, by first word and number of words and hyphens."""
    found: dict[str, dict[int, frozenset[str]]] = {}
    for noun in (row["noun"] for row in read_table("noun_classes") if "-" in row["noun"] and " " not in row["noun"]):
        by_length = found.setdefault(noun.partition("-")[0], {})
        length = 2 * noun.count("-") + 1
        by_length[length] = by_length.get(length, frozenset()) | {noun}
    return found


def _join(tree: Tree, inside: range, first: int) -> None:
    """Make one of some words the head of the others and of all that hangs on them."""
    top = next((i for i in inside if int(tree.heads[i]) not in inside or int(tree.heads[i]) == i), first)
    above = int(tree.heads[top])
    role = tree.labels[top]
    if above != top and any(tree.is_below(above, word) for word in inside):
        return
    for word in inside:
        for child in tree.children(word):
            tree.heads[child] = first
    for word in inside:
        tree.hang(word, first, "punct" if tree.words[word] in HYPHENS else "compound")
    tree.heads[first], tree.labels[first] = above if above != top else first, role
    if tree.has(first, "compound", "appos", "conj", "advcl", "xcomp") and above < first and tree.is_verb(above):
        placed = any(tree.has(child, "case") for child in tree.children(first))
        tree.hang(first, above, "obl" if placed else "obj")
