"""Places: kind, country and mentions."""

import pytest
from marked import entities_of

from bilateral_extract.mentions.places import link_place

LINKED = [
    ("Urumqi", None, {}, "city", "CHN"),
    ("Almaty", None, {}, "city", "KAZ"),
    ("Almaty Region", None, {}, "region", "KAZ"),
    ("Xinjiang", None, {}, "region", "CHN"),
    ("Xinjiang Uygur Autonomous Region", None, {}, "region", "CHN"),
    ("Hainan", None, {}, "region", "CHN"),
    ("Bali", None, {}, "region", "IDN"),  # towns elsewhere have the name too
    ("Phuket", None, {}, "region", "THA"),
    ("Moscow", None, {}, "city", "RUS"),
    ("Kiev", None, {}, "city", "UKR"),
    ("Plymouth", "MSR", {}, "city", "MSR"),
    ("Cambridge", None, {}, "city", "GBR"),
    ("Cambridge", None, {"USA": 3}, "city", "USA"),
    ("Samarkand", None, {}, "city", "UZB"),
    ("Korean Peninsula", None, {}, "other", None),
    ("Asia", None, {"PHL": 2}, "other", None),
    ("North Island", None, {}, "region", None),
    ("PA", None, {}, "other", None),
    ("Nowhereville", "OMN", {}, "other", "OMN"),
    ("Nowhereville", None, {}, "other", None),
]

FOUND = [
    ("He came to [Plymouth]GPE, Montserrat.", "Plymouth", "city", "MSR"),
    ("He came to the Kazakh town of [Burabay]GPE.", "Burabay", "other", "KAZ"),
    ("He came to [Istanbul]GPE, Kazakhstan and China.", "Istanbul", "city", "TUR"),
    ("He came to the [Rose Hall]FAC in [Lima]GPE.", "Rose Hall", "venue", "PER"),
    ("He came to the [White House]ORG.", "White House", "venue", "USA"),
    ("He crossed the [Baltic Sea]LOC.", "Baltic Sea", "other", None),
    ("[ASTANA]GPE—He came.", "Astana", "city", "KAZ"),
    ("The [Xinjiang Uygur Autonomous Region]ORG (XUAR) grew.", "Xinjiang Uygur Autonomous Region", "region", "CHN"),
]


@pytest.mark.parametrize(("name", "told", "mentioned", "kind", "country"), LINKED)
def test_link_place(name, told, mentioned, kind, country):
    facts = link_place(name, told, mentioned)
    assert (facts.kind, facts.country) == (kind, country)
    assert (facts.latitude is not None) == (kind == "city")


@pytest.mark.parametrize(("marked", "name", "kind", "country"), FOUND)
def test_places_of_an_article(marked, name, kind, country):
    entities, _ = entities_of(marked)
    place = next(entity for entity in entities if entity.kind == "place")
    assert (place.name, place.place_kind, place.country) == (name, kind, country)


@pytest.mark.parametrize(
    ("marked", "arcs", "forms"),
    [
        ("[Astana]GPE said so.", {"Astana": ("nsubj", "said")}, [("country", "capital")]),
        ("[Astana]GPE hosted it.", {"Astana": ("nsubj", "hosted")}, [("place", "name")]),
        ("They met in [Astana]GPE.", {"Astana": ("obl", "met")}, [("place", "name")]),
    ],
)
def test_capital_stands_for_its_government_where_it_speaks(marked, arcs, forms):
    entities, _ = entities_of(marked, arcs)
    assert [(entity.kind, mention.form) for entity in entities for mention in entity.mentions] == forms
