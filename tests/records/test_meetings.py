"""Meetings from end to end: own sentences and the participants and topics that a careful reader writes down."""

from datetime import date

import pytest

from bilateral_extract import extract

MET = "President Ana Paz of Peru met with President Jon Sato of Palau in Lima. "
BOTH = ["Ana Paz", "Jon Sato"]

# What follows a meeting told -> who else took part in it; no second meeting comes of it.
JOINED = [
    ("Also present at the meeting were Rosa Lee and Luis Gil.", ["Luis Gil", "Rosa Lee"]),
    ("Present at the talks were Ambassador Rosa Lee and Luis Gil.", ["Luis Gil", "Rosa Lee"]),
    ("In attendance were Foreign Minister Rosa Lee and Ambassador Luis Gil.", ["Luis Gil", "Rosa Lee"]),
    ("Ambassador Luis Gil was also in attendance.", ["Luis Gil"]),
    ("Also at the meeting were Foreign Minister Rosa Lee and Ambassador Luis Gil.", ["Luis Gil", "Rosa Lee"]),
    (
        "Taking part on the Peruvian side were Foreign Minister Rosa Lee and Ambassador Luis Gil.",
        ["Luis Gil", "Rosa Lee"],
    ),
    (
        "Taking part in the talks on the Peruvian side were Foreign Minister Rosa Lee and Ambassador Luis Gil.",
        ["Luis Gil", "Rosa Lee"],
    ),
    ("On the Peruvian side, Foreign Minister Rosa Lee and Ambassador Luis Gil took part.", ["Luis Gil", "Rosa Lee"]),
    ("From the Peruvian side, Foreign Minister Rosa Lee and Ambassador Luis Gil attended.", ["Luis Gil", "Rosa Lee"]),
    ("The Peruvian side was represented by Foreign Minister Rosa Lee.", ["Rosa Lee"]),
    ("Foreign Minister Rosa Lee sat in on the talks.", ["Rosa Lee"]),
    ("The talks were held with the participation of Foreign Minister Rosa Lee.", ["Rosa Lee"]),
    ("The talks then continued with the participation of Foreign Minister Rosa Lee.", ["Rosa Lee"]),
    ("The fair opened on Friday. Foreign Minister Rosa Lee also attended.", []),
    ("Foreign Minister Rosa Lee was present at the opening of the fair.", []),
]

