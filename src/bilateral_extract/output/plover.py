"""Records as PLOVER events, the coding scheme that followed CAMEO for political event data.

The mapping, from the definitions in the PLOVER codebook (Open Event Data Alliance):

| record | event type | mode |
| --- | --- | --- |
| deal of kind grant, not planned | AID | economic, military for defence, humanitarian for health |
| contract, loan, investment, purchase, not planned | COOPERATE | economic, military for defence, judicial for justice |
| any other deal, and all that are planned | AGREE | |
| meeting held | CONSULT | phone (also video), multilateral with three countries or more |
| delegation that has travelled | CONSULT | visit |
| meeting or delegation planned | AGREE | |

Events (forums, exhibitions) are no act of one side towards another and are left out, as are records with fewer than
two countries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import Literal

from bilateral_extract.models import Deal, Delegation, Extraction, Meeting

EventType = Literal["AGREE", "CONSULT", "COOPERATE", "AID"]
Act = Deal | Meeting | Delegation


@dataclass(frozen=True, slots=True)
class PloverEvent:
    """One act of `actor` towards `recipient` (ISO 3166-1 alpha-3). `date` is the first day, ISO, where it is known."""

    event_type: EventType
    mode: str | None
    actor: str
    recipient: str
    date: str | None
    article: str | None
    record: str
    text: str


def to_plover(extractions: Iterable[Extraction]) -> Iterator[PloverEvent]:
    """The PLOVER events of these extractions. An act between equals gives one event in each direction, as in CAMEO."""
    for extraction in extractions:
        records: tuple[Act, ...] = (*extraction.deals, *extraction.meetings, *extraction.delegations)
        for record in records:
            event_type, mode = _code(record)
            date = record.date.start.isoformat() if record.date and record.date.start else None
            for actor, recipient in _pairs(record):
                evidence = record.evidence[0].text
                article = extraction.article.id
                yield PloverEvent(event_type, mode, actor, recipient, date, article, record.id, evidence)


def _code(record: Act) -> tuple[EventType, str | None]:
    match record:
        case Deal(status="planned") | Meeting(status="planned") | Delegation(status="planned"):
            return "AGREE", None
        case Deal(kind="grant"):
            return "AID", _mode(record, {"defence": "military", "health": "humanitarian"})
        case Deal(kind="contract" | "loan" | "investment" | "purchase"):
            return "COOPERATE", _mode(record, {"defence": "military", "justice": "judicial"})
        case Meeting(format="phone" | "video"):
            return "CONSULT", "phone"
        case Meeting():
            return "CONSULT", "multilateral" if len(record.countries) > 2 else None
        case Delegation():
            return "CONSULT", "visit"
        case _:
            return "AGREE", None


def _mode(deal: Deal, by_sector: dict[str, str]) -> str:
    return next((mode for sector, mode in by_sector.items() if sector in deal.sectors), "economic")


def _pairs(record: Act) -> Iterator[tuple[str, str]]:
    if not isinstance(record, Delegation):
        yield from permutations(record.countries, 2)
        return
    visited = record.destination.country if record.destination else record.host.country if record.host else None
    if record.country and visited and record.country != visited:
        yield record.country, visited
