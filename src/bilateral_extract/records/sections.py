"""Sections: numbered items with prose of their own, as the decisions of a cabinet, each of which stands by itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from bilateral_extract.records.draft import ITEM, Draft
from bilateral_extract.records.scene import Scene

FEWEST = 3  # items from which a text is one of sections
_NUMBER = re.compile(r"\s*(?:No\s*\.?\s*)?\d{1,3}\s*(?:[.)]|\n)\s*\S")


class Sections:
    """The sections of an article; all of it is one where it has none."""

    def __init__(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        self._scene = scene
        paragraphs = scene.reading.paragraphs
        items = {scene.paragraph_of(draft.trigger) for draft in drafts if ITEM in draft.sets}
        numbered = [n for n, bounds in enumerate(paragraphs) if _NUMBER.match(scene.reading.clean, *bounds)]
        numbered = [n for n in numbered if n not in items]
        told = [n for n in numbered if n + 1 < len(paragraphs) and n + 1 not in numbered]  # not the items of a list
        self._starts = told if len(told) >= FEWEST and 2 * len(told) > len(numbered) else []

    def part(self, one: Token, other: Token) -> bool:
        """Whether two tokens stand in different sections."""
        return bool(self._starts) and self.of(one) != self.of(other)

    def of(self, token: Token) -> int:
        """The number of the section in which a token stands."""
        return bisect_right(self._starts, self._scene.paragraph_of(token)) if self._starts else 0

    def tokens(self, section: int) -> tuple[int, int]:
        """The tokens of a section of several: none of a text that is all one."""
        if not self._starts or not section:
            return 0, 0
        last = self._starts[section] if section < len(self._starts) else len(self._scene.reading.paragraphs)
        return self._scene.paragraph_tokens(self._starts[section - 1])[0], self._scene.paragraph_tokens(last - 1)[1]
