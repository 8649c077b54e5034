"""Records and values: what `extract` returns. Nothing here reads text, and nothing of ours is imported.

`GUIDELINES.md` of the benchmark defines what each record and slot means. Every model is frozen, refuses unknown
fields, and survives `model_validate_json(model_dump_json())` unchanged.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

Bound = Literal["exact", "about", "at_least", "at_most"]
Granularity = Literal[
    "day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "range", "vague",
]  # fmt: skip
Basis = Literal["text", "published", "dateline"]
PartyKind = Literal["person", "organization", "country", "group"]
DealKind = Literal[
    "agreement", "memorandum", "contract", "protocol", "roadmap", "declaration",
    "loan", "grant", "investment", "purchase", "package", "other",
]  # fmt: skip
DealStatus = Literal["signed", "agreed", "planned"]
Status = Literal["held", "planned"]
Format = Literal["in_person", "phone", "video"]
EventKind = Literal[
    "forum", "summit", "conference", "exhibition", "ceremony", "festival",
    "session", "round_table", "seminar", "exercise", "competition", "other",
]  # fmt: skip
Sector = Literal[
    "agriculture", "construction", "culture", "defence", "digital", "education", "energy", "environment",
    "finance", "health", "industry", "justice", "labour", "mining", "science", "space", "sport", "tourism",
    "trade", "transport", "water",
]  # fmt: skip

CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="ISO 3166-1 alpha-3")]
PlainDecimal = Annotated[
    Decimal,
    PlainSerializer(lambda value: format(value, "f"), return_type=str, when_used="json"),
    Field(description="an exact number; in JSON a string in plain notation, never with an exponent"),
]


def parse_day(value: object, field: str = "published") -> dt.date | None:
    """A calendar day from a date, a datetime or an ISO 8601 string ("2024-06-27", "2024-06-27T08:30:00Z").

    None and blank strings give None. Anything else raises ValueError naming the field and the accepted forms.
    """
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        if not value.strip():
            return None
        try:
            return dt.datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    raise ValueError(f"{field}: {value!r} is no date; give a date, a datetime or an ISO string such as '2024-06-27'")


Day = Annotated[dt.date | None, BeforeValidator(parse_day)]


class Model(BaseModel):
    """Base of all models: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- values ---------------------------------------------------------------------------------------------------


