"""People with their offices, countries and bodies: (marked text, name, role, country, organisation)."""

import pytest
from marked import entities_of, mentions_of

OFFICES = [
    # the country beside a name
    ("{Presidents} [Ana Paz]PERSON (Peru) and [Luis Gil]PERSON (Chile) came.", "Luis Gil", "President", "CHL", None),
    ("My Peruvian counterpart, {Minister} [Ana Paz]PERSON, came.", "Ana Paz", "Minister", "PER", None),
    # what a minister is over is no body
    (
        "{Minister of Transport and [Light Rail]ORG} [Ana Paz]PERSON of Peru spoke.",
        "Ana Paz",
        "Minister of Transport and Light Rail",
        "PER",
        None,
    ),
    ("[Ana Paz]PERSON, M.P., {Minister of Trade of Peru}, spoke.", "Ana Paz", "Minister of Trade", "PER", None),
    # two names that nothing parts
    ("{President of Peru} Mrs. [Ana]PERSON [Paz Soto]PERSON spoke.", "Ana Paz Soto", "President", "PER", None),
    (
        "{Kazakh Deputy Prime Minister} [Serik Zhumangarin]PERSON came.",
        "Serik Zhumangarin",
        "Deputy Prime Minister",
        "KAZ",
        None,
    ),
    (
        "[Serik Zhumangarin]PERSON, the {Deputy Prime Minister of Kazakhstan}, came.",
        "Serik Zhumangarin",
        "Deputy Prime Minister",
        "KAZ",
        None,
    ),
    ("{President} [Sauli Niinistö]PERSON of Finland came.", "Sauli Niinistö", "President", "FIN", None),
    ("Norway's {trade minister} [Ola Berg]PERSON came.", "Ola Berg", "trade minister", "NOR", None),
    ("{Prime Minister of Oman}, H.E. Dr. [Said Harib]PERSON, came.", "Said Harib", "Prime Minister", "OMN", None),
    (
        "{Chairman of [Nordic Rail AB]ORG} [Eva Lund]PERSON came.",
        "Eva Lund",
        "Chairman of Nordic Rail AB",
        None,
        "Nordic Rail AB",
    ),
    (
        "{Head} of the Finnish [Food Agency]ORG, [Eva Lund]PERSON, came.",
        "Eva Lund",
        "Head of the Finnish Food Agency",
        "FIN",
        "Food Agency",
    ),
    ("{Ukrainian ambassador to Ireland} [Olha Koval]PERSON came.", "Olha Koval", "ambassador to Ireland", "UKR", None),
    (
        "{Secretary of the [Xinjiang Uygur Autonomous Region]GPE} (XUAR) [Communist Party]ORG [Ma Xingrui]PERSON came.",
        "Ma Xingrui",
        "Secretary of the Xinjiang Uygur Autonomous Region (XUAR) Communist Party",
        "CHN",
        "Communist Party",
    ),
    (
        "{Taoiseach} ({Irish prime minister}) [Aidan Burke]PERSON came with {Omani Emir} [Said Harib]PERSON.",
        "Aidan Burke",
        "Taoiseach",
        "IRL",
        None,
    ),
    (
        "The {Prime Minister of Peru}, the Rt Hon [Ana Paz]PERSON, came.",
        "Ana Paz",
        "Prime Minister",
        "PER",
        None,
    ),
    ("They met the {President of Peru}. [Ola Berg]PERSON was away.", "Ola Berg", None, None, None),
    ("Foreign {ministers} [Ana Paz]PERSON and [Ola Berg]PERSON met.", "Ola Berg", "minister", None, None),
    ("Mr [Chua]PERSON of the bank came.", "Chua", None, None, None),
    (
        "{President} [Ana Paz]PERSON met {Emir of Oman} [Said Harib]PERSON. Omani-Peruvian ties please Iraq. Iraq won.",
        "Ana Paz",
        "President",
        "PER",
        None,
    ),
    ("{Vice Premier} [He Lifeng]PERSON came.", "He Lifeng", "Vice Premier", None, None),
    ("{Minister} HE [Ali Nasser]PERSON came.", "Ali Nasser", "Minister", None, None),
    ("YB Dato' [Sri Hamzah Zulkarnain]PERSON came.", "Hamzah Zulkarnain", None, None, None),
    ("[YAB Tan Sri Rosmah Latiff]PERSON came.", "Rosmah Latiff", None, None, None),
    ("[Puan Sri Noraini Yusof]PERSON came.", "Noraini Yusof", None, None, None),
    ("[Ibu Sri Wahyuni Kartika]PERSON came.", "Sri Wahyuni Kartika", None, None, None),
    ("[Alhaji Musa Danladi]PERSON came.", "Musa Danladi", None, None, None),
    ("[Lok Chumteav Chea Sopheap]PERSON came.", "Chea Sopheap", None, None, None),
    ("[Rt. Hon. Dame Helen Carmody]PERSON came.", "Helen Carmody", None, None, None),
    ("[Lt. Gen. Asif Mehmood]PERSON came.", "Asif Mehmood", None, None, None),
    ("[Gen Mori]PERSON came.", "Gen Mori", None, None, None),
    ("{Minister} Prince [Sultan bin Nayef]PERSON came.", "Sultan bin Nayef", "Minister Prince", None, None),
    (
        "[Mohammed bin Hamad bin Qassim Al Thawadi]PERSON came.",
        "Mohammed bin Hamad bin Qassim Al Thawadi",
        None,
        None,
        None,
    ),
    ("[Oknha]ORG [Chhay]PERSON came.", "Chhay", None, None, None),
    ("YB {Minister} [Aziz Rahim]PERSON came.", "Aziz Rahim", "Minister", None, None),
    ("{YB Minister} [Aziz Rahim]PERSON came.", "Aziz Rahim", "Minister", None, None),
    ("{Director} and {Inspector} [Gong Dao'an]PERSON came.", "Gong Dao'an", "Director", None, None),
    (
        "The {Founding President} and {leader of the movement}, [Petrus Nghidinwa]PERSON, came.",
        "Petrus Nghidinwa",
        "Founding President",
        None,
        None,
    ),
    (
        "The {Prime Minister} and leader of the [Labour Party]ORG, [Peter Brown]PERSON, came.",
        "Peter Brown",
        "Prime Minister",
        None,
        "Labour Party",
    ),
    ("The {President} and {Prime Minister} [Aziz Rahim]PERSON came.", "Aziz Rahim", "Prime Minister", None, None),
    ("They met [Hun Sok.]PERSON", "Hun Sok", None, None, None),
    ("[Sultan Haitham]PERSON came.", "Haitham", "Sultan", None, None),
    ("[Tan Sri Aziz Rahim]PERSON came.", "Aziz Rahim", None, None, None),
    ("{Prime Minister} Tun Dr [Aziz Rahim]PERSON came.", "Aziz Rahim", "Prime Minister", None, None),
    ("[Sri Wahyuni Hartono]PERSON came.", "Sri Wahyuni Hartono", None, None, None),
    ("{Attorney General}, [Dr Tun Aye]PERSON came.", "Tun Aye", "Attorney General", None, None),
    ("{Minister} [Edna Tong SC]PERSON came.", "Edna Tong", "Minister", None, None),
    ("[SMS Rajan]ORG came. [Indira Rajan]PERSON came.", "Indira Rajan", "SMS", None, None),
    ("{SPS} [Rahman]PERSON spoke.", "Rahman", "SPS", None, None),
    (
        "{Omani Foreign Minister} [Said Harib]PERSON and {Trade Minister} [Ali Nasser]PERSON came.",
        "Ali Nasser",
        "Trade Minister",
        "OMN",
        None,
    ),
    (
        "{President} [Ana Paz]PERSON and {Prime Minister} [Luis Gil]PERSON of Peru came.",
        "Ana Paz",
        "President",
        "PER",
        None,
    ),
    (
        "{French Foreign Minister} [Luc Petit]PERSON saw his {Turkish counterpart} [Ali Demir]PERSON.",
        "Ali Demir",
        "Foreign Minister",
        "TUR",
        None,
    ),
]