# What follows a meeting told -> the topics that it adds; no second meeting comes of it.
CONTINUED = [
    ("Ana Paz also addressed a conference on fish.", []),
    ("Climate change was talked about.", ["Climate change"]),
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
    ("The sides spoke of the fight against drugs.", ["fight against drugs"]),
    (
        "The two presidents exchanged views on the state of relations, work within the Pacific Alliance, preparations "
        "for the summit, as well as regional security.",
        [
            "state of relations",
            "work within the Pacific Alliance",
            "preparations for the summit",
            "regional security",
        ],
    ),
    ("They exchanged views on how to protect reefs.", ["how to protect reefs"]),
    (
        "They focused on enhancing trade relations and expediting development projects.",
        ["enhancing trade relations", "expediting development projects"],
    ),
    ("Among the issues discussed were fish quotas and visas.", ["fish quotas", "visas"]),
    ("The items on the agenda were said to be fish quotas and visas.", ["fish quotas", "visas"]),
    (
        "Issues of cooperation in energy, transport and education were discussed.",
        ["cooperation in energy, transport and education"],
    ),
    ("A tax treaty and fish quotas were on the table.", ["tax treaty", "fish quotas"]),
    ("The main topics were port fees and a visa waiver.", ["port fees", "visa waiver"]),
    ("Ana Paz informed Jon Sato about the floods in Loreto.", ["floods in Loreto"]),
    ("Ana Paz briefed him on the reform of the courts.", ["reform of the courts"]),
    ("Ana Paz expressed interest in solar power and the hope that ties would grow.", ["solar power"]),
    ("They noted the growth of trade.", ["growth of trade"]),
    ("Ana Paz requested support for the bid of Lima.", ["support for the bid of Lima"]),
    ("Ana Paz drew attention to the plight of fishermen.", ["plight of fishermen"]),
    ("The two presidents shared their views on transit.", ["transit"]),
    ("The two presidents talked of the fish quotas.", ["fish quotas"]),
    (
        "The sides agreed to open a consulate and to launch flights.",
        ["open a consulate", "launch flights"],
    ),
    (
        "They discussed the situation in Haiti and Peru's bid for a seat on the council.",
        ["situation in Haiti", "Peru's bid for a seat on the council"],
    ),
    (
        "The two leaders discussed a wide range of problems, in particular, the fight against piracy, food security, "
        "and the debt problem.",
        ["fight against piracy", "food security", "debt problem"],
    ),
    ("Ana Paz asked for help with floods.", ["help with floods"]),
    ("They spoke of coral, of the Common Fund, and of the war.", ["coral", "Common Fund", "war"]),
]
# Sentence -> participants of its one meeting.
SIDES = [
    (  # another page on the talks that this article is about
        "President Ana Paz of Peru and President Jon Sato of Palau said that they favoured more flights.\n\n"
        "See also\nStatement following talks between Ana Paz and Jon Sato",
        ["Ana Paz", "Jon Sato"],
    ),
    # who else took part
    (
        "President Ana Paz of Peru met with a delegation of Palau led by President Jon Sato. They were joined by "
        "Special Envoy Rosa Lee.",
        ["Ana Paz", "Jon Sato", "Rosa Lee"],
    ),
    (
        f"{MET}The Peruvian side at the meeting was represented by Trade Minister Rosa Lee and Ambassador Luis Gil.",
        ["Ana Paz", "Jon Sato", "Luis Gil", "Rosa Lee"],
    ),
    ("President Ana Paz of Peru was received in Koror by the Governor General.", ["Ana Paz", "Governor General"]),
    (
        "President Ana Paz of Peru spoke by phone with Palauan President Jon Sato on Monday and urged him to respect "
        "the Lima Convention.",
        BOTH,
    ),
    ("After their talks, President Ana Paz of Peru and President Jon Sato of Palau spoke to the press.", BOTH),
    ("The talks were held in Lima. Ana Paz of Peru and Jon Sato of Palau then signed a protocol.", BOTH),
    ("The ministers of Peru, Chile and Palau met on Monday.", ["Chile", "Palau", "Peru"]),
    ("Peruvian and Chilean officials met on Monday.", ["Chile", "Peru"]),
    ("Peruvian President Ana Paz met later in the day with Palau's President Jon Sato.", BOTH),
    ("Peru's envoy Ana Paz paid a courtesy call on President Jon Sato of Palau.", BOTH),
    ("A Peruvian delegation under Ana Paz met President Jon Sato of Palau.", BOTH),
    ("Peru's minister Ana Paz managed to see President Jon Sato of Palau, who promised loans.", BOTH),
    ("Peru will build a port, Ana Paz of Peru said on Monday after a meeting with Jon Sato of Palau.", BOTH),
    ("Peru sent its minister, Ana Paz, to Koror for talks with President Jon Sato of Palau.", BOTH),
    ("The port was agreed by Ana Paz of Peru and Jon Sato of Palau during a telephone conversation.", BOTH),
    ("Ana Paz of Peru made the remarks in a meeting with Jon Sato, head of the central bank of Palau.", BOTH),
    (
        "President Ana Paz of Peru stressed the importance of bringing tractors to Chile during a meeting with Palau's "
        "foreign minister, Jon Sato, on Friday.",
        BOTH,
    ),
    ("After bilateral talks in Lima on Monday, Peru will sell fish to Palau. Palau pays Peru.", ["Palau", "Peru"]),
    (
        "Consultations between the two took place in Lima on Monday. Peru sells fish to Palau, and Palau pays Peru.",
        ["Palau", "Peru"],
    ),
    ("Leaders of the Andean Community met in Peru last week.", ["Andean Community"]),
    ("Ana Paz of Peru and Jon Sato of Palau sat down for talks in Lima.", BOTH),
    ("Prime Minister Ana Paz of Peru met, in Koror, the president of Palau, Jon Sato.", BOTH),
    ("Negotiators for Peru and Palau completed a round of talks in Lima.", ["Palau", "Peru"]),
    ("Receiving President Jon Sato of Palau, President Ana Paz of Peru spoke of fish quotas.", BOTH),
    ("President Ana Paz of Peru arrived on Monday. With President Jon Sato of Palau, she spoke of fish quotas.", BOTH),
    (
        "President Ana Paz of Peru met President Jon Sato of Palau. Foreign Minister Kari Berg was present as well.",
        ["Ana Paz", "Jon Sato", "Kari Berg"],
    ),
    (
        "Ana Paz of Peru met Jon Sato of Palau. The meeting was also attended by Ambassador Kari Berg and Luis Soto.",
        ["Ana Paz", "Jon Sato", "Kari Berg", "Luis Soto"],
    ),
    # who acted for each side is told behind
    (
        "Talks between Peru and Palau were held in Lima. Taking part in the talks on the Peruvian side were Minister "
        "Ana Paz and Governor Luis Soto; on Palau's side, Minister Jon Sato.",
        ["Ana Paz", "Jon Sato", "Luis Soto"],
    ),
    (
        "Talks between Peru and Palau were held in Lima. Also present at the talks were Peru's Minister Ana Paz and "
        "Palau's Minister Jon Sato.",
        BOTH,
    ),
    (
        "Talks between Peru and Palau were held in Lima. Participants in the talks included Peru's Minister Ana Paz "
        "and Palau's Minister Jon Sato.",
        BOTH,
    ),
    (
        "Talks between Norway and Palau were held in Lima. The Norwegian side was represented by Minister Kari Berg "
        "and State Secretary Ola Lie. On the Palauan side, Minister Jon Sato took part.",
        ["Jon Sato", "Kari Berg", "Ola Lie"],
    ),
    ("The heads of state of Peru, Palau and Norway met in Lima.", ["Norway", "Palau", "Peru"]),
    (
        "The Secretary-General of ASEAN, Jon Sato, was received by the Vice-President of Peru.",
        ["Jon Sato", "Vice-President of Peru"],
    ),
    ("Minister Ana Paz of Peru spoke today with the Secretary-General of the United Nations, Jon Sato.", BOTH),
    ("Ana Paz of Peru called on the Governor-General, Sir Jon Sato.", BOTH),
    ("President Ana Paz of Peru will meet the Governor-General of Palau.", ["Ana Paz", "Governor-General of Palau"]),
    # an address leads no phrase and is no part of a name; who holds an office is not who is met
    ("President Jon Sato held talks with His Majesty the King of Norway.", ["Jon Sato", "King of Norway"]),
    ("Ana Paz of Peru was in Palau. She met with H.E. the Vice President.", ["Ana Paz", "Vice President"]),
    (
        "The Hon. Speaker of Parliament of Palau called on Premier Ana Paz.",
        ["Ana Paz", "Speaker of Parliament of Palau"],
    ),
    ("President Ana Paz of Peru held talks with the President in Koror.", ["Ana Paz", "President"]),
    # several offices and their holders, each list in the order of the other
    ("The leaders of Peru, Palau and Norway, Ana Paz, Jon Sato and Kari Berg, met in Lima.", [*BOTH, "Kari Berg"]),
    (
        "Ana Paz of Peru met Jon Sato of Palau in the presence of Ambassador Kari Berg.",
        ["Ana Paz", "Jon Sato", "Kari Berg"],
    ),
    ("A Peruvian delegation led by Ana Paz came to Koror on Monday. The delegation met Jon Sato of Palau.", BOTH),
    ("President Ana Paz of Peru and President Jon Sato of Palau spoke by telephone.", BOTH),
    ("President Ana Paz of Peru was in Lima. Jon Sato of Palau was there too. The two met on Monday.", BOTH),
    ("President Ana Paz of Peru confirmed having met President Jon Sato of Palau.", BOTH),
    ("Ana Paz of Peru and Jon Sato of Palau had a tête-à-tête in Koror.", BOTH),
    ("President Ana Paz of Peru will have a pull-aside with President Jon Sato of Palau on Monday.", BOTH),
    ("President Ana Paz of Peru and President Jon Sato of Palau held a sit-down in Koror.", BOTH),
    ("Ana Paz of Peru had a chat with Jon Sato of Palau about fish.", BOTH),
    ("Ana Paz of Peru chatted with Jon Sato of Palau over coffee.", BOTH),
    ("Ana Paz of Peru conversed with Jon Sato of Palau by telephone.", BOTH),
    ("Minister Ana Paz of Peru raised the matter of the ships with Minister Jon Sato of Palau in Koror.", BOTH),
    ("Minister Ana Paz of Peru took up the question of visas with Minister Jon Sato of Palau.", BOTH),
    ("Minister Ana Paz of Peru briefed Minister Jon Sato of Palau on the truce.", BOTH),
    ("Minister Ana Paz of Peru told Minister Jon Sato of Palau in Koror on Monday that she would help.", BOTH),
    ("Ana Paz of Peru was entertained to lunch by Jon Sato of Palau.", BOTH),
    ("Ana Paz of Peru gave a dinner in honour of Jon Sato of Palau.", BOTH),
    ("Ana Paz of Peru took tea with Jon Sato of Palau.", BOTH),
    ("Ana Paz of Peru joined President Jon Sato of Palau for lunch.", BOTH),
    ("Ana Paz of Peru was briefed by the foreign minister of Palau, Jon Sato, on the floods.", BOTH),
    ("Minister Ana Paz of Peru was told by Minister Jon Sato of Palau on Monday that the port was open.", BOTH),
    ("Minister Ana Paz of Peru attended a dinner hosted by Minister Jon Sato of Palau.", BOTH),
    ("Ana Paz of Peru compared notes with President Jon Sato of Palau on the floods.", BOTH),
    ("Ana Paz of Peru sounded out her counterpart from Palau, Jon Sato, on a new port.", BOTH),
    (
        "Premier Ana Paz of Peru will visit Palau from 2 June at the invitation of President Jon Sato. The two leaders "
        "will discuss fish.",
        BOTH,
    ),
]

