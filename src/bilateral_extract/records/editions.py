"""Which edition of an event is told: "third", "25th", "XVI"."""

from __future__ import annotations

import re

from bilateral_extract.lexicon import load_words
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.scene import Scene

ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"inaugural": 1}
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
ROMAN = re.compile(r"C?(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
SITTINGS = load_words("sittings")
EDITIONS = frozenset({"edition", "round"})


def fill_edition(scene: Scene, draft: Draft, first: int) -> None:
    """Proposes the ordinal before or within an event's name, which begins with token `first`: "third", "25th", "XVI",
    "the 8th edition of"."""
    places = list(range(max(0, first - 2), draft.trigger.i))
    if (sitting := draft.trigger.head).lemma_.lower() in SITTINGS | EDITIONS:  # "the 29th session of the conference"
        places += [t.i for t in sitting.lefts]
    for clause in draft.clauses:  # "is now in its 50th edition", "held its third session"
        sittings = (a.head for a in clause.arguments if a.head.lemma_.lower() in EDITIONS | SITTINGS)
        places += [t.i for head in sittings for t in head.lefts]
    for i in places:
        number = read_ordinal(scene.doc[i].text)
        if number is not None and number < 200:
            draft.add("edition", Fill(number, scene.span(i, i + 1), "ordinal"))


def read_ordinal(word: str) -> int | None:
    """The number that an ordinal means, in words, figures or Roman numerals; None for other words."""
    digits = word.lower().rstrip("sthndr")
    if digits.isdecimal() and digits != word:
        return int(digits)
    if len(word) > 1 and ROMAN.fullmatch(word):
        values = [ROMAN_VALUES[character] for character in word]
        return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return ORDINALS.get(word.lower())