SAME = [
    ("[Ma Xingrui]PERSON spoke. [Ma]PERSON left.", "Ma Xingrui", ["Ma Xingrui", "Ma"]),
    (
        "[Zhumangarin]PERSON spoke. [Serik Zhumangarin]PERSON left.",
        "Serik Zhumangarin",
        ["Zhumangarin", "Serik Zhumangarin"],
    ),
    ("[Salva Kiir Mayardit]PERSON spoke. [Kiir]PERSON left.", "Salva Kiir Mayardit", ["Salva Kiir Mayardit", "Kiir"]),
    (
        "[Abdel Fattah al-Sisi]PERSON spoke. [Al-Sisi]PERSON left.",
        "Abdel Fattah al-Sisi",
        ["Abdel Fattah al-Sisi", "Al-Sisi"],
    ),
    (
        "[Mohammed bin Salman]PERSON spoke. [bin Salman]PERSON left.",
        "Mohammed bin Salman",
        ["Mohammed bin Salman", "bin Salman"],
    ),
    (
        "[Volodymyr Zelenskyy]PERSON spoke. [Zelensky]PERSON left.",
        "Volodymyr Zelenskyy",
        ["Volodymyr Zelenskyy", "Zelensky"],
    ),
    (
        "[Ivan Ivanovich Petrov]PERSON spoke. [Ivan Petrov]PERSON left.",
        "Ivan Ivanovich Petrov",
        ["Ivan Ivanovich Petrov", "Ivan Petrov"],
    ),
    ("[S. Raman]PERSON spoke. [Suresh Raman]PERSON left.", "Suresh Raman", ["S. Raman", "Suresh Raman"]),
    ("[Ana Paz]PERSON spoke. [Ana Paz Paz Ana]PERSON left.", "Ana Paz", ["Ana Paz", "Ana Paz Paz Ana"]),
    (
        "[Luis Paz]PERSON came with Mrs [Ana Paz]PERSON. Mr [Paz]PERSON left.",
        "Luis Paz",
        ["Luis Paz", "Paz"],
    ),
    ("[Ana Paz]PERSON spoke. [Luis Paz]PERSON left.", "Ana Paz", ["Ana Paz"]),  # two people of one surname
]


