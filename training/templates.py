"""Sentences of our own making, for names that 120 articles hold too few of: events, documents, facilities, offices.

Drawn from templates and a grammar of names (templates.toml), and from facts of the world. Some templates hold
the same nouns without a name ("the two sides signed an agreement at the summit"), so that capitals and
wording tell, not the noun alone.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from corpora import Example, split_article

from bilateral_extract.lexicon import read_table

_MATERIAL = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_COUNTRIES = [(row["name"], row["demonyms"].split("|")[0]) for row in read_table("countries") if row["demonyms"]]

_SLOT = re.compile(r"\{(\w+)\}")
_MARK = re.compile(r"\[([A-Z]+) |\]")


def make_sentences(count: int) -> Iterator[Example]:
    """Yield `count` sentences with names and offices, drawn with the random generator's present state."""
    for _ in range(count):
        text, spans = _read_marks(_expand(random.choice(_MATERIAL["sentences"])))
        yield from split_article({"text": text, "spans": spans}, "made")


def _expand(template: str) -> str:
    while (slot := _SLOT.search(template)) is not None:
        template = template[: slot.start()] + _draw(slot.group(1)) + template[slot.end() :]
    return template[:1].upper() + template[1:]


def _draw(slot: str) -> str:
    for kind in ("grammar", "words"):
        if slot in _MATERIAL[kind]:
            return random.choice(_MATERIAL[kind][slot])
    if slot == "Ordinal":
        return random.choice(_MATERIAL["words"]["ordinal"]).capitalize()
    if slot in ("country", "adjective"):
        return random.choice(_COUNTRIES)[slot == "adjective"]
    if slot == "year":
        return str(random.randint(1998, 2035))
    if slot == "number":
        return str(random.randint(10, 900))
    if slot == "day":
        return f"{random.choice(['March', 'June', 'September', 'Nov.', 'December'])} {random.randint(1, 28)}"
    raise KeyError(slot)


def _read_marks(marked: str) -> tuple[str, list[list]]:
    """Take the marks out of the text and return it with the spans they marked."""
    text, spans, opened, position = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        if mark.group(1):
            opened.append((len(text), mark.group(1)))
        else:
            start, label = opened.pop()
            begin = start + (4 if text[start:].startswith("the ") else 0)
            spans.append([begin, len(text), label])
    return text + marked[position:], spans
