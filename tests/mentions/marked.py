"""Articles written with their names marked, so that rules are tested without the language model.

"{Kazakh Deputy Prime Minister} [Serik Zhumangarin]PERSON met …": braces mark an office, brackets a name with its label.
"""

import re

import spacy
from spacy.tokens import Doc, Span

from bilateral_extract.mentions.entities import find_entities
from bilateral_extract.mentions.entity import Entity
from bilateral_extract.models import Article
from bilateral_extract.reading.reader import read
from bilateral_extract.reading.reading import Reading

_MARK = re.compile(r"[{}\[]|\]([A-Z]+)")
_BLANK = spacy.blank("en")


def read_marked(marked: str, arcs: dict[str, tuple[str, str]] | None = None) -> tuple[Doc, Reading]:
    """The Doc and Reading of a marked text. `arcs` gives a word's dependency: {"Astana": ("nsubj", "said")};
    the head is then a verb."""
    text = ""
    opened: list[int] = []
    names: list[tuple[int, int, str]] = []
    offices: list[tuple[int, int]] = []
    done = 0
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        done = match.end()
        if match[0] in "{[":
            opened.append(len(text))
        elif match[0] == "}":
            offices.append((opened.pop(), len(text)))
        else:
            names.append((opened.pop(), len(text), match[1]))
    text += marked[done:]
    reading = read(Article(text=text))
    tokens = _BLANK(reading.clean)
    words = [token.text for token in tokens]
    heads, deps, pos = [0] * len(words), ["dep"] * len(words), ["X"] * len(words)
    start = 0
    for i, word in enumerate(words):
        if i and words[i - 1] in (".", "\n\n"):
            start = i
        heads[i] = start
        if arcs and word in arcs:
            deps[i], head = arcs[word]
            heads[i] = words.index(head, start)
            pos[heads[i]] = "VERB"
    spaces = [bool(token.whitespace_) for token in tokens]
    lemmas = {"said": "say", "hosted": "host", "met": "meet"}
    doc = Doc(
        _BLANK.vocab,
        words=words,
        spaces=spaces,
        heads=heads,
        deps=deps,
        pos=pos,
        lemmas=[lemmas.get(word, word) for word in words],
    )
    doc.set_ents([_span(doc, start, end, label) for start, end, label in names])
    doc.spans["offices"] = [_span(doc, start, end, "OFFICE") for start, end in offices]
    return doc, reading


def entities_of(marked: str, arcs: dict[str, tuple[str, str]] | None = None) -> tuple[list[Entity], str]:
    """The entities of a marked text, and its plain text."""
    doc, reading = read_marked(marked, arcs)
    return find_entities(doc, reading), reading.text


def mentions_of(marked: str, name: str, arcs: dict[str, tuple[str, str]] | None = None) -> list[str]:
    """The words of all mentions of the entity of that name."""
    entities, text = entities_of(marked, arcs)
    return [text[m.start : m.end] for entity in entities if entity.name == name for m in entity.mentions]


def _span(doc: Doc, start: int, end: int, label: str) -> Span:
    span = doc.char_span(start, end, label=label)
    assert span is not None, f"{doc.text[start:end]!r} is no run of tokens"
    return span