# Sentence -> the countries of its last meeting.
COUNTRIES = [
    (
        "Advisor Ana Paz went to Peru, Chile and Palau for the United States. In Lima, she met President Luis Soto of "
        "Peru. In Santiago, she saw President Kari Berg of Chile. In Koror, she was received by "
        "Finance Minister Jon Sato.",
        ["PLW", "USA"],
    ),
    ("Minister Ana Paz of Peru met the UN Under-Secretary-General for Peace, Jon Sato, in Geneva.", ["PER"]),
]

# Sentence -> the participants of each of its meetings.
PARTED = [
    (  # calls are paid on one after the other
        "Ana Paz of Peru called on the President, the Minister of Trade and the Leader of the Opposition of Palau.",
        [["Ana Paz", "President"], ["Ana Paz", "Minister of Trade"], ["Ana Paz", "Leader of the Opposition of Palau"]],
    ),
    (
        "Ana Paz of Peru will hold talks with Palau's minister, Jon Sato, and with Norway's Premier Kari Berg.",
        [["Ana Paz", "Jon Sato"], ["Ana Paz", "Kari Berg"]],
    ),
    (
        "In Lima, Ana Paz of Peru met President Jon Sato of Palau, and later Kari Berg of Norway.",
        [BOTH, ["Ana Paz", "Kari Berg"]],
    ),
    (
        "Ana Paz of Peru had separate meetings with President Jon Sato of Palau and Kari Berg of Norway.",
        [BOTH, ["Ana Paz", "Kari Berg"]],
    ),
    (
        "Ana Paz of Peru met separately with President Jon Sato of Palau and Kari Berg of Norway.",
        [BOTH, ["Ana Paz", "Kari Berg"]],
    ),
    (
        "Ana Paz of Peru will have meetings with President Jon Sato of Palau and Kari Berg of Norway.",
        [BOTH, ["Ana Paz", "Kari Berg"]],
    ),
    (
        "Ana Paz of Peru held talks with President Jon Sato of Palau and Kari Berg of Norway.",
        [["Ana Paz", "Jon Sato", "Kari Berg"]],
    ),
    (
        "In Lima, Ana Paz of Peru held talks with President Jon Sato of Palau, then with Premier Kari Berg.",
        [BOTH, ["Ana Paz", "Kari Berg"]],
    ),
    (
        "Peru's minister Ana Paz held talks with Palau's Jon Sato in the morning and with Norway's Kari Berg in the "
        "afternoon.",
        [BOTH, ["Ana Paz", "Kari Berg"]],
    ),
    (
        "Ana Paz of Peru was received by President Jon Sato of Palau and by President Kari Berg of Norway.",
        [BOTH, ["Ana Paz", "Kari Berg"]],
    ),
    (
        "Ana Paz of Peru met in turn with President Jon Sato of Palau and Kari Berg of Norway.",
        [BOTH, ["Ana Paz", "Kari Berg"]],
    ),
    (
        "Ana Paz of Peru met bilaterally with President Jon Sato of Palau and Kari Berg of Norway.",
        [BOTH, ["Ana Paz", "Kari Berg"]],
    ),
    (
        "On the sidelines of a forum in Lima, Ana Paz of Peru met Jon Sato of Palau and Kari Berg of Norway.",
        [BOTH, ["Ana Paz", "Kari Berg"]],
    ),
    (
        "Peru's minister Ana Paz telephoned President Jon Sato of Palau and Kari Berg of Norway on Monday.",
        [BOTH, ["Ana Paz", "Kari Berg"]],
    ),
    (
        "Peru's Minister Ana Paz met separately with Minister of Industry Jon Sato and Chairman of the Koror People's "
        "Committee Kari Berg.",
        [BOTH, ["Ana Paz", "Kari Berg"]],
    ),
    (
        "Ana Paz of Peru saw Jon Sato of Palau on 27 February and Kari Berg of Norway on 11 March.",
        [BOTH, ["Ana Paz", "Kari Berg"]],
    ),
    (
        "Peru and Palau held the second round of trade talks in Lima in January. The third round took place in Koror "
        "in April. A fourth round is foreseen for the end of August.",
        [["Palau", "Peru"], ["Palau", "Peru"], ["Palau", "Peru"]],
    ),
    (
        "Ana Paz of Peru held talks with Jon Sato of Palau in Lima on 3 May. The next round of consultations between "
        "the two ministries will take place in Koror in September.",
        [BOTH, BOTH],
    ),
    (
        "Ana Paz of Peru, Jon Sato of Palau and Kari Berg of Norway held talks in Lima. On the margins, Ms Paz and "
        "Mr Sato met for an hour.",
        [["Ana Paz", "Jon Sato", "Kari Berg"], BOTH],
    ),
    (
        "Peru and Palau have been negotiating a tax treaty since 2020. The third round took place in Koror from 10 to "
        "13 April. The next round is planned for June in Lima.",
        [["Palau", "Peru"], ["Palau", "Peru"]],
    ),
    ("Ana Paz of Peru met Jon Sato of Palau in Lima on Monday. She will receive him in Cusco in June.", [BOTH, BOTH]),
    (
        "President Ana Paz of Peru met President Jon Sato of Palau. Ministers Luis Gil and Rosa Lee also attended. In "
        "the afternoon, Luis Gil and Rosa Lee held talks.",
        [["Ana Paz", "Jon Sato", "Luis Gil", "Rosa Lee"], ["Luis Gil", "Rosa Lee"]],
    ),
]

