"""Whose statement a text is: the person in its credit line, its heading or its signature."""

from __future__ import annotations

from collections.abc import Mapping

from bilateral_extract.mentions.entity import Entity
from bilateral_extract.mentions.evidence import Evidence, is_title, read_people_words

_HEAD = 8  # paragraphs in which a statement tells whose it is
_FOOT = 3  # and in which it is signed
_DASHES = frozenset(("–", "-", "—", ":", "|", ","))
_SMALL = frozenset("of for the and to".split())


def find_issuer(evidence: Evidence, at: Mapping[int, Entity]) -> Entity | None:
    """Whose statement the whole text is, by its credit line ("Statement by …"), its heading or its signature."""
    paragraphs = evidence.reading.paragraphs
    head = [evidence.tokens_of(*bounds) for bounds in paragraphs[:_HEAD]]
    foot = [evidence.tokens_of(*bounds) for bounds in paragraphs[_HEAD:][-_FOOT:]]
    for found in (
        [_credited(evidence, at, first, last) for first, last in head],
        [_named_alone(evidence, at, first, last) for first, last in head],
        [_named_alone(evidence, at, first, last) for first, last in foot],
    ):
        told = list({id(entity): entity for entity in found if entity is not None}.values())
        if told:
            return told[0] if len(told) == 1 else None
    return None


def _credited(evidence: Evidence, at: Mapping[int, Entity], first: int, last: int) -> Entity | None:
    """Whom a credit line names: "Statement by the Prime Minister, X", "Minister X's statement", "Media release –
    Minister X", "Interview with X", "By X, minister"."""
    lower = evidence.lower
    last = min(last, first + 60)
    kinds = read_people_words()["statement_nouns"]
    if lower[first] == "by":
        author = _named_alone(evidence, at, first + 1, last)
        return author if author is not None and author.role else None  # a reporter is none
    noun = next((i for i in range(first, last) if lower[i] in kinds), None)
    if noun is None or lower[last - 1] == ".":
        return None
    if lower[noun - 1] in ("'s", "'") and noun > first:
        return _named_alone(evidence, at, first, noun - 1)
    links = ("by", "from", "with") if lower[noun] == "interview" else ("by", "from")
    by = next((i for i in range(noun, last) if lower[i] in links), None)
    if (
        by is None and lower[noun - 1] in ("media", "press", "news") and noun - 2 > first
    ):  # "Minister X – Media release"
        return _named_alone(evidence, at, first, noun - 2) if lower[noun - 2] in _DASHES else None
    if by is None:
        dashed = noun + 1 < last and lower[noun + 1] in _DASHES
        return _named_alone(evidence, at, noun + 2, last, ends=False) if dashed else None
    end = next((i for i in range(by + 1, last) if lower[i] in read_people_words()["occasion_prepositions"]), last)
    return _only_person(at, by + 1, end)


def _named_alone(
    evidence: Evidence, at: Mapping[int, Entity], first: int, last: int, *, ends: bool = True
) -> Entity | None:
    """The one person whom a line in capitals names that begins, and `ends`, with a name or an office."""
    words = evidence.words
    if ends and words[last - 1] == ".":
        return None
    while last > first and (not words[last - 1].isalnum() or words[last - 1] in read_people_words()["postnominals"]):
        last -= 1
    start = first
    while start < last and (words[start].lower() in _SMALL or words[start] == "." or is_title(words[start])):
        start += 1
    capitals = all(w[:1].isupper() or not w[:1].isalpha() or w in _SMALL for w in words[first:last])
    if start >= last or not capitals or start not in at or (ends and last - 1 not in at):
        return None
    return _only_person(at, start, last)


def _only_person(at: Mapping[int, Entity], first: int, last: int) -> Entity | None:
    told = {id(at[i]): at[i] for i in range(first, last) if i in at and at[i].kind == "person"}
    return next(iter(told.values())) if len(told) == 1 else None


def first_person(at: Mapping[int, Entity], first: int, last: int) -> Entity | None:
    """The person mentioned first among some tokens."""
    found = (at.get(i) for i in range(first, last))
    return next((entity for entity in found if entity is not None and entity.kind == "person"), None)
