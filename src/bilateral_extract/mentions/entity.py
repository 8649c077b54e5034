"""Who and what an article speaks of: the mentions layer's view of people, organisations, countries and places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

EntityKind = Literal["person", "organization", "country", "place", "event", "document"]
Form = Literal[
    "name",  # a full or short name: "Serik Zhumangarin", "Zhumangarin", "Kazakhstan"
    "acronym",  # "CNCEC"
    "demonym",  # "Kazakh", "Chinese"
    "capital",  # a capital that may stand for its government: "Astana"
    "office",  # "the minister", "the Kazakh leader": an office standing for its holder
    "nominal",  # "the company", "the forum", "the Chinese side", "the two leaders" (one mention for each of them)
    "pronoun",  # "he", "she"; "I", "my", "we" where it is told who speaks
]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an entity is mentioned: character offsets `start`/`end`, token indices `first`/`last`, ends exclusive."""

    start: int
    end: int
    first: int
    last: int
    form: Form


@dataclass(slots=True)
class Entity:
    """One thing in the world, with all of its mentions in the article in order of appearance.

    `name` is the fullest form told, without titles and articles; `country` is ISO 3166-1 alpha-3 (a country's own
    code, a person's side, the country of an organisation or place); `role` is a person's office as told
    ("Deputy Prime Minister") and `role_span` its character offsets; `organization` the body it belongs to.
    """

    kind: EntityKind
    name: str
    country: str | None = None
    role: str | None = None
    role_span: tuple[int, int] | None = None
    organization: str | None = None
    place_kind: Literal["country", "city", "region", "venue", "other"] | None = None
    latitude: float | None = None
    longitude: float | None = None
    mentions: list[Mention] = field(default_factory=list)