# Sentence -> the topics of its one meeting.
TOPICS = [
    (
        "President Ana Paz of Peru will go to Palau tomorrow for talks with Koror's Department of Fisheries on a "
        "weekly ferry to Yap.",
        ["weekly ferry to Yap"],
    ),
    (
        "Ana Paz of Peru will discuss improving the security of ports with President Jon Sato of Palau.",
        ["improving the security of ports"],
    ),
    ("Ana Paz of Peru had a working session with her counterpart from Palau on electric buses.", ["electric buses"]),
    ("Ana Paz of Peru held talks with officials from Palau on the fish quotas.", ["fish quotas"]),
    ("Ana Paz of Peru talked with Jon Sato of Palau about the floods and visas.", ["floods", "visas"]),
    ("Ana Paz of Peru met Jon Sato of Palau in an effort to end the war.", ["end the war"]),
    ("Ana Paz of Peru met Jon Sato of Palau with a view to reaching a truce.", ["reaching a truce"]),
    (
        "Ana Paz of Peru and Jon Sato of Palau talked about fish over lunch.",
        ["fish"],
    ),
    (
        "The presidents discussed fish quotas. Ana Paz of Peru and President Jon Sato of Palau also had lunch.",
        ["fish quotas"],
    ),
]

# What is no meeting.
NONE = [
    "President Ana Paz of Peru was seen off at the airport by Vice-President Jon Sato.",
    "President Ana Paz of Peru is hosting leaders from nine Pacific countries in Lima for the annual Ocean Summit.",
    "Did President Ana Paz of Peru meet President Jon Sato of Palau in Lima?",
    "The port of Lima was opened on Friday.\n\nRelated stories\nPresident Ana Paz of Peru meets Jon Sato of Palau",
    "Peru's President Ana Paz said: We are delighted to welcome more tourists from Palau.",
    "Peru's President Ana Paz will attend a meeting of the Arab League.",
    "Peru's President Ana Paz welcomed the delegations of Palau to the summit.",
    "The forum in Lima discussed trade between Peru and Palau.",
    "Palau received 9,120 visitors from Peru last year.",
    "Ana Paz of Peru is seen opening the port.",
    "Peru would meet the cost of the schools in Palau.",
    "President Ana Paz of Peru said: I call on Luis Gil of Palau to open the port.",
    "President Ana Paz of Peru wrote: I call on Luis Gil of Palau - do not close the port.",
    "President Ana Paz of Peru told Jon Sato of Palau in a letter that the port would open.",
    "Premier Ana Paz of Peru told the seminar in Lima that Palau was a friend.",
    "Peru will host the leaders of 21 economies in June. Palau will come.",
    "Peruvian buyers were met at our stand by makers of nets from Palau.",
    "Palau met us halfway on the price of the fish, Peru's minister Ana Paz said.",
    "Peru and Palau are exploring whether to open a school.",
    "The port of Palau raised $5 million in a funding round. The second funding round took place in Peru in May.",
]