@pytest.mark.parametrize(("marked", "name", "role", "country", "organization"), OFFICES)
def test_office_country_and_body(marked, name, role, country, organization):
    entities, _ = entities_of(marked)
    person = next(entity for entity in entities if entity.name == name)
    assert (person.kind, person.role, person.country, person.organization) == ("person", role, country, organization)


def test_role_span_is_the_whole_office_phrase():
    entities, text = entities_of("{Kazakh Deputy Prime Minister} [Serik Zhumangarin]PERSON came.")
    person = next(entity for entity in entities if entity.kind == "person")
    assert person.role_span is not None
    assert text[slice(*person.role_span)] == "Kazakh Deputy Prime Minister"


@pytest.mark.parametrize(("marked", "name", "mentions"), SAME)
def test_names_of_one_person(marked, name, mentions):
    assert mentions_of(marked, name) == mentions


def test_an_office_held_in_turn_keeps_two_people_apart():
    entities, _ = entities_of(
        "{President of Peru} [Ana Paz]PERSON left office. {President of Peru} [Luis Gil]PERSON took it."
    )
    assert [entity.name for entity in entities if entity.kind == "person"] == ["Ana Paz", "Luis Gil"]


def test_own_leader_without_office_speaks_for_the_country_told_of_most():
    entities, _ = entities_of(
        "[Vera Orlova]PERSON met {President of Iran} [Ali Rahimi]PERSON. Russia and Iran trade. Russian firms sell.",
        arcs={"Orlova": ("nsubj", "met")},
    )
    assert {entity.name: entity.country for entity in entities if entity.kind == "person"} == {
        "Vera Orlova": "RUS",
        "Ali Rahimi": "IRN",
    }
