"""Records as HTML: one self-contained page for any number of articles, and what a notebook shows for one.

Nothing of an article is ever markup: the page carries it as JSON that its script shows as text, and the notebook's
fragment escapes it. The page's content security policy lets only its own script run.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

from bilateral_extract.lexicon import read_table
from bilateral_extract.models import (
    Deal,
    Delegation,
    Event,
    Extraction,
    Meeting,
    Money,
    Quantity,
    Record,
    Span,
    TimeSpan,
    describe,
)

KINDS: dict[str, type[Record]] = {"deals": Deal, "delegations": Delegation, "meetings": Meeting, "events": Event}
Mark = tuple[int, int, str]
_LONG = 40  # characters; cells with more are wide. Those of one word, a date or an id, are not broken at hyphens


def render(results: Extraction | Iterable[Extraction], path: str | Path) -> None:
    """Write one HTML page that shows the records of one article or of thousands: tables to search, filter and sort,
    and for every cell the words it was read from. The page needs no network and no other file.

    Raises OSError where `path` cannot be written.
    """
    extractions = [results] if isinstance(results, Extraction) else results
    Path(path).write_text(render_page(extractions), encoding="utf-8")


def render_page(extractions: Iterable[Extraction]) -> str:
    """The page of `render` as a string."""
    page = files(__package__).joinpath("page")
    script = page.joinpath("page.js").read_text(encoding="utf-8")
    data = _page_data(list(extractions))
    count = len(data["articles"])
    parts = {
        "count": f"{count:,} article{'' if count == 1 else 's'}",
        "style": page.joinpath("page.css").read_text(encoding="utf-8"),
        "script_hash": "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        "script": script,
        "data": _embed(data),
    }
    html = page.joinpath("page.html").read_text(encoding="utf-8")
    pieces = html.split("{{")
    return pieces[0] + "".join(parts[name] + rest for name, rest in (piece.split("}}", 1) for piece in pieces[1:]))


def render_fragment(extraction: Extraction) -> str:
    """One article for a notebook: its text with entities and records marked, and a table for each kind.

    Hovering a cell shows the words it was read from. No script: notebooks keep those of others from running.
    """
    style = files(__package__).joinpath("page", "fragment.css").read_text(encoding="utf-8")
    parts = [f"<style>{style}</style>"]
    if extraction.error is not None:
        parts.append(f"<p><strong>Could not be read:</strong> {escape(extraction.error)}</p>")
    if extraction.text is not None:
        marks = [*_entity_marks(extraction), *_evidence_marks(extraction)]
        parts.append(f'<div class="text">{"".join(_mark_text(extraction.text, marks))}</div>')
    parts += [_table(kind, getattr(extraction, kind)) for kind in KINDS if getattr(extraction, kind)]
    if not extraction.records and extraction.error is None:
        parts.append("<p>No records.</p>")
    parts += [f"<p>Warning: {escape(notice.message)}</p>" for notice in extraction.warnings]
    return f'<div class="bilateral">{"".join(parts)}</div>'


def _page_data(extractions: list[Extraction]) -> dict[str, Any]:
    records = [
        _record_data(number, kind, record)
        for number, extraction in enumerate(extractions)
        for kind in KINDS
        for record in getattr(extraction, kind)
    ]
    return {
        "kinds": [{"name": kind, "slots": _slots(model)} for kind, model in KINDS.items()],
        "articles": [_article_data(number, extraction) for number, extraction in enumerate(extractions)],
        "records": records,
        "countries": _name_countries({country for record in records for country in record["countries"]}),
        "currencies": sorted({record["currency"] for record in records if record["currency"]}),
    }


def _name_countries(codes: set[str]) -> list[tuple[str, str]]:
    """Codes with the names of their countries, by name."""
    names = {row["code"]: row["name"] for row in read_table("countries")}
    return sorted(((code, names.get(code, code)) for code in codes), key=lambda country: country[1])


def _article_data(number: int, extraction: Extraction) -> dict[str, Any]:
    info = extraction.article
    return {
        "name": info.title or info.id or f"article {number + 1}",
        "title": info.title,
        "url": info.url,
        "published": info.published.isoformat() if info.published else None,
        "text": extraction.text,
        "error": extraction.error,
        "warnings": [notice.message for notice in extraction.warnings],
        "marks": list(_entity_marks(extraction)),
    }


def _record_data(article: int, kind: str, record: Record) -> dict[str, Any]:
    date = getattr(record, "date", None)
    money = getattr(record, "value", None)
    return {
        "article": article,
        "kind": kind,
        "id": record.id,
        "cells": {slot: {"text": text, "spans": _offsets(spans)} for slot, text, spans in _cells(record)},
        "evidence": _offsets(record.evidence),
        "countries": sorted({*getattr(record, "countries", ()), *filter(None, [getattr(record, "country", None)])}),
        "start": date.start.isoformat() if date and date.start else None,
        "end": date.end.isoformat() if date and date.end else None,
        "amount": min(float(money.amount), 1e300) if money else None,  # to filter and sort by; shown exactly
        "currency": money.currency if money else None,
    }


def _slots(model: type[Record]) -> list[str]:
    """The id, which other records name; then a model's own slots, in order; and the confidence."""
    return ["id", *(name for name in model.model_fields if name not in Record.model_fields), "confidence"]


