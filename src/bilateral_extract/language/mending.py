"""Mends of the tree that the model gives: constructions of the news that it takes for others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from bilateral_extract.lexicon import load_words

OWNERS = frozenset({"'s", "’s", "'", "’"})
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
EPITHET_PREPOSITIONS = frozenset({"with", "by", "to", "from", "for", "between"})
FINITE = frozenset({"VBD", "VBP", "VBZ"})
NOUNS = frozenset({"NN", "NNP", "NNPS", "NNS"})
PARTS_OF_NAMES = ("appos", "compound", "flat", "nmod:desc")
WHERE = frozenset({"at", "in", "on"})
PHASES = load_words("phase_verbs")
PREFIXES = load_words("prefixes")
NEAR = 240  # words to each side: more than the model reads at once
LONGEST_TITLE = 10  # words between "visiting" and the name of the visitor


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a text with the index of each one's head, and the hashes of its label and tag. `hash_of` gives the
    hash of a label or tag. Mends write into the arrays."""

    words: list[str]
    heads: np.ndarray
    labels: np.ndarray
    tags: np.ndarray
    hash_of: Callable[[str], int]

    def has(self, token: int, *labels: str) -> bool:
        """Whether the label of a word is one of these."""
        return any(self.labels[token] == self.hash_of(label) for label in labels)

    def children(self, token: int) -> list[int]:
        """The words that hang on a word, as far as they are near it: a text of many names costs no more a word."""
        start = max(0, token - NEAR)
        return [
            child
            for child in (np.flatnonzero(self.heads[start : token + NEAR] == token) + start).tolist()
            if child != token
        ]

    def is_verb(self, token: int) -> bool:
        """Whether a word is tagged as a verb."""
        return any(self.tags[token] == self.hash_of(tag) for tag in VERBS)

    def hang(self, token: int, head: int, label: str) -> None:
        """Hang a word on another one."""
        self.heads[token] = head
        self.labels[token] = self.hash_of(label)

    def swap(self, head: int, child: int, label: str) -> None:
        """Make a child the head of its head, with all that hangs on that."""
        above, role = int(self.heads[head]), self.labels[head]
        for other in self.children(head):
            self.heads[other] = child
        self.heads[child] = above if above != head else child
        self.labels[child] = role
        self.hang(head, child, label)


def mend_tree(tree: Tree, people: Iterable[tuple[int, int]]) -> None:
    """Mend what the model often gets wrong. `people` are the bounds of the names of people."""
    _mend_adjuncts(tree)
    _mend_particles(tree)
    _mend_prefixes(tree)
    _mend_years(tree)
    _mend_signed_in(tree)
    _mend_names(tree)
    _mend_subjects(tree)
    _mend_apposed_subjects(tree)
    _mend_infinitives(tree)
    named = dict(people)
    _mend_fronted(tree, named)
    _mend_relatives(tree, named)
    _mend_visitors(tree, named)


def _mend_adjuncts(tree: Tree) -> None:
    """Hang on the verb of saying what stands behind it: "on Monday" in "They will meet, she said on Monday". What is
    reported before its verb does not go on behind it."""
    heads, labels = tree.heads, tree.labels
    reporting = heads[heads]
    behind = (heads < reporting) & (reporting < np.arange(len(heads)))
    reported = labels[heads] == tree.hash_of("ccomp")
    crossing = [i for i in np.flatnonzero(behind & reported).tolist() if tree.has(i, "obl", "obl:unmarked", "advcl")]
    heads[crossing] = reporting[crossing]


def _mend_particles(tree: Tree) -> None:
    """A particle right behind a verb is no preposition of its object: "up" in "wound up its meeting"."""
    particles = (tree.tags == tree.hash_of("RP")) & (tree.labels == tree.hash_of("case"))
    for i in np.flatnonzero(particles[1:]).tolist():
        verb, particle = i, i + 1
        if (
            tree.is_verb(verb)
            and tree.heads[tree.heads[particle]] == verb
            and tree.has(int(tree.heads[particle]), "obj")
        ):
            tree.hang(particle, verb, "compound:prt")


def _mend_prefixes(tree: Tree) -> None:
    """A prefix before a hyphen is a part of the word behind it, whatever hangs on it: "co" in "co-operation in trade",
    "re" in "the re-opening of the border"."""
    for i, word in enumerate(tree.words[1:-1], start=1):
        before, after = i - 1, i + 1
        if word != "-" or tree.words[before].lower() not in PREFIXES or tree.heads[before] == after:
            continue
        if tree.heads[after] not in (before, tree.heads[before]):
            continue
        tree.swap(before, after, "compound")


