"""Whose country an official acts for whose office is told without one: (text, {name: country})."""

import pytest

from bilateral_extract.language import load
from bilateral_extract.mentions.entities import find_entities
from bilateral_extract.models import Article
from bilateral_extract.reading.reader import read

NLP = load()

OWN = [
    # guests are of no country that they go to, hosts of the one that the story has come to
    (
        "Deputy National Security Advisor Carla Whitfield went to Lima, Quito and Bogotá from 3 to 8 May. "
        "In Quito, she met with President Mateo Andrade.\n\nIn Bogotá, she had a working lunch with "
        "Finance Minister Lucía Rojas. She thanked Colombia for its help. The United States and Peru trade.",
        {"Carla Whitfield": "USA", "Mateo Andrade": "ECU", "Lucía Rojas": "COL"},
    ),
    (
        "Trade Minister Rohan Mehta is on a tour that will take him to Oman, Jordan and Egypt. "
        "Indian firms sell little there. In Muscat he will call on Minister of Commerce Salim Harthi.",
        {"Rohan Mehta": "IND", "Salim Harthi": "OMN"},
    ),
    (
        "Premier Ana Paz of Peru will continue on to Nairobi, where she is to see Foreign Minister Grace Wanjiru.",
        {"Grace Wanjiru": "KEN"},
    ),
    # what is talked of is no scene
    (
        "President Ana Paz of Peru was received by Foreign Minister Luis Gil to discuss the situation in Yemen. "
        "Chile and Peru signed a treaty. Chile thanked Peru.",
        {"Luis Gil": "CHL"},
    ),
    # who meet are of two countries, and so are those who act together
    (
        "Latvia and Oman held consultations in Riga. They were co-chaired by State Secretary Andris Kalnins and "
        "Secretary General Salim Harthi. Latvia thanked Oman for its help to Latvia.",
        {"Andris Kalnins": "LVA", "Salim Harthi": "OMN"},
    ),
    # members of a delegation
    (
        "The Angolan delegation includes Foreign Minister João Mendes and Trade Minister Ana Costa. "
        "They came to Tanzania.",
        {"João Mendes": "AGO", "Ana Costa": "AGO"},
    ),
    ("An Omani trade mission headed by Salim Harthi has come to Peru.", {"Salim Harthi": "OMN"}),
    ("President Ana Paz of Peru, accompanied by Trade Minister Luis Gil, flew to Oman.", {"Luis Gil": "PER"}),
    (
        "Minister of Energy Carla Whitfield went to Oman and Jordan. On Friday she returned to Ottawa. Oman has oil.",
        {"Carla Whitfield": "CAN"},
    ),
    # people of two sides, and countries and people listed in one order
    (
        "On the Angolan side, Foreign Minister João Mendes and Governor Ana Costa took part in the talks in Lima. "
        "The Peruvian side was represented by Foreign Minister Luis Gil. Peru and Peru's neighbours sell fish.",
        {"João Mendes": "AGO", "Ana Costa": "AGO", "Luis Gil": "PER"},
    ),
    ("The presidents of Peru and Angola, Luis Gil and João Mendes, met.", {"Luis Gil": "PER", "João Mendes": "AGO"}),
    ("The Peruvian and Angolan presidents Luis Gil and João Mendes met.", {"Luis Gil": "PER", "João Mendes": "AGO"}),
    ("Luis Gil and João Mendes, presidents of Peru and Angola, met.", {"Luis Gil": "PER", "João Mendes": "AGO"}),
    # offices that one country has, royals, ministers
    ("Assistant Secretary of State Carla Whitfield spoke in Oman. Oman is a friend.", {"Carla Whitfield": "USA"}),
    (
        "Jordan and Iraq are neighbours. Iraq has oil. Iraq and Jordan trade. Prince Hamza spoke.",
        {"Hamza": "JOR"},
    ),
]


@pytest.mark.parametrize(("text", "countries"), OWN)
def test_officials_act_for(text, countries):
    reading = read(Article(text=text))
    known = {entity.name: entity.country for entity in find_entities(NLP(reading.clean), reading)}
    assert {name: known.get(name) for name in countries} == countries
