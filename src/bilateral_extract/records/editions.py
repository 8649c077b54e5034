"""Which edition of an event is told: "third", "25th", "XVI"."""

from __future__ import annotations

import re

from spacy.tokens import Token

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
# Numerals behind an acronym. "I" may be a pronoun.
SERIAL = {numeral: n for n, numeral in enumerate("II III IV V VI VII VIII IX X XI XII XIII XIV XV".split(), start=2)}
KINDS = frozenset({"kind", "sort", "type"})
BEHIND = 12  # words behind an event's noun in which it is told to be "the third of its kind"


def fill_edition(scene: Scene, draft: Draft, first: int) -> None:
    """Proposes the ordinal before or within an event's name, which begins with token `first`: "third", "25th", "XVI",
    "the 8th edition of"."""
    places = list(range(max(0, first - 2), draft.trigger.i + 1))  # also "the 12th", of a series told before
    if (sitting := draft.trigger.head).lemma_.lower() in SITTINGS | EDITIONS:  # "the 29th session of the conference"
        places += [t.i for t in sitting.lefts]
    behind = draft.trigger.i + 1
    if draft.trigger.text.isupper() and behind < len(scene.doc) and scene.doc[behind].text in SERIAL:  # "TICAD V"
        draft.add("edition", Fill(SERIAL[scene.doc[behind].text], scene.span(behind, behind + 1), "numeral"))
    places += _places_of_kind(draft.trigger)
    for clause in draft.clauses:  # "is now in its 50th edition", "held its third session"
        sittings = (a.head for a in clause.arguments if a.head.lemma_.lower() in EDITIONS | SITTINGS)
        places += [t.i for head in sittings for t in head.lefts]
    for i in places:
        number = read_ordinal(scene.doc[i].text)
        if number is not None and number < 200:
            draft.add("edition", Fill(number, scene.span(i, i + 1), "ordinal"))


def _places_of_kind(noun: Token) -> list[int]:
    """Where the words behind a noun count it among its like: "a joint session in Lima, the third of its kind". The
    first of a kind may be the only one."""
    words = noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + BEHIND)]
    kinds = (
        t for t in words if t.lower_ in KINDS and t.i > 2 and t.nbor(-1).lower_ == "its" and t.nbor(-2).lower_ == "of"
    )
    return [t.i - 3 for t in kinds if (read_ordinal(t.nbor(-3).text) or 0) > 1]


def read_ordinal(word: str) -> int | None:
    """The number that an ordinal means, in words, figures or Roman numerals; None for other words."""
    digits = word.lower().rstrip("sthndr")
    if digits.isdecimal() and digits != word:
        return int(digits)
    figures = re.sub(r"(?:st|nd|rd|th)$", "", word)  # "XVIth"
    if len(word) > 1 and figures and ROMAN.fullmatch(figures):
        values = [ROMAN_VALUES[character] for character in figures]
        return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return ORDINALS.get(word.lower())
