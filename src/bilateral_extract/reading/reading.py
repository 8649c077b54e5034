"""What the reading layer hands on: the article's text and how it is laid out. Offsets are those of the original."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from bilateral_extract.models import Dateline, Notice, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's text with its layout. All offsets count code points of `text`, ends exclusive.

    `clean` is as long as `text`, character for character: look-alike letters, odd white space and typographic
    variants are replaced one for one, so a match in `clean` stands at the same offsets in `text`.
    """

    text: str
    clean: str
    title: str | None = None
    published: dt.date | None = None
    published_span: Span | None = None  # set where the text itself carries the publication date
    dateline: Dateline | None = None
    headings: tuple[tuple[int, int], ...] = ()
    paragraphs: tuple[tuple[int, int], ...] = ()  # headings included, in order
    asides: tuple[tuple[int, int], ...] = ()  # those of the paragraphs that are headlines of other articles
    quotations: tuple[tuple[int, int], ...] = ()
    notices: tuple[Notice, ...] = field(default=())

    def span(self, start: int, end: int) -> Span:
        """The `Span` of the original text from `start` to `end`, both offsets of `clean`.

        A blank of `clean` that stands over a letter makes room for a hidden character within the word before it
        (a soft hyphen): the word's span takes it in.
        """
        while start < end < len(self.text) and self.clean[end] == " " and self.text[end].isalnum():
            end += 1
        return Span(start=start, end=end, text=self.text[start:end])
