"""Asides: lines of a page that lead to other articles and tell nothing of this one."""

from __future__ import annotations

from bilateral_extract.reading.layout import Range, is_headline
from bilateral_extract.reading.leads import leads_elsewhere, names_another


def find_asides(clean: str, paragraphs: tuple[Range, ...]) -> tuple[Range, ...]:
    """The paragraphs of a clean text that are headlines of other articles: those under a line such as "Related
    stories", up to the next line that is none, and lines such as "Read also: Peru signs a pact"."""
    found: list[Range] = []
    listing = False
    for start, end in paragraphs:
        line = clean[start:end]
        if leads_elsewhere(line):
            listing = True
            continue
        inline = names_another(line)
        listing = listing and (inline or is_headline(line))
        if listing or inline:
            found.append((start, end))
    return tuple(found)
