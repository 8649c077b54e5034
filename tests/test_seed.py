"""The seed article, published on 2024-06-27: what must be there, and what must not."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from bilateral_extract import extract
from bilateral_extract.models import Deal, Delegation, Event, Extraction, Meeting, Party

TEXT = (Path(__file__).parents[1] / "seeds/kazakhstan-china-urumqi-forum.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def seed() -> Extraction:
    return extract(TEXT, published="2024-06-27")


def package_of(seed: Extraction) -> Deal:
    [package] = [deal for deal in seed.deals if deal.kind == "package"]
    return package


def meeting_with(seed: Extraction, name: str) -> Meeting:
    [meeting] = [m for m in seed.meetings if any(name in party.name for party in m.participants)]
    return meeting


def event_in(seed: Extraction, name: str) -> Event:
    [event] = [event for event in seed.events if name in event.name]
    return event


def delegation_of(seed: Extraction) -> Delegation:
    [delegation] = [d for d in seed.delegations if d.leader and d.leader.name == "Serik Zhumangarin"]
    return delegation


def names(parties: Sequence[Party]) -> str:
    return "; ".join(party.name for party in parties)


def test_the_package(seed: Extraction) -> None:
    package = package_of(seed)
    assert (package.status, package.count, package.countries) == ("signed", 17, ("KAZ", "CHN"))
    assert package.value is not None
    assert (package.value.amount, package.value.currency) == (Decimal(629_000_000), "USD")
    assert package.date is not None
    assert package.date.start == package.date.end == dt.date(2024, 6, 26)
    assert package.place is not None
    assert package.place.name == "Urumqi"


@pytest.mark.parametrize("words", ["10 substations and power lines", "electrical equipment", "sunflower oil"])
def test_the_largest_contracts(seed: Extraction, words: str) -> None:
    [deal] = [deal for deal in seed.deals if deal.subject and words in deal.subject.text]
    assert deal.status == "signed"


def test_the_largest_contracts_are_three_deals_of_the_package(seed: Extraction) -> None:
    package = package_of(seed)
    parts = [deal for deal in seed.deals if deal.part_of == package.id]
    assert [deal.kind for deal in parts] == ["contract"] * 3


def test_the_planned_plant(seed: Extraction) -> None:
    [plant] = [deal for deal in seed.deals if "CITIC Construction" in names(deal.parties)]
    assert (plant.kind, plant.status) == ("investment", "planned")
    assert plant.subject is not None
    assert "grain processing" in plant.subject.text
    assert plant.place is not None
    assert plant.place.name == "Almaty Region"


def test_the_delegation(seed: Extraction) -> None:
    delegation = delegation_of(seed)
    assert (delegation.status, delegation.country) == ("held", "KAZ")
    assert delegation.leader_title is not None
    assert "Deputy Prime Minister" in delegation.leader_title.text
    members = names(delegation.members)
    assert "representatives of 17 regions" in members
    assert "large companies" in members
    assert "businesses" in members
    assert delegation.destination is not None
    assert delegation.destination.name == "Urumqi"


def test_the_meeting_with_the_secretary(seed: Extraction) -> None:
    meeting = meeting_with(seed, "Ma Xingrui")
    assert "Serik Zhumangarin" in names(meeting.participants)
    assert (meeting.status, meeting.format, meeting.countries) == ("held", "in_person", ("KAZ", "CHN"))
    assert meeting.date is not None
    assert meeting.date.start == meeting.date.end == dt.date(2024, 6, 25)
    assert meeting.place is not None
    assert meeting.place.name == "Urumqi"


def test_the_four_topics_of_that_meeting(seed: Extraction) -> None:
    topics = [topic.text for topic in meeting_with(seed, "Ma Xingrui").topics]
    assert len(topics) == 4
    for topic, words in zip(topics, ("tourism", "railways", "border crossings", "agricultural products"), strict=True):
        assert words in topic


def test_the_meeting_with_leaders_of_companies(seed: Extraction) -> None:
    meeting = meeting_with(seed, "leaders of large Chinese companies")
    assert "Ma Xingrui" not in names(meeting.participants)
    assert meeting.status == "held"


@pytest.mark.parametrize(
    "company",
    [
        "Debont Agricultural Machinery",
        "China National Chemical Engineering",
        "Bao Sheng International Trade",
    ],
)
def test_the_meeting_with_three_companies(seed: Extraction, company: str) -> None:
    meeting = meeting_with(seed, company)
    assert "Serik Zhumangarin" in names(meeting.participants)
    assert meeting == meeting_with(seed, "Debont Agricultural Machinery")


def test_the_forum(seed: Extraction) -> None:
    forum = event_in(seed, "forum")
    assert (forum.kind, forum.status, forum.edition, forum.country) == ("forum", "held", 3, "CHN")
    assert forum.place is not None
    assert forum.place.name == "Urumqi"


def test_the_exhibition(seed: Extraction) -> None:
    expo = event_in(seed, "EXPO")
    assert (expo.kind, expo.edition) == ("exhibition", 8)
    assert expo.date is not None
    assert expo.date.end == dt.date(2024, 6, 30)
    counts = {(item.count, item.of.split()[0]) for item in expo.attendance}
    assert counts == {(1900, "companies"), (50, "countries")}


@pytest.mark.parametrize(
    "words", ["$100 billion", "70%", "500,000 tons", "fourth in terms of investment", "golden 30th anniversary"]
)
def test_what_is_no_deal(seed: Extraction, words: str) -> None:
    start = TEXT.index(words)
    spans = [
        span
        for deal in seed.deals
        for span in (*deal.evidence, *(s for slot in deal.provenance.values() for s in slot))
    ]
    assert spans
    assert not any(span.start < start + len(words) and start < span.end for span in spans)


def test_who_signs_nothing(seed: Extraction) -> None:
    assert not any("anniversary" in names((*deal.parties, *deal.signatories)) for deal in seed.deals)


def test_deals_come_from_the_paragraphs_that_tell_of_them(seed: Extraction) -> None:
    paragraphs = [TEXT.index("ASTANA"), TEXT.index("The Prime Minister’s press"), TEXT.index("CITIC Construction and")]
    told = [range(start, TEXT.index("\n", start)) for start in paragraphs]
    for deal in seed.deals:
        assert all(any(span.start in paragraph for paragraph in told) for span in deal.evidence)


def test_without_a_day_of_publication_no_year_is_made_up() -> None:
    undated = extract(TEXT)
    assert [date.value for date in undated.dates if "06" in date.value] == ["XXXX-06-26", "XXXX-06-30", "XXXX-06-25"]
    records = (*undated.deals, *undated.delegations, *undated.meetings, *undated.events)
    found = [*undated.dates, *(record.date for record in records if record.date is not None)]
    assert not any(date.start or date.end for date in found)
    package = package_of(undated)
    assert package.date is not None
    assert package.date.value == "XXXX-06-26"


def test_links_to_events(seed: Extraction) -> None:
    assert package_of(seed).event == event_in(seed, "interregional forum").id
    assert delegation_of(seed).event == event_in(seed, "China-Eurasia EXPO").id
