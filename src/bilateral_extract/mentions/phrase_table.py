"""Finding the longest of many known phrases at each word of a text, in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+")


class PhraseTable(Generic[T]):
    """Phrases and what each means. A phrase stands at a word's start and ends at a word's end; letter case counts."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_word: dict[str, list[tuple[str, T]]] = {}
        for phrase, meaning in phrases:
            first = _WORD.search(phrase)
            if first:
                self._by_word.setdefault(first[0], []).append((phrase, meaning))
        for known in self._by_word.values():
            known.sort(key=lambda pair: -len(pair[0]))  # stable: of equal phrases the one given first is found
        initials = "".join(sorted({word[0] for word in self._by_word}))
        self._word = re.compile(rf"[{initials}][^\W_]*")  # most words of a text begin otherwise

    def find(self, clean: str) -> Iterator[tuple[int, int, T]]:
        """Start, end and meaning of each phrase in the text, the longest at each place, none within another."""
        done = 0
        for match in self._word.finditer(clean):
            known = self._by_word.get(match[0])
            start = match.start()
            if known is None or start < done or (start and clean[start - 1].isalnum()):
                continue
            for phrase, meaning in known:
                end = start + len(phrase)
                if clean.startswith(phrase, start) and not clean[end : end + 1].isalnum():
                    yield start, end, meaning
                    done = end
                    break
