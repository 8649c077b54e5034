"""An extraction made by hand, so that the outputs are tested without the model."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from bilateral_extract.models import (
    Article,
    ArticleInfo,
    Attendance,
    Deal,
    Delegation,
    Entity,
    Event,
    Extraction,
    Meeting,
    Money,
    Notice,
    Party,
    Place,
    Quantity,
    Span,
    TimeSpan,
)

TEXT = """PARIS, March 5 — France and Japan signed 3 agreements worth €1.25 billion in Paris on Tuesday.

Minister Anne Martin led a French delegation to Osaka on March 8 to see ports. 😀 She met Kenji Sato for talks on fish.

The second Ocean Forum, attended by 40 companies & <b>some</b> guests, will open in Nice on June 1."""


def make_extraction(text: str = TEXT, **article: Any) -> Extraction:
    """What a careful reader would make of TEXT."""

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start=start, end=start + len(words), text=words)

    def day(words: str, value: str) -> TimeSpan:
        date = dt.date.fromisoformat(value)
        return TimeSpan(start=date, end=date, value=value, granularity="day", basis="published", span=span(words))

    france = Party(name="France", kind="country", country="FRA", span=span("France"))
    japan = Party(name="Japan", kind="country", country="JPN", span=span("Japan"))
    martin = Party(name="Anne Martin", kind="person", role="Minister", country="FRA", span=span("Anne Martin"))
    sato = Party(name="Kenji Sato", kind="person", country="JPN", span=span("Kenji Sato"))
    paris = Place(name="Paris", country="FRA", kind="city", latitude=48.85, longitude=2.35, span=span("Paris"))
    osaka = Place(name="Osaka", country="JPN", kind="city", span=span("Osaka"))
    nice = Place(name="Nice", country="FRA", kind="city", span=span("Nice"))
    value = Money(amount=Decimal("1.25E+9"), currency="EUR", span=span("€1.25 billion"))
    tuesday, osaka_day, june = (
        day("Tuesday", "2024-03-05"),
        day("March 8", "2024-03-08"),
        TimeSpan(value="XXXX-06-01", granularity="day", span=span("June 1")),
    )
    companies = span("40 companies")
    return Extraction(
        article=ArticleInfo(**{"id": "sample", "published": dt.date(2024, 3, 5), **article}),
        deals=(
            Deal(
                id="deal-1",
                confidence=0.9,
                evidence=(span("France and Japan signed 3 agreements worth €1.25 billion"),),
                kind="package",
                status="signed",
                parties=(france, japan),
                countries=("FRA", "JPN"),
                count=3,
                value=value,
                date=tuesday,
                place=paris,
                sectors=("transport", "trade"),
                provenance={
                    "parties": (france.span, japan.span),
                    "value": (value.span,),
                    "date": (tuesday.span,),
                    "place": (paris.span,),
                },
                rules={"parties": "subject of sign", "value": "worth"},
            ),
        ),
        delegations=(
            Delegation(
                id="delegation-1",
                confidence=0.8,
                evidence=(span("Minister Anne Martin led a French delegation to Osaka on March 8"),),
                status="held",
                country="FRA",
                leader=martin,
                leader_title=span("Minister"),
                destination=osaka,
                date=osaka_day,
                purpose=span("to see ports"),
                provenance={"leader": (martin.span,), "destination": (osaka.span,)},
            ),
        ),
        meetings=(
            Meeting(
                id="meeting-1",
                confidence=0.7,
                evidence=(span("She met Kenji Sato for talks on fish"),),
                status="held",
                participants=(martin, sato),
                countries=("FRA", "JPN"),
                topics=(span("fish"),),
                provenance={"participants": (martin.span, sato.span), "topics": (span("fish"),)},
            ),
        ),
        events=(
            Event(
                id="event-1",
                confidence=0.6,
                evidence=(span("The second Ocean Forum"),),
                name="Ocean Forum",
                kind="forum",
                status="planned",
                edition=2,
                place=nice,
                country="FRA",
                date=june,
                attendance=(Attendance(count=40, of="companies", span=companies),),
                provenance={"name": (span("Ocean Forum"),), "attendance": (companies,)},
            ),
        ),
        people=(
            Entity(name="Anne Martin", kind="person", role="Minister", mentions=(martin.span, span("She"))),
            Entity(name="Kenji Sato", kind="person", mentions=(sato.span,)),
        ),
        places=(paris, osaka, nice),
        amounts=(value,),
        quantities=(Quantity(value=Decimal(40), of="companies", span=companies),),
        dates=(tuesday, osaka_day, june),
        warnings=(Notice(message="June 1 has no year", span=june.span),),
    ).with_text(text)


FAILED = Extraction(article=ArticleInfo(id="broken"), error="text: give a str, not NoneType")
ARTICLE = Article(text=TEXT, published="2024-03-05", id="sample")
