"""What stands between quotation marks, across paragraphs where a speaker goes on."""

from __future__ import annotations

import re

Range = tuple[int, int]

_OPENING = "“„«‟"
_CLOSING = "”»"
_MARK = re.compile(f'["{_OPENING}{_CLOSING}＂]')


def find_quotations(text: str, paragraphs: tuple[Range, ...]) -> tuple[Range, ...]:
    """Quotations with their marks, of the original text (curly marks tell which side they open).

    A quotation whose paragraph ends unclosed goes on where the next paragraph opens with a mark, as newspapers print
    a speech of several paragraphs. One that is never closed is left out.
    """
    quotations: list[Range] = []
    opened: int | None = None
    for start, end in paragraphs:
        if opened is not None and not _MARK.match(text, start, end):
            opened = None
        continued = opened is not None
        for match in _MARK.finditer(text, start, end):
            if continued and match.start() == start:
                continued = False  # the mark that only repeats the one still open
            elif opened is None:
                if _opens(text, match.start()):
                    opened = match.start()
            elif match[0] not in "“«":
                quotations.append((opened, match.end()))
                opened = None
    return tuple(quotations)


def _opens(text: str, at: int) -> bool:
    if text[at] in _OPENING:
        return True
    if text[at] in _CLOSING:
        return False
    return not (at and text[at - 1].isdigit())  # 5" is a measure
