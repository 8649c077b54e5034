"""The tree of a text as arrays that mends write into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
NOUNS = frozenset({"NN", "NNP", "NNPS", "NNS"})
OWNERS = frozenset({"'s", "’s", "'", "’"})
NEAR = 240  # words to each side: more than the model reads at once


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a text with the index of each one's head, and the hashes of its label, tag and part of speech.
    `hash_of` gives the hash of any of these. Mends write into the arrays."""

    words: list[str]
    heads: np.ndarray
    labels: np.ndarray
    tags: np.ndarray
    kinds: np.ndarray
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

    def is_below(self, token: int, top: int) -> bool:
        """Whether a word is another one, or hangs somewhere below it."""
        while token != top and self.heads[token] != token:
            token = int(self.heads[token])
        return token == top

    def is_verb(self, token: int) -> bool:
        """Whether a word is tagged as a verb."""
        return any(self.tags[token] == self.hash_of(tag) for tag in VERBS)

    def is_noun(self, token: int) -> bool:
        """Whether a word is tagged as a noun or a name."""
        return any(self.tags[token] == self.hash_of(tag) for tag in NOUNS)

    def top_of(self, first: int, last: int) -> int:
        """The first word of a stretch that hangs on none in it: the head of a name."""
        return next((t for t in range(first, last) if not first <= int(self.heads[t]) < last), first)

    def subject_role(self, verb: int) -> str:
        """The label of a verb's subject, by whether the verb is in the passive."""
        return "nsubj:pass" if any(self.has(t, "aux:pass") for t in self.children(verb)) else "nsubj"

    def hang(self, token: int, head: int, label: str) -> None:
        """Hang a word on another one."""
        self.heads[token] = head
        self.labels[token] = self.hash_of(label)

    def take_back_circles(self, heads: np.ndarray, labels: np.ndarray) -> None:
        """Give the words that hang on one another in a circle, and all below them, the heads and labels of before."""
        top = self.heads
        for _ in range(len(top).bit_length()):
            top = top[top]
        circling = self.heads[top] != top
        self.heads[circling], self.labels[circling] = heads[circling], labels[circling]

    def swap(self, head: int, child: int, label: str) -> None:
        """Make a child the head of its head, with all that hangs on that."""
        above, role = int(self.heads[head]), self.labels[head]
        for other in self.children(head):
            self.heads[other] = child
        self.heads[child] = above if above != head else child
        self.labels[child] = role
        self.hang(head, child, label)