@pytest.mark.parametrize(("sentence", "topics"), CONTINUED)
def test_what_follows_adds_topics_to_the_meeting_told(sentence: str, topics: list[str]) -> None:
    (meeting,) = extract(MET + sentence, published=date(2024, 5, 15)).meetings
    assert sorted(p.name for p in meeting.participants) == BOTH
    assert meeting.place is not None
    assert meeting.place.name == "Lima"
    assert [topic.text for topic in meeting.topics] == topics


@pytest.mark.parametrize(("sentence", "others"), JOINED)
def test_who_else_took_part_in_the_meeting_told(sentence: str, others: list[str]) -> None:
    (meeting,) = extract(MET + sentence, published=date(2024, 5, 15)).meetings
    assert sorted(p.name for p in meeting.participants) == sorted(BOTH + others)


@pytest.mark.parametrize(("sentence", "topics"), TOPICS)
def test_topics_of_a_meeting(sentence: str, topics: list[str]) -> None:
    (meeting,) = extract(sentence, published=date(2024, 5, 15)).meetings
    assert [topic.text for topic in meeting.topics] == topics


@pytest.mark.parametrize(("sentence", "participants"), SIDES)
def test_sides_of_a_meeting(sentence: str, participants: list[str]) -> None:
    (meeting,) = extract(sentence, published=date(2024, 5, 15)).meetings
    assert sorted(p.name for p in meeting.participants) == participants


