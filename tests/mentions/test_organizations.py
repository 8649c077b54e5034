"""Organisations, events and documents: names, acronyms, countries."""

import pytest
from marked import entities_of, mentions_of

COUNTRIES = [
    (
        "[China National Chemical Engineering Corporation]ORG came.",
        "China National Chemical Engineering Corporation",
        "CHN",
    ),
    ("The Kazakh carmaker [Steppe Motors]ORG came.", "Steppe Motors", "KAZ"),
    ("Peru's copper miner [Cerro Alto]ORG came.", "Cerro Alto", "PER"),
    ("[Hungary's Ministry for Youth]ORG came.", "Ministry for Youth", "HUN"),
    ("Gaziantep-based builder [Yapı]ORG came.", "Yapı", None),  # a seat that is not marked as a place
    ("[Gaziantep]GPE-based builder [Yapı]ORG came.", "Yapı", "TUR"),
    ("[Sinopetrol]ORG, a Chinese refiner, came.", "Sinopetrol", "CHN"),
    ("[Ant Port]ORG, a company from Belgium, came.", "Ant Port", "BEL"),
    ("[Ant Port]ORG, an ally of Belgium, came.", "Ant Port", None),
    ("Beijing-based [Steppe Motors]ORG came.", "Steppe Motors", "CHN"),
    ("[Steppe Motors]ORG of [Denver]GPE came.", "Steppe Motors", "USA"),
    ("[Steppe Motors]ORG, based in [Denver]GPE, came.", "Steppe Motors", "USA"),
    ("[Steppe Motors]ORG in [Denver]GPE came.", "Steppe Motors", None),  # may be a branch
    ("Peru's [Andes Bank]ORG came.", "Andes Bank", "PER"),
    ("[Ministry of Energy]ORG of Oman came.", "Ministry of Energy", "OMN"),
    ("The [Ministry]ORG of Oman came.", "Ministry of Oman", "OMN"),
    ("[Peru-Chile Business Council]ORG came.", "Peru-Chile Business Council", None),
    ("[World Bank]ORG came.", "World Bank", None),
    ("[Steppe Motors]ORG came to Oman.", "Steppe Motors", None),
]

MENTIONS = [
    (
        "[China Rail Engineering Corporation]ORG (CREC) came. [CREC]ORG left.",
        "China Rail Engineering Corporation",
        ["China Rail Engineering Corporation", "CREC"],
    ),
    (
        "[Steppe Motors Co., Ltd.]ORG came. [Steppe Motors]ORG left.",
        "Steppe Motors Co., Ltd.",
        ["Steppe Motors Co., Ltd.", "Steppe Motors"],
    ),
    (  # a firm's short name
        "[Stepnik Motor Works Ltd]ORG came. [Stepnik]ORG left.",
        "Stepnik Motor Works Ltd",
        ["Stepnik Motor Works Ltd", "Stepnik"],
    ),
    ("[Standard Oil Works Ltd]ORG came. [Standard]ORG left.", "Standard Oil Works Ltd", ["Standard Oil Works Ltd"]),
    (
        "[Andes Bank of Development]ORG [ABD]ORG came. [ABD]ORG left.",
        "Andes Bank of Development",
        ["Andes Bank of Development", "ABD", "ABD"],
    ),
    ("The European Union came. The [EU]ORG left.", "European Union", ["European Union", "EU"]),
    ("[Baltic Energy Forum]EVENT (BEF) began. [BEF]EVENT ends.", "Baltic Energy Forum", ["Baltic Energy Forum", "BEF"]),
    ("The Omani [Foreign Ministry]ORG wrote to the Qatari [Foreign Ministry]ORG.", "Foreign Ministry", 2),
]


@pytest.mark.parametrize(("marked", "name", "country"), COUNTRIES)
def test_country_of_a_body(marked, name, country):
    entities, _ = entities_of(marked)
    body = next(entity for entity in entities if entity.kind == "organization")
    assert (body.name, body.country) == (name, country)


@pytest.mark.parametrize(("marked", "name", "mentions"), MENTIONS)
def test_names_of_one_body(marked, name, mentions):
    if isinstance(mentions, int):  # bodies of one name in two countries
        entities, _ = entities_of(marked)
        assert len([entity for entity in entities if entity.name == name]) == mentions
    else:
        assert mentions_of(marked, name) == mentions
