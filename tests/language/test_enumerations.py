"""Enumerations: own sentences and the items of the list that a word opens."""

import pytest

from bilateral_extract.language import load
from bilateral_extract.language.enumerations import list_items

# What two people discussed -> its items.
LISTS = [
    (
        "the strengthening of trade ties, halal products, energy security, and the establishment of a council",
        [
            "the strengthening of trade ties",
            "halal products",
            "energy security",
            "the establishment of a council",
        ],
    ),
    (
        "the implementation of the agreements reached in Rome, the current developments in the Middle East, and energy",
        [
            "the implementation of the agreements reached in Rome",
            "the current developments in the Middle East",
            "energy",
        ],
    ),
    (
        "Chile's relations with the European Union and NATO, the situation in the Andes and the fisheries in Arica",
        [
            "Chile's relations with the European Union and NATO",
            "the situation in the Andes",
            "the fisheries in Arica",
        ],
    ),
    (
        "preparations for a summit in Lima, the formation of a joint commission, and bilateral trade relations",
        ["preparations for a summit in Lima", "the formation of a joint commission", "bilateral trade relations"],
    ),
    ("exports of copper and imports of wheat", ["exports of copper", "imports of wheat"]),
    (
        "setting up a joint bank and the development of industrial projects",
        ["setting up a joint bank", "the development of industrial projects"],
    ),
    ("cooperation in trade, energy and transport", ["cooperation in trade, energy and transport"]),
    ("relations with Peru, Bolivia and Chile", ["relations with Peru, Bolivia and Chile"]),
    ("visas for students and pilots", ["visas for students and pilots"]),
    ("the development of trade and of tourism", ["the development of trade and of tourism"]),
    (
        "the war in Libya, relations with China and Russia, and the future of the alliance",
        ["the war in Libya", "relations with China and Russia", "the future of the alliance"],
    ),
]


@pytest.mark.parametrize(("phrase", "items"), LISTS)
def test_items_of_a_list(phrase: str, items: list[str]) -> None:
    doc = load()(f"They discussed {phrase}.")
    head = next(t for t in doc if t.i > 1 and t.head == doc[1] and t.pos_ in ("NOUN", "VERB"))
    assert [doc[first:last].text for _, first, last in list_items(head)] == items
