"""One character for one character: letters that look alike, odd white space and typographic variants made plain."""

from __future__ import annotations

import re

# Cyrillic and Greek letters that look like Latin ones (Unicode confusables, the ones a keyboard slip produces).
_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABESIJKMHOPCTYXaesijopcyxdhlABEZHIKMNOPTYXo",
)
_FOREIGN = r"\u0370-\u03ff\u0400-\u052f"
_LETTERS = re.compile(r"[^\W\d_]+")
_FOREIGN_LETTER = re.compile(rf"[{_FOREIGN}]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")

_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_BLANKS = (
    "\t\x1f\xa0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\u2800\u3164\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffc"
)
_HIDDEN = "\xad\u200b\u200c\u200d\u2060\ufeff"  # drawn as nothing, also inside words

_PLAIN: dict[int, str] = {
    **dict.fromkeys(map(ord, _LINE_ENDS), "\n"),
    **dict.fromkeys(map(ord, _BLANKS + _HIDDEN), " "),
    **dict.fromkeys((code for code in [*range(0x20), 0x7F] if chr(code) not in "\n\r" + _LINE_ENDS), " "),
    **dict.fromkeys(map(ord, "‘’‚‛ʼʹ′`´＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»″＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒−﹣"), "-"),
    ord("―"): "—",
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "＇＂"},  # full-width ASCII
}

_NAME_WORD = r"[^\W\d_a-z][\w'-]*"
_TURNED_NAME = re.compile(  # "Paz Paz Ana" before a capital that no blank parts from it
    rf"\b(?P<last>{_NAME_WORD}) "
    rf"(?P<caption>(?P=last) (?P<given>(?:{_NAME_WORD} ){{0,2}}[^\W\d_a-z][^\WA-Z_]*))(?=[A-Z])"
)
_CAPTION = 150  # characters: a longer title is none

_WORD_WITH_HIDDEN = re.compile(rf"[\w{_HIDDEN}]+")
_HIDDEN_RUN = re.compile(rf"[{_HIDDEN}]+")


def clean_text(text: str) -> str:
    """The text made plain, of the same length: `clean[i]` stands for `text[i]`.

    Look-alike letters inside Latin words become Latin, all blanks become " ", all line ends "\\n", curly quotes
    straight; dashes stay distinguishable from hyphens. Characters that are drawn as nothing (soft hyphen, zero-width
    space) become blanks, those within a word at the word's end, so that the word matches; `Reading.span` knows that.
    """
    clean = _WORD_WITH_HIDDEN.sub(_move_hidden, text) if _HIDDEN_RUN.search(text) else text
    clean = clean.replace("\r\n", " \n").replace("\r", "\n").translate(_PLAIN)
    clean = _LETTERS.sub(_latinise, clean) if _FOREIGN_LETTER.search(clean) else clean
    return _blank_captions(clean)


def _blank_captions(clean: str) -> str:
    """The text without the captions that pages show over a name, blanked: they run into it as the name turned round
    and the title once more ("President of Peru Ana Paz Paz AnaPresident of Peru arrived")."""
    pieces: list[str] = []
    done = 0
    for match in _TURNED_NAME.finditer(clean):
        before = clean[max(0, match.start() - _CAPTION) : match.start()].split()
        given = next((k for k in range(1, 4) if match["given"] == " ".join(before[-k:])), None)
        if given is None:
            continue
        titles = (" ".join(before[k:-given]) for k in range(len(before) - given))
        title = next((title for title in titles if clean.startswith(title, match.end())), "")
        start, end = match.start("caption"), match.end() + len(title)
        pieces += [clean[done:start], " " * (end - start)]
        done = end
    return "".join([*pieces, clean[done:]])


def _move_hidden(match: re.Match[str]) -> str:
    word = match[0]
    shown = word.lstrip(_HIDDEN)
    lead = len(word) - len(shown)  # hidden characters before a word stay before it
    return (word[:lead] + _HIDDEN_RUN.sub("", shown)).ljust(len(word))


def _latinise(match: re.Match[str]) -> str:
    """A word that mixes scripts in Latin letters; a lone look-alike letter ("А delegation") too."""
    word = match[0]
    if len(word) == 1 or (_FOREIGN_LETTER.search(word) and _LATIN.search(word)):
        return word.translate(_LOOK_ALIKES)
    return word
