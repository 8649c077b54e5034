import json

import pytest
from sample import FAILED, make_extraction

from bilateral_extract.models import Extraction
from bilateral_extract.output.jsonld import to_jsonld
from bilateral_extract.output.plover import to_plover


def with_deal(**changes: object) -> Extraction:
    extraction = make_extraction()
    return extraction.model_copy(update={"deals": (extraction.deals[0].model_copy(update=changes),)})


def test_plover_events_of_an_article() -> None:
    events = [(e.event_type, e.mode, e.actor, e.recipient, e.date) for e in to_plover([make_extraction(), FAILED])]
    assert events == [
        ("AGREE", None, "FRA", "JPN", "2024-03-05"),
        ("AGREE", None, "JPN", "FRA", "2024-03-05"),
        ("CONSULT", None, "FRA", "JPN", None),
        ("CONSULT", None, "JPN", "FRA", None),
        ("CONSULT", "visit", "FRA", "JPN", "2024-03-08"),
    ]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "grant", "sectors": ()}, ("AID", "economic")),
        ({"kind": "grant", "sectors": ("health",)}, ("AID", "humanitarian")),
        ({"kind": "purchase", "sectors": ("defence",)}, ("COOPERATE", "military")),
        ({"kind": "loan"}, ("COOPERATE", "economic")),
        ({"kind": "loan", "status": "planned"}, ("AGREE", None)),
        ({"kind": "memorandum"}, ("AGREE", None)),
    ],
)
def test_plover_codes_of_deals(changes: dict[str, object], code: tuple[str, str | None]) -> None:
    event = next(to_plover([with_deal(**changes)]))
    assert (event.event_type, event.mode) == code


def test_records_of_one_country_make_no_act() -> None:
    assert [e.event_type for e in to_plover([with_deal(countries=("FRA",))])] == ["CONSULT"] * 3


def test_jsonld_names_everything_by_schema_org() -> None:
    document = json.loads(json.dumps(to_jsonld(make_extraction(url="https://example.org/1"))))
    assert document["@context"] == "https://schema.org"
    deal, delegation, meeting, forum = document["mentions"]
    assert deal["@id"] == "https://example.org/1#deal-1"
    assert deal["about"] == {"@type": "MonetaryAmount", "currency": "EUR", "value": "1250000000"}
    assert deal["attendee"][0] == {"@type": "Country", "name": "France", "identifier": "FRA"}
    assert deal["location"]["geo"]["latitude"] == 48.85
    assert delegation["attendee"][0] == {
        "@type": "Person", "name": "Anne Martin", "jobTitle": "Minister", "nationality": "FRA",
    }  # fmt: skip
    assert (meeting["additionalType"], "startDate" in meeting) == ("Meeting", False)
    assert (forum["name"], forum["eventStatus"]) == ("Ocean Forum", "https://schema.org/EventScheduled")


def test_jsonld_links_parts_to_their_wholes() -> None:
    document = to_jsonld(with_deal(event="event-1"))
    assert document["mentions"][0]["superEvent"] == {"@id": "urn:article:sample#event-1"}
