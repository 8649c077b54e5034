"""Words that go back to what was named: (marked text, entity, all of its mentions)."""

import pytest
from marked import mentions_of

OWN = [
    # short forms of given names
    (
        "{President} [Tony Gil]PERSON came. {President} [Anthony R. Gil]PERSON, Jr., spoke.",
        "Anthony R. Gil",
        ["President", "Tony Gil", "President", "Anthony R. Gil"],
    ),
    # offices standing for their holders
    (
        "{Omani Trade Minister} [Said Harib]PERSON came. The {minister} spoke.",
        "Said Harib",
        ["Omani Trade Minister", "Said Harib", "minister"],
    ),
    (
        "{Premier of Peru} [Ana Paz]PERSON met {Chilean President} [Luis Gil]PERSON. The {Chilean President} left.",
        "Luis Gil",
        ["Chilean President", "Luis Gil", "Chilean President"],
    ),
    (
        "{Vice President} [Ana Paz]PERSON met {President} [Luis Gil]PERSON. [Ana Paz]PERSON and the {president} spoke.",
        "Luis Gil",
        ["President", "Luis Gil", "president"],
    ),
    (
        "{President of Peru} [Ana Paz]PERSON came. A {president} must listen.",
        "Ana Paz",
        ["President of Peru", "Ana Paz"],
    ),
    (
        "{President of Peru} [Ana Paz]PERSON came. The {head of state} met {Premier} [Said Harib]PERSON of Oman.",
        "Ana Paz",
        ["President of Peru", "Ana Paz", "head of state"],
    ),
    (
        "{Vice President of Peru} [Ana Paz]PERSON came. The {head of state} was away.",
        "Ana Paz",
        ["Vice President of Peru", "Ana Paz"],
    ),
    (
        "{President of Peru} [Ana Paz]PERSON and {President of Chile} [Luis Gil]PERSON came. "
        "The {presidents of Peru} and Chile spoke.",
        "Luis Gil",
        ["President of Chile", "Luis Gil", "presidents of Peru"],
    ),
    (
        "{President of Peru} [Ana Paz]PERSON came. The {presidents of Peru} and Chile spoke.",
        "Ana Paz",
        ["President of Peru", "Ana Paz"],
    ),
    # before the name is told
    (
        "The {President of Peru} came. [Ana Paz]PERSON of Peru met {Premier} [Said Harib]PERSON of Oman.",
        "Ana Paz",
        ["President of Peru", "Ana Paz"],
    ),
    # the two
    (
        "{Peruvian President} [Ana Paz]PERSON met {Chilean President} [Luis Gil]PERSON. The two leaders spoke.",
        "Ana Paz",
        ["Peruvian President", "Ana Paz", "The two leaders"],
    ),
    (
        "{Peruvian President} [Ana Paz]PERSON met {Chilean President} [Luis Gil]PERSON. The two {presidents} spoke.",
        "Luis Gil",
        ["Chilean President", "Luis Gil", "presidents"],
    ),
    ("[Peru]GPE and [Chile]GPE met. Both countries agreed.", "Chile", ["Chile", "Both countries"]),
    ("[Peru]GPE and [Chile]GPE met. The sides agreed.", "Peru", ["Peru", "The sides"]),
    ("[Peru]GPE and [Chile]GPE met. The Peruvian side agreed.", "Peru", ["Peru", "Peruvian side"]),
    ("[Peru]GPE and [Chile]GPE met. Many countries agreed.", "Peru", ["Peru"]),
    # bodies
    ("[Nordic Rail AB]ORG builds trains. The company sells them.", "Nordic Rail AB", ["Nordic Rail AB", "The company"]),
    (
        "[Ministry of Energy]ORG and [Nordic Rail AB]ORG met. The ministry agreed.",
        "Ministry of Energy",
        ["Ministry of Energy", "The ministry"],
    ),
    ("[Nordic Rail AB]ORG and [ASEAN]ORG met. The company agreed.", "ASEAN", ["ASEAN"]),
    ("The [Baltic Forum]EVENT began. The forum ends today.", "Baltic Forum", ["Baltic Forum", "The forum"]),
    (
        "The [Lima Treaty]DOC and the [Baltic Forum]EVENT. The treaty binds.",
        "Lima Treaty",
        ["Lima Treaty", "The treaty"],
    ),
    # pronouns
    ("[Ana Paz]PERSON came. She spoke.", "Ana Paz", ["Ana Paz", "She"]),
    ("Mrs [Ana Paz]PERSON met Mr [Luis Gil]PERSON. She spoke. He left.", "Ana Paz", ["Ana Paz", "She"]),
    ("Mrs [Ana Paz]PERSON met Mr [Luis Gil]PERSON. She spoke. He left.", "Luis Gil", ["Luis Gil", "He"]),
    ("It rained. He left.", "Ana Paz", []),
]


@pytest.mark.parametrize(("marked", "name", "mentions"), OWN)
def test_reference_goes_to_what_was_named(marked, name, mentions):
    assert mentions_of(marked, name) == mentions


def test_pronoun_prefers_the_subject():
    marked = "[Ana Paz]PERSON met [Luis Gil]PERSON. He spoke."
    assert mentions_of(marked, "Ana Paz", arcs={"Paz": ("nsubj", "met")}) == ["Ana Paz", "He"]
