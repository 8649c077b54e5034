"""What a text calls a body from then on, in brackets behind its name: "Copper Hill Ltd (“Hill”, the “Company”)"."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST = 12  # words in brackets that define
MOST = 3  # brackets behind a name: its place on an exchange, what it is called
QUOTES = frozenset("\"'“”‘’«»")


def defined_words(words: Sequence[str], last: int) -> list[str]:
    """The common nouns, in small letters, by which the brackets behind a name that ends at `last` say that its bearer
    will be called: "company" for "(the “Company”)"."""
    found: list[str] = []
    at = last
    for _ in range(MOST):
        if at >= len(words) or words[at] != "(":
            break
        end = next((i for i in range(at, min(at + LONGEST, len(words))) if words[i] == ")"), at)
        inside = list(words[at + 1 : end])
        for i, word in enumerate(inside):
            opened = [w for w in inside[max(0, i - 2) : i] if w not in QUOTES]
            if word.isalpha() and word[0].isupper() and opened[-1:] in (["the"], ["The"]):
                found.append(word.lower())
        at = end + 1
    return found
