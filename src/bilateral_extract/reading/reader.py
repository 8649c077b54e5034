"""From an article as it was given to its layout: the one entry of the reading layer."""

from __future__ import annotations

from bilateral_extract.models import Article, Dateline
from bilateral_extract.reading.asides import find_asides
from bilateral_extract.reading.cleaning import clean_text
from bilateral_extract.reading.dateline import find_dateline
from bilateral_extract.reading.layout import find_headings, find_paragraphs
from bilateral_extract.reading.publication import find_published
from bilateral_extract.reading.quotations import find_quotations
from bilateral_extract.reading.reading import Reading
from bilateral_extract.reading.screening import screen_text


def read(article: Article) -> Reading:
    """The article's text with its layout: dateline, publication day, headings, paragraphs, quotations, notices.

    `article.published` wins over a day that the text carries. Time is linear in the text's length.
    """
    text = article.text
    clean = clean_text(text)
    paragraphs = find_paragraphs(clean)
    clean = _join_lines(clean, paragraphs)
    own = None if article.published else find_published(clean, paragraphs)
    published = article.published or (own.start if own else None)
    dateline = find_dateline(clean, paragraphs, published)
    published_span = own.span if own else None
    if published is None and dateline and dateline.date and dateline.date.start:
        published, published_span = dateline.date.start, dateline.date.span
    reading = Reading(text=text, clean=clean)
    return Reading(
        text=text,
        clean=clean,
        title=article.title,
        published=published,
        published_span=reading.span(published_span.start, published_span.end) if published_span else None,
        dateline=_in_original(reading, dateline) if dateline else None,
        headings=find_headings(clean, paragraphs),
        paragraphs=paragraphs,
        asides=find_asides(clean, paragraphs),
        quotations=find_quotations(text, paragraphs),
        notices=screen_text(text, clean),
    )


def _in_original(reading: Reading, dateline: Dateline) -> Dateline:
    """A dateline read from the clean text with the spans of the original."""
    span = reading.span(dateline.span.start, dateline.span.end)
    if dateline.date is None:
        return dateline.model_copy(update={"span": span})
    day = reading.span(dateline.date.span.start, dateline.date.span.end)
    return dateline.model_copy(update={"span": span, "date": dateline.date.model_copy(update={"span": day})})


def _join_lines(clean: str, paragraphs: tuple[tuple[int, int], ...]) -> str:
    """Line ends within a hard-wrapped paragraph as blanks: where newlines are left, a paragraph ends."""
    pieces = []
    done = 0
    for start, end in paragraphs:
        pieces += [clean[done:start], clean[start:end].replace("\n", " ")]
        done = end
    return "".join([*pieces, clean[done:]])
