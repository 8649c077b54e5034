"""Records as flat rows: one table for each kind, and tables of their parties and of the words each cell was read from.

`TABLES` is the schema that frames, Arrow tables, Parquet and CSV files share. Rows join on `article` and `record`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from bilateral_extract.models import (
    Deal,
    Delegation,
    Event,
    Extraction,
    Meeting,
    Money,
    Party,
    Place,
    Record,
    Span,
    TimeSpan,
)

Type = Literal["text", "texts", "integer", "decimal", "real", "date"]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `texts` are lists of text; `decimal` is exact; `date` is a calendar day."""

    name: str
    type: Type
    about: str


_ARTICLE = Column("article", "text", "the article's id, or its position in the input where it has none")
_RECORD = [
    _ARTICLE,
    Column("record", "text", "the record's id, unique within its article"),
    Column("confidence", "real", "0 to 1"),
    Column("status", "text", "as in the record's model"),
]
_DATE = [
    Column("date_start", "date", "first day; empty where the text tells no year"),
    Column("date_end", "date", "last day, inclusive"),
    Column("date", "text", "the date as TIMEX3: 2024-06-26, 2024-06, XXXX-06-26"),
]
_PLACE = [
    Column("place", "text", "the most specific place told"),
    Column("place_country", "text", "its country, ISO 3166-1 alpha-3"),
]
_AT = Column("event", "text", "id of the event it took place at")
_EVIDENCE = Column("evidence", "texts", "the clauses it was read from")

TABLES: dict[str, list[Column]] = {
    "articles": [
        _ARTICLE,
        Column("title", "text", "headline"),
        Column("url", "text", "address"),
        Column("published", "date", "given, or read in the text"),
        Column("dateline", "text", "place that the article was filed from"),
        Column("error", "text", "why it could not be read; empty where it was"),
        Column("warnings", "texts", "what was left out or unresolved"),
    ],
    "deals": [
        *_RECORD,
        Column("kind", "text", "agreement, memorandum, contract, package, …"),
        Column("parties", "texts", "names of the organisations or countries that are bound"),
        Column("signatories", "texts", "names of the persons who sign"),
        Column("countries", "texts", "ISO 3166-1 alpha-3 codes of the parties"),
        Column("count", "integer", "number of documents, for a package"),
        Column("amount", "decimal", "value, in units of `currency`"),
        Column("max_amount", "decimal", "upper end, where the value is a range"),
        Column("currency", "text", "ISO 4217"),
        Column("bound", "text", "exact, about, at_least, at_most"),
        *_DATE,
        *_PLACE,
        Column("subject", "text", "what it is about"),
        Column("sectors", "texts", "agriculture, energy, …"),
        Column("part_of", "text", "id of the package that it belongs to"),
        _AT,
        _EVIDENCE,
    ],
    "delegations": [
        *_RECORD,
        Column("country", "text", "country of the senders, ISO 3166-1 alpha-3"),
        Column("organization", "text", "organisation that sends it"),
        Column("leader", "text", "name"),
        Column("leader_title", "text", "the leader's office"),
        Column("members", "texts", "names, or phrases for groups"),
        Column("size", "integer", "number of members or companies"),
        Column("destination", "text", "the most specific place visited"),
        Column("destination_country", "text", "its country, ISO 3166-1 alpha-3"),
        Column("host", "text", "who invited or received it"),
        *_DATE,
        Column("purpose", "text", "what for"),
        _AT,
        _EVIDENCE,
    ],
    "meetings": [
        *_RECORD,
        Column("format", "text", "in_person, phone, video"),
        Column("participants", "texts", "names"),
        Column("countries", "texts", "ISO 3166-1 alpha-3 codes of the sides"),
        *_DATE,
        *_PLACE,
        Column("topics", "texts", "what was talked about"),
        _AT,
        _EVIDENCE,
    ],
    "events": [
        *_RECORD,
        Column("name", "text", "proper name, or the kind with its qualifier"),
        Column("kind", "text", "forum, summit, exhibition, …"),
        Column("edition", "integer", "8 for the eighth"),
        *_DATE,
        *_PLACE,
        Column("attendance", "texts", "how many of what: 1900 companies"),
        Column("participants", "texts", "names"),
        Column("organizers", "texts", "names"),
        _EVIDENCE,
    ],
    "parties": [
        _ARTICLE,
        Column("record", "text", "the record that it takes part in"),
        Column("slot", "text", "parties, signatories, leader, members, host, participants, organizers, organization"),
        Column("name", "text", "fullest form in the article"),
        Column("kind", "text", "person, organization, country, group"),
        Column("role", "text", "a person's office"),
        Column("organization", "text", "what the person belongs to"),
        Column("country", "text", "ISO 3166-1 alpha-3"),
    ],
    "spans": [
        _ARTICLE,
        Column("record", "text", "the record"),
        Column("slot", "text", "the slot that was filled, or `evidence`"),
        Column("start", "integer", "first character in the article's text, from 0"),
        Column("end", "integer", "character after the last"),
        Column("text", "text", "the words"),
    ],
}


