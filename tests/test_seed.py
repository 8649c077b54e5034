"""The article that the project started from: what it says, and what must not be read into it."""

import datetime as dt
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from bilateral_extract import extract
from bilateral_extract.models import Deal, Extraction, Meeting

TEXT = next((Path(__file__).parents[1] / "seeds").glob("*.txt")).read_text(encoding="utf-8")


@cache
def read(published: str | None = "2024-06-27") -> Extraction:
    return extract(TEXT, published=published)


def days(record: object) -> tuple[dt.date | None, dt.date | None] | None:
    date = getattr(record, "date", None)
    return (date.start, date.end) if date else None


def day(text: str) -> tuple[dt.date, dt.date]:
    return dt.date.fromisoformat(text), dt.date.fromisoformat(text)


def find_deals(words: str) -> list[Deal]:
    return [deal for deal in read().deals if deal.subject and words in deal.subject.text]


def find_meetings(name: str) -> list[Meeting]:
    return [meeting for meeting in read().meetings if any(name in party.name for party in meeting.participants)]


def test_the_package() -> None:
    [package] = [deal for deal in read().deals if deal.kind == "package"]
    assert (package.status, package.count) == ("signed", 17)
    assert package.value is not None
    assert (package.value.amount, package.value.currency) == (Decimal(629_000_000), "USD")
    assert {party.name for party in package.parties} == {"Kazakhstan", "China"}
    assert set(package.countries) == {"KAZ", "CHN"}
    assert days(package) == day("2024-06-26")
    assert package.place is not None
    assert package.place.name == "Urumqi"


@pytest.mark.parametrize("words", ["substations and power lines", "electrical equipment", "camel milk powder"])
def test_the_largest_contracts_are_parts_of_the_package(words: str) -> None:
    [contract] = find_deals(words)
    [package] = [deal for deal in read().deals if deal.kind == "package"]
    assert contract.kind == "contract"
    assert contract.part_of == package.id


def test_the_planned_plant() -> None:
    [plant] = find_deals("advanced grain processing")
    assert plant.status == "planned"
    assert "CITIC Construction" in [party.name for party in plant.parties]
    assert plant.place is not None
    assert plant.place.name == "Almaty Region"


def test_the_delegation() -> None:
    [delegation] = [one for one in read().delegations if one.leader]
    assert delegation.leader is not None
    assert (delegation.leader.name, delegation.country) == ("Serik Zhumangarin", "KAZ")
    members = " ".join(member.name for member in delegation.members)
    for words in ("representatives of 17 regions", "large companies"):
        assert words in members


def test_the_meeting_with_ma() -> None:
    [meeting] = find_meetings("Ma Xingrui")
    assert {party.name for party in meeting.participants} == {"Serik Zhumangarin", "Ma Xingrui"}
    assert days(meeting) == day("2024-06-25")
    topics = [topic.text for topic in meeting.topics]
    assert len(topics) == 4
    for words, topic in zip(["tourism", "railways", "border crossings", "agricultural products"], topics, strict=True):
        assert words in topic


@pytest.mark.parametrize(
    "name",
    ["leaders of large Chinese companies", "Debont Agricultural", "China National Chemical Engineering", "Bao Sheng"],
)  # fmt: skip
def test_the_meetings_with_companies(name: str) -> None:
    assert find_meetings(name)


def test_the_forum() -> None:
    [forum] = [event for event in read().events if event.kind == "forum"]
    assert forum.edition == 3
    assert days(forum) == day("2024-06-26")
    assert forum.place is not None
    assert forum.place.name == "Urumqi"


def test_the_exhibition() -> None:
    [expo] = [event for event in read().events if event.kind == "exhibition"]
    assert expo.edition == 8
    assert "EXPO" in expo.name
    assert days(expo) == (dt.date(2024, 6, 26), dt.date(2024, 6, 30))
    assert {part.count for part in expo.attendance} == {1900, 50}


def test_targets_and_statistics_are_no_deals() -> None:
    amounts = {deal.value.amount for deal in read().deals if deal.value}
    assert amounts == {Decimal(629_000_000)}
    assert not any("anniversary" in party.name for deal in read().deals for party in (*deal.parties, *deal.signatories))


def test_without_a_day_of_publication_no_year_is_invented() -> None:
    result = read(None)
    assert [date.value for date in result.dates if date.span.text == "June 26"] == ["XXXX-06-26"]
    assert all(date.start is None for date in result.dates if date.span.text.startswith("June"))
    assert [days(deal) for deal in result.deals if deal.kind == "package"] == [(None, None)]