def _mend_years(tree: Tree) -> None:
    """A year behind a name is no head of it: "2023" in "at the Lima Expo 2023"."""
    for i in np.flatnonzero(tree.tags[1:] == tree.hash_of("CD")).tolist():
        name, year = i, i + 1
        is_year = tree.words[year].isdigit() and len(tree.words[year]) == 4
        if is_year and tree.heads[name] == year and tree.has(name, "compound") and tree.words[name][:1].isupper():
            tree.swap(year, name, "nmod:unmarked")


def _mend_signed_in(tree: Tree) -> None:
    """What stands between a verb and a name is its preposition: "in" of "the pact, signed in Lima", as of no "sign
    in"."""
    for i in np.flatnonzero(tree.labels == tree.hash_of("compound:prt")).tolist():
        behind = i + 1
        if tree.words[i] not in WHERE or behind >= len(tree.words) or tree.heads[behind] != tree.heads[i]:
            continue
        if tree.tags[behind] == tree.hash_of("NNP") and not any(tree.has(t, "case") for t in tree.children(behind)):
            tree.hang(i, behind, "case")
            tree.tags[i] = tree.hash_of("IN")
            tree.labels[behind] = tree.hash_of("obl")


def _mend_names(tree: Tree) -> None:
    """Names go on to the right: one that is hung as a further part of a name on a word behind it is the subject of that
    predicate ("Foreign Minister Ana Paz and Premier Luis Gil are in Lima") or the owner of that noun ("ahead of
    President Ana Paz's visit")."""
    behind = tree.heads > np.arange(len(tree.heads))
    for i in np.flatnonzero((tree.labels == tree.hash_of("flat")) & behind).tolist():
        head = int(tree.heads[i])
        beside = tree.children(head)
        if any(tree.words[t] in OWNERS for t in tree.children(i)):
            tree.hang(i, head, "nmod:poss")
        elif any(tree.has(t, "nsubj", "nsubj:pass") for t in beside):
            continue
        elif tree.is_verb(head) or any(tree.has(t, "cop") for t in beside):
            tree.hang(i, head, "nsubj:pass" if any(tree.has(t, "aux:pass") for t in beside) else "nsubj")


def _mend_subjects(tree: Tree) -> None:
    """What hangs before a finite verb with no subject as if it were a part of a name is its subject: "The Under
    Secretary for Growth and Trade Ana Paz will travel to Lima"."""
    hung = np.isin(tree.labels, [tree.hash_of(label) for label in PARTS_OF_NAMES])
    behind = tree.heads > np.arange(len(tree.heads))
    tops = tree.heads[np.flatnonzero(hung & behind)]
    for verb in dict.fromkeys(int(head) for head in tops):
        if not tree.is_verb(verb):
            continue
        beside = tree.children(verb)
        before = [t for t in beside if t < verb]
        finite = tree.tags[verb] in map(tree.hash_of, FINITE) or any(tree.tags[t] == tree.hash_of("MD") for t in before)
        if not finite or any(tree.has(t, "nsubj", "nsubj:pass", "csubj", "expl") for t in beside):
            continue
        nouns = [t for t in before if tree.has(t, *PARTS_OF_NAMES) and tree.tags[t] in map(tree.hash_of, NOUNS)]
        if nouns and not any(tree.has(t, "case", "mark") for t in tree.children(nouns[-1])):
            passive = any(tree.has(t, "aux:pass") for t in before)
            tree.hang(nouns[-1], verb, "nsubj:pass" if passive else "nsubj")


def _mend_apposed_subjects(tree: Tree) -> None:
    """What is hung, with an article and no comma, on the place that a sentence begins with is the subject of a verb
    that has none: "From Cuba the President is to travel on to Canada"."""
    at = np.arange(len(tree.heads))
    hung = (tree.labels == tree.hash_of("appos")) & (tree.heads < at) & (tree.heads[tree.heads] > at)
    for i in np.flatnonzero(hung).tolist():
        place = int(tree.heads[i])
        verb = int(tree.heads[place])
        article = next((t for t in tree.children(i) if t < i and tree.has(t, "det")), None)
        beside = tree.children(verb)
        if article != place + 1 or not tree.has(place, "obl") or not tree.is_verb(verb):
            continue
        if not any(tree.has(t, "nsubj", "nsubj:pass") for t in beside):
            tree.hang(i, verb, "nsubj:pass" if any(tree.has(t, "aux:pass") for t in beside) else "nsubj")