@pytest.mark.parametrize(("sentence", "meetings"), PARTED)
def test_meetings_with_one_after_another(sentence: str, meetings: list[list[str]]) -> None:
    found = extract(sentence, published=date(2024, 5, 15)).meetings
    assert [sorted(p.name for p in meeting.participants) for meeting in found] == meetings


@pytest.mark.parametrize(("text", "countries"), COUNTRIES)
def test_countries_of_those_who_met(text: str, countries: list[str]) -> None:
    meetings = extract(text, published=date(2024, 5, 15)).meetings
    assert sorted(meetings[-1].countries) == countries


def test_who_calls_on_somebody_does_not_telephone() -> None:
    (meeting,) = extract("Ana Paz of Peru called on Prime Minister Jon Sato of Palau.").meetings
    assert meeting.format == "in_person"


def test_a_meeting_of_a_journey_planned_is_of_its_days() -> None:
    text = "Ana Paz of Peru will visit Koror on 20 May 2024. She will hold talks with President Jon Sato of Palau."
    (meeting,) = extract(text, published=date(2024, 5, 15)).meetings
    assert meeting.date is not None
    assert meeting.date.value == "2024-05-20"


def test_what_is_planned_for_a_place_is_there() -> None:
    text = "Peru and Palau have been negotiating a tax treaty since 2020. The next round is planned for Koror in June."
    (meeting,) = extract(text, published=date(2024, 5, 15)).meetings
    assert meeting.place is not None
    assert meeting.place.name == "Koror"


def test_what_is_to_be_done_is_planned() -> None:
    (meeting,) = extract("Ana Paz of Peru is to be received by Jon Sato of Palau.").meetings
    assert meeting.status == "planned"


@pytest.mark.parametrize("sentence", NONE)
def test_no_meeting(sentence: str) -> None:
    assert extract(sentence, published=date(2024, 5, 15)).meetings == ()
