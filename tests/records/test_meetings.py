"""Meetings from end to end: own sentences and the participants and topics that a careful reader writes down."""

from datetime import date

import pytest

from bilateral_extract import extract

MET = "President Ana Paz of Peru met with President Jon Sato of Palau in Lima. "
BOTH = ["Ana Paz", "Jon Sato"]

# What follows a meeting told -> the topics that it adds; no second meeting comes of it.
CONTINUED = [
    ("They discussed trade and visas.", ["trade", "visas"]),
    ("The presidents exchanged views on transit.", ["transit"]),
    ("They continued their exchange of views on the situation in Libya.", ["situation in Libya"]),
    ("The two leaders discussed how to fight floods.", ["how to fight floods"]),
    (
        "The talks focused on ports, a new bridge and the fight against piracy.",
        ["ports", "new bridge", "fight against piracy"],
    ),
    ("Special attention was paid to road safety.", ["road safety"]),
    ("Ana Paz underscored the importance of tourism.", ["tourism"]),
    ("Trade and transport were also on the agenda.", ["Trade", "transport"]),
    ("On the agenda were ways to deepen the partnership.", ["ways to deepen the partnership"]),
    (
        "They reviewed joint patrols in the Pacific, trade and tourism.",
        ["joint patrols in the Pacific", "trade", "tourism"],
    ),
]
# Sentence -> participants of its one meeting.
SIDES = [
    ("After their talks, President Ana Paz of Peru and President Jon Sato of Palau spoke to the press.", BOTH),
    ("The talks were held in Lima. Ana Paz of Peru and Jon Sato of Palau then signed a protocol.", BOTH),
    ("The ministers of Peru, Chile and Palau met on Monday.", ["Chile", "Palau", "Peru"]),
    ("Peruvian and Chilean officials met on Monday.", ["Chile", "Peru"]),
    ("Peruvian President Ana Paz met later in the day with Palau's President Jon Sato.", BOTH),
    ("Peru's envoy Ana Paz paid a courtesy call on President Jon Sato of Palau.", BOTH),
]

# What is no meeting.
NONE = [
    "Peru's President Ana Paz will attend a meeting of the Arab League.",
    "Peru's President Ana Paz welcomed the delegations of Palau to the summit.",
    "The forum in Lima discussed trade between Peru and Palau.",
]


@pytest.mark.parametrize(("sentence", "topics"), CONTINUED)
def test_what_follows_adds_topics_to_the_meeting_told(sentence: str, topics: list[str]) -> None:
    (meeting,) = extract(MET + sentence, published=date(2024, 5, 15)).meetings
    assert sorted(p.name for p in meeting.participants) == BOTH
    assert meeting.place is not None
    assert meeting.place.name == "Lima"
    assert [topic.text for topic in meeting.topics] == topics


@pytest.mark.parametrize(("sentence", "participants"), SIDES)
def test_sides_of_a_meeting(sentence: str, participants: list[str]) -> None:
    (meeting,) = extract(sentence, published=date(2024, 5, 15)).meetings
    assert sorted(p.name for p in meeting.participants) == participants


@pytest.mark.parametrize("sentence", NONE)
def test_no_meeting(sentence: str) -> None:
    assert extract(sentence, published=date(2024, 5, 15)).meetings == ()
