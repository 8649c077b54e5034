"""Where sentences begin, told from the text alone: the encoder reads one sentence at a time.

Rules of news typography rather than a model: a heading without a final stop, an item of a list and a dateline are
sentences of their own, a line break inside hard-wrapped prose is not a boundary, and a full stop ends no sentence
after a title, an initial or before a number. `find_sentence_starts` is a pure function of the text and linear in it.
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from bilateral_extract.lexicon import read_table

# Prose is called hard-wrapped when no line but a few is longer than this; wrapped mail and wire copy has 60 to 80.
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_BULLET = re.compile(r"[^\S\n]*(?:[•●▪◦‣·*–—-](?=\s)|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)](?=\s))\s*")
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s)")
_NEXT = re.compile(r"\s+[\"'“‘«(\[]*(\S)")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
# The word that a full stop closes, at most 20 characters of it: longer ones are no abbreviations.
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"“‘'/—–-])([^\s(\[\"“‘/—–]{1,20})$")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")

# A dateline is looked for in the first characters of a line only.
_DATELINE_REACH = 90
_AGENCY = re.compile(r"(?:\(\w[\w .&/-]{1,30}\)|/\w[\w .&-]{1,30}/)\s*(?:—|–|--|-)\s*")
_DATELINE_END = re.compile(r"\s?—\s?|\s?–\s|\s--\s?|\s-\s|:\s")
_DATELINE_WORD = re.compile(r"[A-Z][\w.'’-]*|\d{1,4}(?:st|nd|rd|th)?|(?:and|of|de|al|the|el|la|di|do|da)|[/,.&|]")


def find_sentence_starts(text: str) -> list[int]:
    """Return the offsets in `text` at which sentences begin, ascending; a blank text has none."""
    wrap = _estimate_wrap(text)
    starts: list[int] = []
    for begin, end in _split_lines(text, wrap):
        starts.extend(_split_line(text, begin, end))
    return starts


def _split_lines(text: str, wrap: int | None) -> list[tuple[int, int]]:
    """Return the stretches of prose between hard breaks: whole paragraphs when the text is wrapped at `wrap`."""
    stretches: list[tuple[int, int]] = []
    paragraph_begin = 0
    breaks = [(match.start(), match.end()) for match in _BLANK_LINES.finditer(text)]
    for paragraph_end, following in [*breaks, (len(text), len(text))]:
        begin = paragraph_begin
        while (newline := text.find("\n", begin, paragraph_end)) >= 0:
            line_begin = text.rfind("\n", begin, newline) + 1 or begin
            if not _is_soft_break(text, line_begin, newline, paragraph_end, wrap):
                stretches.append((paragraph_begin, newline))
                paragraph_begin = newline + 1
            begin = newline + 1
        stretches.append((paragraph_begin, paragraph_end))
        paragraph_begin = following
    return [(begin, end) for begin, end in stretches if text[begin:end].strip()]


def _estimate_wrap(text: str) -> int | None:
    """Return the width that the text is wrapped at, or None when its lines are paragraphs."""
    lengths = sorted(len(line) for line in text.split("\n") if line.strip())
    if len(lengths) < 3:
        return None
    widest = lengths[-1 - len(lengths) // 50]  # forgive one long line (an address) in fifty
    return widest if _NARROWEST_WRAP <= widest <= _WIDEST_WRAP else None


def _is_soft_break(text: str, line_begin: int, newline: int, end: int, wrap: int | None) -> bool:
    """Tell whether the line break at `newline` only wraps: the next word would not have fitted on the line."""
    rest = text[newline + 1 : min(end, newline + 60)].lstrip(" \t")
    if not rest or _BULLET.match(text, newline + 1):
        return False
    if wrap is None:
        # Between paragraphs of one line each, only a line broken before a small letter goes on.
        return rest[0].islower() and text[newline - 1 : newline].isalpha() | (text[newline - 1 : newline] == ",")
    first_word = rest.split(None, 1)[0]
    return (newline - line_begin) + 1 + len(first_word) > wrap


def _split_line(text: str, begin: int, end: int) -> list[int]:
    first = _skip_space(text, begin, end)
    starts = [first]
    bullet = _BULLET.match(text, first, end)
    position = bullet.end() if bullet else first
    dateline_end = _find_dateline_end(text, first, end)
    if dateline_end is not None:
        starts.append(dateline_end)
        position = dateline_end
    for stop in _STOP.finditer(text, position, end):
        following = _NEXT.match(text, stop.end(), end)
        if following is None:
            break
        if _ends_sentence(text, position, stop, following.start(1), end):
            starts.append(_skip_space(text, stop.end(), end))
    return starts


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


def _ends_sentence(text: str, begin: int, stop: re.Match[str], next_character: int, end: int) -> bool:
    """Tell whether the full stop (question mark, ellipsis) `stop` ends a sentence before `next_character`."""
    following = text[next_character]
    if following.islower():
        return False
    mark = stop.group()
    if mark != ".":
        return True  # "?", "!", "…", and a stop with a closing quotation mark or bracket after it
    match = _LAST_WORD.search(text[max(begin, stop.start() - 21) : stop.start()])
    word = match.group(1) if match else ""
    next_word = _WORD.match(text, next_character, end)
    opens = next_word is not None and next_word.group().lower() in _openers()
    kind = _abbreviations().get(word.lower())
    if kind == "before_name":
        return False
    if kind == "before_number":
        return not following.isdigit() and (opens or word.lower() in {"no", "art", "fig", "sun", "sat"})
    if kind == "either" or _ACRONYM.fullmatch(word):
        return opens
    if len(word) == 1 and word.isupper():
        return opens and word != "I"
    return True


def _find_dateline_end(text: str, begin: int, end: int) -> int | None:
    """Return where the news begins after a dateline ("ASTANA, June 5 (Xinhua) -- "), or None without one."""
    limit = min(end, begin + _DATELINE_REACH)
    agency = _AGENCY.match(text, begin, limit)
    if agency:
        return agency.end() if agency.end() < end else None
    separator = _DATELINE_END.search(text, begin, limit)
    # A dash inside "AL-FARABI - " or a hyphen after a bracket is no end by itself: try each until one fits.
    while separator is not None:
        if _is_dateline(text[begin : separator.start()], colon=separator.group().startswith(":")):
            after = _skip_space(text, separator.end(), end)
            return after if after < end and not text[after].islower() else None
        separator = _DATELINE_END.search(text, separator.end(), limit)
    return None


def _is_dateline(prefix: str, *, colon: bool) -> bool:
    """Tell whether `prefix` reads as place, date and agency: capitals, figures and brackets, nothing else."""
    bare = re.sub(r"\([^()]{1,40}\)|/[^/]{1,40}/", " ", prefix)
    words = bare.replace(",", " , ").split()
    if not words or len(words) > 12 or not all(_DATELINE_WORD.fullmatch(word) for word in words):
        return False
    place = words[0].strip(".,")
    if len(place) >= 3 and place.isupper() and place.replace("-", "").isalpha():
        # Before a colon only the place may stand: "ISLAMABAD: …", not "CHINA-EU SUMMIT: …".
        return not colon or (len(words) <= 2 and all(word.isupper() and word.isalpha() for word in words))
    has_detail = "," in words or bare != prefix or any(word.isdigit() for word in words)
    return not colon and has_detail and place[:1].isupper()


@cache
def _abbreviations() -> dict[str, str]:
    return {row["abbreviation"]: row["kind"] for row in read_table("abbreviations")}


@cache
def _openers() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("sentence_openers"))


@Language.factory("bilateral_sentences", assigns=["token.is_sent_start", "doc.sents"], retokenizes=False)
def create_sentences(nlp: Language, name: str) -> SentenceMarker:
    """Make the pipeline component `bilateral_sentences`."""
    return SentenceMarker()


class SentenceMarker:
    """Sets `token.is_sent_start` from `find_sentence_starts`; white space belongs to the sentence before it."""

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        starts = iter(find_sentence_starts(doc.text))
        start = next(starts, None)
        marks = [-1] * len(doc)
        marks[:1] = [1]
        leading = True
        for token in doc:
            if token.is_space:
                continue
            # A boundary inside a token moves to the token's end: it begins with the next word.
            while start is not None and start <= token.idx:
                marks[token.i] = 1
                start = next(starts, None)
            if leading and token.i > 0:
                marks[token.i] = -1
            leading = False
        # All at once: spaCy looks through the whole Doc each time that `token.is_sent_start` is set.
        column = np.array(marks, dtype=np.int64).view(np.uint64)
        return doc.from_array(["SENT_START"], column)  # type: ignore[arg-type]  # thinc's name for the array
