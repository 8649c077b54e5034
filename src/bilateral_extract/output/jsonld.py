"""Records as schema.org JSON-LD: a `NewsArticle` that mentions `Event`s with who took part in them.

The mapping: every record is an `Event` (`additionalType` says of which kind), its date `startDate` and `endDate`, its
place `location`; parties, participants, members and leaders are `attendee`, organizers and hosts `organizer`; the value
of a deal is a `MonetaryAmount` under `about`; a package that a deal is part of, or the event that a record took place
at, is its `superEvent`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bilateral_extract.models import Event, Extraction, Money, Party, PartyKind, Place, Record, TimeSpan

_STATUS = {"planned": "https://schema.org/EventScheduled"}
_TYPES: dict[PartyKind, str] = {
    "person": "Person",
    "organization": "Organization",
    "country": "Country",
    "group": "Organization",
}
_ATTENDING = ("parties", "signatories", "leader", "members", "participants")
_ORGANIZING = ("organizers", "host")


def to_jsonld(extraction: Extraction) -> dict[str, Any]:
    """One article and its records as a JSON-LD document that `json.dumps` takes."""
    info = extraction.article
    base = info.url or f"urn:article:{info.id or 'unknown'}"
    article = {
        "@type": "NewsArticle",
        "@id": base,
        "headline": info.title,
        "url": info.url,
        "datePublished": info.published.isoformat() if info.published else None,
        "mentions": [_event(record, base) for record in extraction.records],
    }
    return {"@context": "https://schema.org", **_without_none(article)}


def _event(record: Record, base: str) -> dict[str, Any]:
    above = getattr(record, "part_of", None) or getattr(record, "event", None)
    status = getattr(record, "status", None)
    money = getattr(record, "value", None)
    event = {
        "@type": "Event",
        "@id": f"{base}#{record.id}",
        "additionalType": type(record).__name__,
        "name": record.name if isinstance(record, Event) else None,
        "description": record.evidence[0].text,
        "eventStatus": _STATUS.get(status) if status else None,
        **_dates(getattr(record, "date", None)),
        "location": _place(getattr(record, "place", None) or getattr(record, "destination", None)),
        "attendee": _parties(record, _ATTENDING),
        "organizer": _parties(record, _ORGANIZING),
        "about": _money(money) if money else None,
        "superEvent": {"@id": f"{base}#{above}"} if above else None,
    }
    return _without_none(event)


def _parties(record: Record, slots: Iterable[str]) -> list[dict[str, Any]] | None:
    found = []
    for slot in slots:
        value = getattr(record, slot, None) or ()
        found += [_party(party) for party in (value if isinstance(value, tuple) else (value,))]
    return found or None


def _party(party: Party) -> dict[str, Any]:
    fields = {"@type": _TYPES[party.kind], "name": party.name}
    if party.kind == "person":
        works_for = {"@type": "Organization", "name": party.organization} if party.organization else None
        return _without_none({**fields, "jobTitle": party.role, "nationality": party.country, "worksFor": works_for})
    if party.kind == "country":
        return _without_none({**fields, "identifier": party.country})
    return _without_none({**fields, "location": party.country})


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    geo = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return _without_none(
        {
            "@type": "Place",
            "name": place.name,
            "address": {"@type": "PostalAddress", "addressCountry": place.country} if place.country else None,
            "geo": geo if place.latitude is not None else None,
        }
    )


def _dates(date: TimeSpan | None) -> dict[str, str]:
    if date is None or date.start is None or date.end is None:
        return {}
    return {"startDate": date.start.isoformat(), "endDate": date.end.isoformat()}


def _money(money: Money) -> dict[str, Any]:
    amount = {"value": f"{money.amount:f}"}
    if money.max_amount is not None:
        amount = {"minValue": f"{money.amount:f}", "maxValue": f"{money.max_amount:f}"}
    return _without_none({"@type": "MonetaryAmount", "currency": money.currency, **amount})


def _without_none(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