def _mend_fronted(tree: Tree, people: dict[int, int]) -> None:
    """Somebody named behind an adjunct that opens a sentence is the subject of the verb that has none: "During the
    visit Premier Ana Paz and Mr Luis Gil will sign a treaty"."""
    for first, last in people.items():
        top = next((t for t in range(first, last) if not first <= tree.heads[t] < last), first)
        adjunct = int(tree.heads[top])
        verb = int(tree.heads[adjunct])
        if not tree.has(top, "appos") or not adjunct < top < verb or not tree.has(adjunct, "obl", "obl:unmarked"):
            continue
        beside = tree.children(verb)
        before = [t for t in beside if t < verb]
        finite = tree.tags[verb] in map(tree.hash_of, FINITE) or any(tree.tags[t] == tree.hash_of("MD") for t in before)
        if finite and not any(tree.has(t, "nsubj", "nsubj:pass", "csubj", "expl") for t in beside):
            passive = any(tree.has(t, "aux:pass") for t in before)
            tree.hang(top, verb, "nsubj:pass" if passive else "nsubj")


def _mend_infinitives(tree: Tree) -> None:
    """An infinitive with a "to" of its own goes on with one before: "to sign" in "plan to discuss ways of building a
    port and to sign an agreement" with "to discuss"."""
    marked = {
        int(tree.heads[i])
        for i, word in enumerate(tree.words)
        if word == "to" and tree.has(i, "mark") and tree.tags[tree.heads[i]] == tree.hash_of("VB")
    }
    for i in sorted(marked):
        above = int(tree.heads[i])
        if not tree.has(i, "conj") or above in marked:
            continue
        while above not in marked and int(tree.heads[above]) < above:
            above = int(tree.heads[above])
        if above in marked:
            tree.heads[i] = above


def _mend_relatives(tree: Tree, people: dict[int, int]) -> None:
    """A relative clause with "who" behind somebody's name tells of that person: "held talks with President Ana Paz, who
    will be in Lima on a visit"."""
    starts = {end: start for start, end in people.items()}
    for i in np.flatnonzero(tree.labels == tree.hash_of("advcl:relcl")).tolist():
        who = next((t for t in tree.children(i) if t < i and tree.words[t] == "who"), None)
        if who is None or tree.words[who - 1] != "," or who - 1 not in starts:
            continue
        name = range(starts[who - 1], who - 1)
        top = next((t for t in name if tree.heads[t] not in name), None)
        if top is not None:
            tree.hang(i, top, "acl:relcl")


def _mend_visitors(tree: Tree, people: dict[int, int]) -> None:
    """ "visiting" before a visitor says which one: in "met visiting Premier Ana Paz" she is met, not visited, unlike in
    "after visiting Premier Ana Paz"."""
    starts = {end: start for start, end in people.items()}
    for i in [i for i, word in enumerate(tree.words) if word in ("visiting", "Visiting")]:
        first = next((start for start in range(i + 1, i + 1 + LONGEST_TITLE) if start in people), None)
        if first is None or tree.has(i, "amod") or any(tree.is_verb(t) for t in range(i + 1, first)):
            continue
        last, head, before = people[first], int(tree.heads[i]), tree.words[i - 1].lower() if i else ""
        parts = [t for t in range(i + 1, last) if tree.heads[t] in (i, head)]
        own = [t for t in parts if tree.heads[t] == i]
        if not parts or any(mark in ",;:." for mark in tree.words[i + 1 : first]):
            continue
        visitor = (own or parts)[-1]
        if own and not _may_have_visitor(tree, i, head, before):
            continue
        if own:
            role = "obj" if tree.is_verb(i - 1) else "obl" if tree.is_verb(head) else "nmod"
            named = starts.get(i - 1)
            if before == "and" and named is not None:
                head, role = named, "conj"
            for t in tree.children(i):
                if t not in range(i + 1, last):
                    tree.heads[t] = visitor if t < i else head
            if before in EPITHET_PREPOSITIONS:
                tree.hang(i - 1, visitor, "case")
            tree.hang(visitor, head, role)
        for t in parts:
            if t != visitor:
                tree.hang(t, visitor, "nmod:desc")
        tree.hang(i, visitor, "amod")


def _may_have_visitor(tree: Tree, i: int, head: int, before: str) -> bool:
    """Whether what stands before "visiting" takes the visitor: a verb that does something to somebody, a preposition of
    company, "and" behind a name."""
    if head == i:
        return False
    if before == "by":
        return any(tree.has(t, "aux:pass") for t in tree.children(head)) or tree.tags[head] == tree.hash_of("VBN")
    if before in EPITHET_PREPOSITIONS or before == "and":
        return True
    return tree.is_verb(i - 1) and i - 1 == head and tree.words[head].lower() not in PHASES
