"""How a text is laid out: which lines belong to one paragraph, and which paragraphs are headings."""

from __future__ import annotations

import re
from statistics import median

from bilateral_extract.reading.leads import leads_elsewhere

Range = tuple[int, int]

BULLETS = "-*•·▪■●○–—|"  # signs that lines of a list begin with
_WRAP_WIDTH = 110  # hard-wrapped text rarely has longer lines; web text with one line a paragraph always does
_WRAP_MIN = 45
_HEADING_WORDS = 16
_HEADING_CHARS = 130
_LIST_ITEM = re.compile(rf"\s*(?:[{BULLETS}]+|\(?[a-z0-9]{{1,3}}[.)])\s+\S")
_NUMBERED = re.compile(r"\s*\(?\d{1,3}[.)]\s+\S")
_ENDS_SENTENCE = re.compile(r"[.!?…;,:]['\")\]]*$")
_ENDS_PROSE = re.compile(r"[.!?…][\"')\]]*$")


def find_paragraphs(clean: str) -> tuple[Range, ...]:
    """The paragraphs of a clean text, trimmed, in order.

    Blank lines part paragraphs. Lines without a blank line between them are one paragraph where they are hard-wrapped
    (all but the last about equally long and none longer than a terminal's width), else a paragraph each.
    """
    paragraphs: list[Range] = []
    for block in _blocks(clean):
        label = next((n for n, (start, end) in enumerate(block) if leads_elsewhere(clean[start:end])), len(block))
        block, headlines = block[:label], block[label:]
        if _hard_wrapped([clean[start:end] for start, end in block]):
            paragraphs += _unwrap(clean, block)
        else:
            paragraphs += block
        paragraphs += headlines
    return tuple(paragraphs)


def find_headings(clean: str, paragraphs: tuple[Range, ...]) -> tuple[Range, ...]:
    """Those paragraphs that are headings: one short line without a final stop that is no item of a list, or that heads
    prose of its own, as the decisions of a cabinet are told: "2. Agreement with Peru", and a paragraph on it."""
    headings = _find_numbered(clean, paragraphs)
    in_list = False
    for start, end in paragraphs:
        line = clean[start:end]
        item = _LIST_ITEM.match(line) is not None
        if is_headline(line) and not item and not in_list:
            headings.append((start, end))
        # What follows "The sides signed:" is a list until a line of prose ends it.
        in_list = line.endswith(":") or (in_list and not _ENDS_PROSE.search(line))
    return tuple(sorted(headings))


def is_headline(line: str) -> bool:
    """Whether a line may be a headline by its form: short, with words, and without a final stop."""
    short = len(line) <= _HEADING_CHARS and len(line.split()) <= _HEADING_WORDS
    return short and _ENDS_SENTENCE.search(line) is None and any(map(str.isalpha, line))


def _find_numbered(clean: str, paragraphs: tuple[Range, ...]) -> list[Range]:
    """The numbered lines that head prose each; none where one alone does, for prose follows a list as well."""
    lines = [clean[start:end] for start, end in paragraphs]
    numbered = [i for i, line in enumerate(lines) if _NUMBERED.match(line)]
    titles = [
        i
        for i in numbered
        if not _ENDS_SENTENCE.search(lines[i])
        and i + 1 < len(lines)
        and _ENDS_PROSE.search(lines[i + 1])
        and not _LIST_ITEM.match(lines[i + 1])
    ]
    return [paragraphs[i] for i in titles] if len(titles) > 1 and 2 * len(titles) > len(numbered) else []


def _blocks(clean: str) -> list[list[Range]]:
    """Runs of lines with no blank line between them, each line trimmed."""
    blocks: list[list[Range]] = [[]]
    position = 0
    for line in clean.split("\n"):
        if line.strip():
            start = position + len(line) - len(line.lstrip())
            blocks[-1].append((start, start + len(line.strip())))
        elif blocks[-1]:
            blocks.append([])
        position += len(line) + 1
    return [block for block in blocks if block]


def _hard_wrapped(lines: list[str]) -> bool:
    if len(lines) < 2 or any(map(_LIST_ITEM.match, lines)):
        return False
    widths = [len(line) for line in lines]
    margin = max(widths)
    if margin > _WRAP_WIDTH:
        return False
    full = [width for width in widths if width >= 0.7 * margin]
    broken = [line for line in lines[:-1] if not _ENDS_PROSE.search(line)]
    # Wrapped lines mostly end within a sentence and are filled up to the margin.
    return median(full) >= _WRAP_MIN and len(full) >= 0.5 * len(lines) and len(broken) >= 0.5 * (len(lines) - 1)


def _unwrap(clean: str, lines: list[Range]) -> list[Range]:
    """Paragraphs of a hard-wrapped block: a short line that ends a sentence ends its paragraph."""
    margin = max(end - start for start, end in lines)
    paragraphs: list[Range] = []
    begun: int | None = None
    for start, end in lines:
        begun = start if begun is None else begun
        if end - start < 0.7 * margin and _ENDS_PROSE.search(clean[start:end]):
            paragraphs.append((begun, end))
            begun = None
    if begun is not None:
        paragraphs.append((begun, lines[-1][1]))
    return paragraphs
