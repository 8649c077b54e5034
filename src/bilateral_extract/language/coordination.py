"""Mends of coordination: names that go on with names before them, and owners that the second name alone has."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from bilateral_extract.language.tree import OWNERS, Tree
from bilateral_extract.lexicon import read_table

DOCUMENTS = frozenset(row["noun"] for row in read_table("document_nouns"))
IN_TITLES = frozenset({"and", "&", "of", "the", "for", ",", "-", "."})
NEXT = 15  # words within which the last of a list stands behind the last but one
LONGEST_TITLE = 10  # words between "and" and the name that goes on


def mend_owned(tree: Tree) -> None:
    """Whose the second of two subjects is belongs to that alone: "Italy" in "Norsk Vind and Italy's Enel signed a deal"
    goes on with no Norsk Vind."""
    at = np.arange(len(tree.heads))
    paired = (tree.labels == tree.hash_of("conj")) & (tree.heads < at) & (tree.heads[tree.heads] > at)
    for owner in np.flatnonzero(paired).tolist():
        first = int(tree.heads[owner])
        verb = int(tree.heads[first])
        if tree.words[owner + 1] not in OWNERS or not tree.has(first, "nsubj", "nsubj:pass"):
            continue
        owned = next((t for t in tree.children(verb) if owner < t < verb and tree.has(t, "nsubj", "nsubj:pass")), None)
        if owned is not None:
            for t in tree.children(first):
                if tree.has(t, "cc") and t > first:
                    tree.heads[t] = owned
            tree.hang(owner, owned, "nmod:poss")
            tree.hang(owned, first, "conj")


def mend_heads_of_state(tree: Tree) -> None:
    """What "of" tells behind "heads of state" is of the heads: "the heads of state of Peru, Chile and Oman"."""
    for state, word in enumerate(tree.words):
        if word.lower() not in ("state", "government", "states", "governments"):
            continue
        head = int(tree.heads[state])
        if head >= state or tree.words[head].lower() not in ("head", "heads"):
            continue
        behind = [t for t in tree.children(state) if t > state]
        lands = [t for t in behind if tree.has(t, "nmod") and any(tree.words[c] == "of" for c in tree.children(t))]
        for land in lands[:1]:
            tree.hang(land, head, "nmod")
            for token in (t for t in behind if t > land and tree.has(t, "conj")):
                tree.hang(token, land, "conj")


def mend_listed(tree: Tree) -> None:
    """What stands with "the" behind another with "the", and before a third, is no apposition but one of a list: "the
    President, the Minister of Trade and the Speaker" are three; so do documents with "a"."""
    for second in np.flatnonzero(tree.labels == tree.hash_of("appos")).tolist():
        first = int(tree.heads[second])
        third = next((t for t in tree.children(second) if t > second and tree.has(t, "conj")), None)
        if third is None:  # the third goes on with the first, over the second
            behind = range(second + 1, min(second + NEXT, len(tree.words)))
            third = next((t for t in behind if tree.has(t, "conj")), second)
            first = int(tree.heads[third])
        listed = first < second < third and _are_alike(tree, first, second, third)
        if listed and not tree.is_below(first, second):
            tree.hang(second, first, "conj")


def _are_alike(tree: Tree, *nouns: int) -> bool:
    """Whether all of some nouns have "the", or "a" before documents: "a treaty on fish, an agreement on trade and a
    plan"."""
    articles = [{tree.words[t].lower() for t in tree.children(noun) if t < noun} for noun in nouns]
    documents = all(tree.words[noun].lower() in DOCUMENTS for noun in nouns[:2])
    return all("the" in told for told in articles) or (documents and all({"a", "an"} & told for told in articles))


def mend_coordinated_verbs(tree: Tree) -> None:
    """A participle goes on with the verb that governs an infinitive, not with the infinitive: "signed" in "have agreed
    to set up a fund and signed a treaty"."""
    infinitive = tree.hash_of("VB")
    for verb in np.flatnonzero(tree.labels == tree.hash_of("conj")).tolist():
        first = int(tree.heads[verb])
        above = int(tree.heads[first])
        past = tree.tags[verb] in (tree.hash_of("VBD"), tree.hash_of("VBN"))
        under = tree.tags[first] == infinitive and tree.has(first, "xcomp") and above < first < verb
        own = (tree.has(t, "nsubj", "nsubj:pass", "aux", "aux:pass") for t in tree.children(verb))
        if past and under and not any(own):
            tree.hang(verb, above, "conj")


def mend_coordinated(tree: Tree, people: dict[int, int]) -> None:
    """Somebody named behind a name, "and" and a title goes on with it: "talks with Premier Ana Paz and Omani Roads
    Minister Luis Gil in Oslo"."""
    named = sorted(people.items())
    for (start, end), (first, last) in pairwise(named):
        if end >= len(tree.words) or tree.words[end] not in ("and", "&") or not 0 < first - end <= LONGEST_TITLE:
            continue
        if not all(word[:1].isupper() or word in IN_TITLES for word in tree.words[end + 1 : first]):
            continue
        top = tree.top_of(start, end)
        name = tree.top_of(first, last)
        if not tree.has(name, "appos", "obj", "nmod", "obl", "nmod:desc", "flat") or tree.has(top, "nsubj"):
            continue
        if any(tree.has(t, "case", "mark") for t in tree.children(name) if t < first):
            continue
        if end < tree.heads[name] < first:  # the name hangs on its title, which may stand for it
            continue
        tree.hang(name, top, "conj")
        tree.hang(end, name, "cc")
        for t in range(end + 1, first):
            if not end < tree.heads[t] < last:
                tree.hang(t, name, "nmod:desc")