class Span(Model):
    """A stretch of the original text: `original[start:end] == text`, in code points, end exclusive."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Money(Model):
    """An amount of money. `max_amount` is the upper end of a range; `currency` is ISO 4217."""

    amount: PlainDecimal
    max_amount: PlainDecimal | None = None
    currency: str | None = Field(
        default=None, description="ISO 4217; null where the text names a unit we cannot resolve"
    )
    bound: Bound = "exact"
    per: str | None = Field(
        default=None, description="the unit of a price: 'barrel' in '$50 a barrel'; null for totals"
    )
    equivalent_to: Span | None = Field(
        default=None, description="the amount that this one restates, mostly in another currency"
    )
    span: Span


class Quantity(Model):
    """A number of something. `unit` is canonical as in quantulum3 ("tonne", "megawatt"), "percent", or null for counts.

    Durations ("the past two years") are quantities of dimension "time", not dates.
    """

    value: PlainDecimal
    max_value: PlainDecimal | None = None
    unit: str | None = None
    dimension: str | None = None
    of: str | None = Field(default=None, description="what is counted: 'companies'")
    bound: Bound = "exact"
    span: Span


class Attendance(Model):
    """How many of what took part in an event."""

    count: int
    of: str
    span: Span


class TimeSpan(Model):
    """A date or period with both ends inclusive. Where no year can be known, `start` and `end` are null and `value`
    is a TIMEX3 with placeholders ("XXXX-06-26"). `basis` says what supplied the missing parts.

    A vague time ("recently", "the near future") has a value of PAST_REF, PRESENT_REF or FUTURE_REF, no days, and dates
    no record."""

    start: dt.date | None = None
    end: dt.date | None = None
    value: str = Field(description="TIMEX3: 2024-06-26, 2024-06, 2024-Q2, XXXX-06-26, or start/end for ranges")
    granularity: Granularity
    basis: Basis = "text"
    span: Span


class Party(Model):
    """A person, organisation, country or group that takes part in something."""

    name: str = Field(description="the fullest form in the article, without titles and articles")
    kind: PartyKind
    role: str | None = Field(default=None, description="a person's office")
    organization: str | None = None
    country: CountryCode | None = None
    span: Span


class Place(Model):
    """A city, region, country or venue; coordinates (degrees, WGS 84) where the gazetteer has them."""

    name: str
    country: CountryCode | None = None
    kind: Literal["country", "city", "region", "venue", "other"] = "other"
    latitude: float | None = None
    longitude: float | None = None
    span: Span


class Entity(Model):
    """A person or organisation of the article with all of its mentions."""

    name: str
    kind: Literal["person", "organization"]
    role: str | None = None
    organization: str | None = None
    country: CountryCode | None = None
    mentions: tuple[Span, ...] = Field(min_length=1)


# --- records --------------------------------------------------------------------------------------------------


class Record(Model):
    """What all records share: an id stable within the article, and where every filled slot was read."""

    id: str
    confidence: float = Field(ge=0, le=1)
    evidence: tuple[Span, ...] = Field(min_length=1, description="the clauses that the record was read from")
    provenance: dict[str, tuple[Span, ...]] = Field(
        default_factory=dict, description="slot to the words it was read from"
    )
    rules: dict[str, str] = Field(default_factory=dict, description="slot name to the rule that filled it")


class Deal(Record):
    """An agreement, contract, loan, investment or a package of them, made or definitely planned between parties."""

    kind: DealKind
    status: DealStatus
    parties: tuple[Party, ...] = ()
    signatories: tuple[Party, ...] = ()
    countries: tuple[CountryCode, ...] = ()
    count: int | None = None
    value: Money | None = None
    date: TimeSpan | None = None
    place: Place | None = None
    subject: Span | None = None
    sectors: tuple[Sector, ...] = ()
    part_of: str | None = Field(default=None, description="id of the package that this deal belongs to")
    event: str | None = Field(default=None, description="id of the event at which it was made")


class Delegation(Record):
    """A group or an office holder that travels, visits or attends on behalf of a country or an organisation."""

    status: Status
    country: CountryCode | None = None
    organization: Party | None = None
    leader: Party | None = None
    leader_title: Span | None = None
    members: tuple[Party, ...] = ()
    size: int | None = None
    destination: Place | None = None
    host: Party | None = None
    date: TimeSpan | None = None
    purpose: Span | None = None
    event: str | None = None


class Meeting(Record):
    """Talks, a reception, a call or a session between two or more sides."""

    status: Status
    format: Format = "in_person"
    participants: tuple[Party, ...] = ()
    countries: tuple[CountryCode, ...] = ()
    date: TimeSpan | None = None
    place: Place | None = None
    topics: tuple[Span, ...] = ()
    event: str | None = None


class Event(Record):
    """An organised gathering with a name or a definite kind: forum, summit, exhibition, ceremony and the like."""

    name: str
    kind: EventKind
    status: Status
    edition: int | None = None
    place: Place | None = None
    country: CountryCode | None = None
    date: TimeSpan | None = None
    attendance: tuple[Attendance, ...] = ()
    participants: tuple[Party, ...] = ()
    organizers: tuple[Party, ...] = ()


# --- articles and results -------------------------------------------------------------------------------------


class Article(Model):
    """An article to read. `published` takes a date, a datetime or an ISO string."""

    text: str
    published: Day = None
    title: str | None = None
    id: str | None = None
    url: str | None = None
    home: str | None = Field(
        default=None,
        description="ISO 3166-1 alpha-3 of the country whose own dollar, peso, rupee or krona bare names mean",
    )


class Dateline(Model):
    """The opening words that say where, when and by whom an article was filed: "ASTANA, June 27 (Agency) —"."""

    place: str | None = None
    date: TimeSpan | None = None
    agency: str | None = None
    span: Span


class ArticleInfo(Model):
    """What an `Extraction` keeps of its article: no text, only what identifies and frames it."""

    id: str | None = None
    title: str | None = None
    url: str | None = None
    published: Day = None
    dateline: Dateline | None = None


class Notice(Model):
    """A warning: what was left out or left unresolved, and why."""

    message: str
    span: Span | None = None


class Extraction(Model):
    """The records of one article and what they are made of. `error` is set where the article could not be read."""

    article: ArticleInfo = Field(default_factory=ArticleInfo)
    deals: tuple[Deal, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    events: tuple[Event, ...] = ()
    people: tuple[Entity, ...] = ()
    organizations: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    amounts: tuple[Money, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[TimeSpan, ...] = ()
    warnings: tuple[Notice, ...] = ()
    error: str | None = None

    @property
    def records(self) -> tuple[Record, ...]:
        """All records: deals, delegations, meetings, events, in that order."""
        return (*self.deals, *self.delegations, *self.meetings, *self.events)

    @property
    def text(self) -> str | None:
        """The text that was read, to show the records in it. It is no field: JSON leaves it out, and comparing too."""
        return self.__dict__.get("_text")

    def with_text(self, text: str) -> Extraction:
        """A copy that knows the text its spans stand in."""
        copy = self.model_copy()
        copy.__dict__["_text"] = text
        return copy

    def to_frames(self) -> dict[str, Any]:
        """A pandas DataFrame for each table: "deals", "delegations", "meetings", "events", "parties", "spans", …

        `output.tables.TABLES` documents the columns. Raises ImportError naming the extra, where pandas is missing.
        """
        from bilateral_extract.output.frames import to_frames

        return to_frames([self])

    def _repr_html_(self) -> str:
        """What a notebook shows: the article with its records marked, and a table for each kind."""
        from bilateral_extract.output.html import render_fragment

        return render_fragment(self)

    def explain(self, record_id: str) -> str:
        """Which rule read which words into which slot of a record, one line a slot.

        Raises KeyError naming the ids there are, where `record_id` is none of them.
        """
        found = {record.id: record for record in self.records}
        if record_id not in found:
            raise KeyError(f"{record_id!r} is no record of this article; there are {', '.join(found) or 'none'}")
        record = found[record_id]
        lines = [f"{record.id} (confidence {record.confidence:.2f})"]
        lines += [f"  evidence [{s.start}:{s.end}] {s.text!r}" for s in record.evidence]
        for slot, spans in record.provenance.items():
            words = ", ".join(f"[{s.start}:{s.end}] {s.text!r}" for s in spans)
            lines.append(f"  {slot} = {describe(getattr(record, slot))}  by {record.rules.get(slot, '?')} from {words}")
        return "\n".join(lines)


def describe(value: Any) -> str:
    """One slot's value in a few words, for people to read."""
    match value:
        case tuple():
            return "; ".join(map(describe, value))
        case Money():
            upper = f" to {value.max_amount:,f}" if value.max_amount is not None else ""
            return f"{value.amount:,f}{upper} {value.currency or '?'}"
        case TimeSpan():
            return value.value
        case Attendance():
            return f"{value.count} {value.of}"
        case Party() | Place():
            return value.name
        case Span():
            return " ".join(value.text.split())
        case _:
            return str(value)