def _cells(record: Record) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    """The filled slots of a record: name, value in words, and the spans that it was read from."""
    for slot in _slots(type(record)):
        value = getattr(record, slot)
        if value is not None and value != ():
            text = f"{value:.2f}" if slot == "confidence" else describe(value)
            yield slot, text, record.provenance.get(slot, ())


def _offsets(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _entity_marks(extraction: Extraction) -> Iterator[Mark]:
    for entity in (*extraction.people, *extraction.organizations):
        yield from ((span.start, span.end, entity.kind) for span in entity.mentions)
    for place in extraction.places:
        yield place.span.start, place.span.end, "place"
    values: tuple[Money | Quantity | TimeSpan, ...] = (
        *extraction.amounts,
        *extraction.quantities,
        *extraction.dates,
    )
    for value in values:
        yield value.span.start, value.span.end, "value"


def _evidence_marks(extraction: Extraction) -> Iterator[Mark]:
    for record in extraction.records:
        yield from ((span.start, span.end, "clause") for span in record.evidence)


def _mark_text(text: str, marks: Iterable[Mark]) -> Iterator[str]:
    """The text as HTML with `mark` elements; marks may overlap, so it is cut wherever one begins or ends."""
    opening: dict[int, Counter[str]] = {}
    closing: dict[int, Counter[str]] = {}
    for start, end, name in marks:
        opening.setdefault(start, Counter())[name] += 1
        closing.setdefault(end, Counter())[name] += 1
    cuts = sorted({0, len(text), *opening, *closing})
    active: Counter[str] = Counter()
    for start, end in pairwise(cuts):
        active = active + opening.get(start, Counter()) - closing.get(start, Counter())
        words = escape(text[start:end])
        yield f'<mark class="{" ".join(sorted(active))}">{words}</mark>' if active else words


def _table(kind: str, records: Iterable[Record]) -> str:
    rows = [{slot: (text, spans) for slot, text, spans in _cells(record)} for record in records]
    slots = [slot for slot in _slots(KINDS[kind]) if any(slot in row for row in rows)]
    head = "".join(f'<th scope="col">{slot.replace("_", " ")}</th>' for slot in slots)
    body = "".join("<tr>" + "".join(_cell(*row.get(slot, ("", ()))) for slot in slots) + "</tr>" for row in rows)
    return f"<table><caption>{kind}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(text: str, spans: tuple[Span, ...]) -> str:
    words = escape(" … ".join(span.text for span in spans))
    width = ' class="word"' if " " not in text else ' class="long"' if len(text) > _LONG else ""
    return f'<td{width} title="{words}">{escape(text)}</td>' if words else f"<td{width}>{escape(text)}</td>"


def _embed(data: dict[str, Any]) -> str:
    """JSON that may stand in a script element: nothing in it can end the element or open a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