def list_rows(extractions: Iterable[Extraction], first: int = 0) -> dict[str, list[Row]]:
    """The rows of every table of `TABLES` for these extractions.

    An article without id is known by its position, counted from `first`.
    """
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for position, extraction in enumerate(extractions, first):
        article = extraction.article.id if extraction.article.id is not None else str(position)
        rows["articles"].append(_article_row(article, extraction))
        for kind in ("deals", "delegations", "meetings", "events"):
            for record in getattr(extraction, kind):
                rows[kind].append({"article": article, "record": record.id, **record_cells(record)})
                join = {"article": article, "record": record.id}
                rows["parties"] += [{**join, **cells} for cells in _party_cells(record)]
                rows["spans"] += [{**join, **cells} for cells in _span_cells(record)]
    return rows


def record_cells(record: Record) -> Row:
    """The cells of a record's row, without those that join it to others."""
    cells: Row = {
        "confidence": record.confidence,
        "evidence": [span.text for span in record.evidence],
        **_date_cells(getattr(record, "date", None)),
    }
    match record:
        case Deal():
            cells |= {
                "kind": record.kind,
                "parties": _names(record.parties),
                "signatories": _names(record.signatories),
                "countries": list(record.countries),
                "count": record.count,
                **_money_cells(record.value),
                **_place_cells(record.place),
                "subject": _text(record.subject),
                "sectors": list(record.sectors),
                "part_of": record.part_of,
                "event": record.event,
            }
        case Delegation():
            destination = _place_cells(record.destination, "destination")
            cells |= {
                "country": record.country,
                "organization": _name(record.organization),
                "leader": _name(record.leader),
                "leader_title": _text(record.leader_title),
                "members": _names(record.members),
                "size": record.size,
                **destination,
                "host": _name(record.host),
                "purpose": _text(record.purpose),
                "event": record.event,
            }
        case Meeting():
            cells |= {
                "format": record.format,
                "participants": _names(record.participants),
                "countries": list(record.countries),
                **_place_cells(record.place),
                "topics": [topic.text for topic in record.topics],
                "event": record.event,
            }
        case Event():
            cells |= {
                "name": record.name,
                "kind": record.kind,
                "edition": record.edition,
                **_place_cells(record.place),
                "place_country": record.country,
                "attendance": [f"{part.count} {part.of}" for part in record.attendance],
                "participants": _names(record.participants),
                "organizers": _names(record.organizers),
            }
    return {"status": getattr(record, "status", None), **cells}


def _article_row(article: str, extraction: Extraction) -> Row:
    info = extraction.article
    return {
        "article": article,
        "title": info.title,
        "url": info.url,
        "published": info.published,
        "dateline": info.dateline.place if info.dateline else None,
        "error": extraction.error,
        "warnings": [notice.message for notice in extraction.warnings],
    }


def _party_cells(record: Record) -> Iterator[Row]:
    for slot, value in record:
        for party in value if isinstance(value, tuple) else (value,):
            if isinstance(party, Party):
                yield {"slot": slot, **party.model_dump(exclude={"span"})}


def _span_cells(record: Record) -> Iterator[Row]:
    for slot, spans in (("evidence", record.evidence), *record.provenance.items()):
        for span in spans:
            yield {"slot": slot, **span.model_dump()}


def _date_cells(date: TimeSpan | None) -> Row:
    if date is None:
        return {}
    return {"date_start": date.start, "date_end": date.end, "date": date.value}


def _money_cells(money: Money | None) -> Row:
    return money.model_dump(include={"amount", "max_amount", "currency", "bound"}) if money else {}


def _place_cells(place: Place | None, name: str = "place") -> Row:
    return {name: place.name, f"{name}_country": place.country} if place else {}


def _names(parties: Iterable[Party]) -> list[str]:
    return [party.name for party in parties]


def _name(party: Party | None) -> str | None:
    return party.name if party else None


def _text(span: Span | None) -> str | None:
    return span.text if span else None
