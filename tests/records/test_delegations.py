"""Delegations from text: who goes where, led by whom, with whom, when and why. Sentences are our own."""

from pathlib import Path

import pytest

from bilateral_extract import Delegation, extract

PUBLISHED = "2024-05-09"  # a Thursday
SEED = Path(__file__).parents[2] / "seeds" / "kazakhstan-china-urumqi-forum.txt"

# (text, what the one delegation must say)
FOUND: list[tuple[str, dict[str, object]]] = [
    (
        "LUSAKA, 6 May - A 25-member Chinese medical team is in the country to offer free eye surgery in Ndola.",
        {"country": "CHN", "size": 25, "destination": "Zambia", "purpose": "offer free eye surgery in Ndola"},
    ),
    (
        "The Omani Trade Minister Ana Paz is due to visit Lima on Friday.",
        {"status": "planned", "leader": "Ana Paz", "destination": "Lima"},
    ),
    # whoever announces the own journey
    (
        "On Friday I will travel to Dili to advance our interests in a peaceful region.",
        {"status": "planned", "leader": None, "destination": "Dili", "date": "2024-05-10/2024-05-10"},
    ),
    # who is told behind those who invite makes the visit, whatever stands between commas
    (
        "At the invitation of the President of Peru, Ana Paz, the Premier of Norway, Kari Berg, paid a visit to Lima.",
        {"country": "NOR", "leader": "Kari Berg", "leader_title": "Premier of Norway", "host": "Ana Paz"},
    ),
    (
        "At the invitation of President Ana Paz, the Premier of Norway, Ms Kari Berg, will visit Peru on 3 June.",
        {
            "country": "NOR",
            "leader": "Kari Berg",
            "leader_title": "Premier of Norway",
            "members": [],
            "host": "Ana Paz",
        },
    ),
    (
        "On the invitation of the Premier of Peru, Luis Gil, Sir Ola Dahl, Prime Minister of Norway, visited Peru.",
        {"country": "NOR", "leader": "Ola Dahl", "leader_title": "Prime Minister of Norway", "host": "Luis Gil"},
    ),
    (
        "I am pleased to announce that the Prime Minister of Norway, the Hon. Ola Dahl, will visit Peru on 12 June.",
        {"country": "NOR", "leader": "Ola Dahl", "destination": "Peru", "date": "2024-06-12/2024-06-12"},
    ),
    # whose page it is that speaks of own journeys: the office above it, the capital below it
    (
        "STATEMENT BY THE PRIME MINISTER\n\nI leave on Friday on a visit to Peru.\n\nI shall be back in May.\n\nOSLO",
        {"country": "NOR", "leader": None, "leader_title": "PRIME MINISTER", "destination": "Peru"},
    ),
    (
        "Minister for Trade Ana Paz – Media release\n\nI will travel to Oslo on Friday for talks on Peru's fish.",
        {"leader": "Ana Paz", "leader_title": "Minister for Trade", "destination": "Oslo"},
    ),
    ("In May I will be in Oslo for talks with the bank.", {"leader": None, "destination": "Oslo"}),
    # a group is led by whoever is told behind those whom it is made of
    (
        "A group of twenty Norwegian managers led by Sir Ola Dahl will travel to Lima for the fair.",
        {"country": "NOR", "leader": "Ola Dahl", "size": 20, "destination": "Lima"},
    ),
    # whoever names a delegation to attend something does not
    (
        "President Ana Paz of Peru announced the designation of a delegation to Oslo to attend the funeral of Ola Dahl."
        "\n\nMinister Luis Gil will lead the delegation.",
        {"country": "PER", "leader": "Luis Gil", "destination": "Oslo"},
    ),
    # what a line without a verb tells is planned if the text says so
    (
        "10. Visit of the Minister of Ports to Norway\n\nThe Minister of Ports, Luis Gil, will visit Oslo on 22 June.",
        {"status": "planned", "leader": "Luis Gil", "destination": "Oslo"},
    ),
    # under whose leadership a group goes
    (
        "A party of eleven Norwegian growers under the leadership of Mr Ola Dahl is to leave for Lima on 20 June.",
        {"status": "planned", "leader": "Ola Dahl", "size": 11, "destination": "Lima"},
    ),
    # everybody named in a list of members, however a parse hangs it together
    (
        "The Norwegian delegation to Lima will include the Hon. Kari Berg, Assistant Secretary of State for South "
        "Asian Affairs, Under Secretary of Commerce Ola Dahl, and representatives of the bank.",
        {"members": ["Kari Berg", "Ola Dahl", "representatives of the bank"], "country": "NOR"},
    ),
    # nobody acts for a country to which the holder of the office is told to go, nor attends in what an event is for
    (
        "Vice President Kari Berg will travel to Quito on Monday. The Vice President will meet the premier "
        "before returning to Oslo.",
        {"country": "NOR", "leader": "Kari Berg"},
    ),
    (
        "State Secretary Ola Dahl is representing Norway at the donor conference for Sudan in Paris.",
        {"leader": "Ola Dahl", "country": "NOR", "destination": "Paris"},
    ),
    # who is hosted for a visit makes it
    (
        "President Ana Paz of Peru will host Prime Minister Kari Berg of Norway for an official visit on June 10.",
        {"status": "planned", "country": "NOR", "leader": "Kari Berg", "host": "Ana Paz", "purpose": "official visit"},
    ),
    # places told without their names: where the page is, where the speaker's country is, where the story was last
    (
        "LIMA - The Deputy Prime Minister of Norway will spend some days here in June for talks with the bank.",
        {"status": "planned", "country": "NOR", "destination": "Lima", "date": "2024-06-01/2024-06-30"},
    ),
    (
        "LIMA, 6 May. President of Finland Kari Berg has arrived in our country on an official visit.",
        {"country": "FIN", "leader": "Kari Berg", "destination": "Peru", "purpose": "official visit"},
    ),
    (
        "LIMA - Mayor Kari Berg of Norway comes to town on Friday with a party of 23 that includes four singers.",
        {"leader": "Kari Berg", "destination": "Lima", "size": 23, "members": ["four singers"]},
    ),
    (
        "President Luis Soto of Peru spoke with Finnish President Kari Berg, who was away in Quito.",
        {"country": "FIN", "leader": "Kari Berg", "destination": "Quito"},
    ),
    (
        "Sir Luis Paz, Peru's trade minister, was back from Oslo on Monday, where he had spent a week.",
        {"country": "PER", "destination": "Oslo"},
    ),
    # one of the page's own who goes abroad
    (
        "LIMA - Trade Secretary Ana Paz left for Oslo on Wednesday. Norway and Finland, Norway's neighbour, are hosts.",
        {"country": "PER", "leader": "Ana Paz", "destination": "Oslo"},
    ),
    # what stands behind "heads" is ahead
    (
        "LIMA - Trade Minister Kari Berg of Norway heads on to Quito on Friday.",
        {"status": "planned", "destination": "Quito", "date": "2024-05-10/2024-05-10"},
    ),
    # a team is made of those behind "of"
    (
        "A team of five Norwegian officers will come in June to train the Peruvian army.",
        {"country": "NOR", "size": 5, "members": ["five Norwegian officers"], "date": "2024-06-01/2024-06-30"},
    ),
    # who is to be received on an invitation
    (
        "A group of ten parliamentarians from Norway is to be received in June at the invitation of Peru's Congress.",
        {"status": "planned", "country": "NOR", "size": 10, "date": "2024-06-01/2024-06-30"},
    ),
    # a mission that a body of the page's own country sends
    (
        "LIMA - The municipality is set to send its own trade promotion mission to Oslo and Bergen in June.",
        {"status": "planned", "country": "PER", "destination": "Oslo", "date": "2024-06-01/2024-06-30"},
    ),
    # the place left on a journey is not where it goes
    (
        "The Minister for Overseas Trade, Mr. D. R. Hall, will leave Sydney on Saturday on a journey which will take "
        "him to Bahrain and Egypt.",
        {"status": "planned", "leader": "D. R. Hall", "destination": "Bahrain"},
    ),
    # people named behind the plural of their office
    (
        "A delegation of Norway, comprising members of parliament Kari Berg, Ola Lund and Eva Dahl, will visit Lima.",
        {
            "status": "planned",
            "country": "NOR",
            "members": ["Kari Berg", "Ola Lund", "Eva Dahl"],
            "destination": "Lima",
        },
    ),
    (
        "Norway's foreign minister Kari Berg arrived in Havana on Sunday for a three-day visit.",
        {
            "status": "held",
            "country": "NOR",
            "leader": "Kari Berg",
            "leader_title": "Norway's foreign minister",
            "destination": "Havana",
            "date": "2024-05-05/2024-05-07",
        },
    ),
    (  # to arrive on a visit is not what the visit is for
        "Norway's foreign minister Kari Berg will arrive in Lima on a working visit at the invitation of Ana Paz.",
        {"leader": "Kari Berg", "destination": "Lima", "purpose": "working visit"},
    ),
    (  # the length of a journey counted back from its last day
        "Prime Minister Jan Kowalski concluded a two-day visit to Lima on Thursday.",
        {"leader": "Jan Kowalski", "destination": "Lima", "date": "2024-05-08/2024-05-09"},
    ),
    (  # the place is the predicate
        "Prime Minister Jan Kowalski, who is in Peru on a state visit, met President Ana Paz on 5 May 2024.",
        {"leader": "Jan Kowalski", "destination": "Peru", "country": None},
    ),
    (
        "A 12-member delegation from Norway led by Trade Minister Kari Berg visited Hanoi. The delegation included "
        "representatives of five banks, shipyards and universities.",
        {
            "country": "NOR",
            "leader": "Kari Berg",
            "size": 12,
            "destination": "Hanoi",
            "members": ["representatives of five banks", "shipyards", "universities"],
        },
    ),
    (
        "At the invitation of President Ana Paz, Prime Minister Jan Kowalski will pay an official visit to Peru from "
        "5 to 8 June 2024.",
        {"status": "planned", "host": "Ana Paz", "destination": "Peru", "date": "2024-06-05/2024-06-08"},
    ),
    (  # whose visit it is, from the subject of the clause; members told before the journey
        "Norwegian Trade Minister Kari Berg was accompanied by officials from the Ministry of Trade during her visit "
        "to Ghana.",
        {"leader": "Kari Berg", "destination": "Ghana", "members": ["officials from the Ministry of Trade"]},
    ),
    (
        "Kari Berg, Norway's trade minister, attended the Pacific Summit in Lima on Monday.",
        {"leader": "Kari Berg", "country": "NOR", "destination": "Lima", "date": "2024-05-06/2024-05-06"},
    ),
    (  # what the traveller is called
        "President Ana Paz of Peru told visiting Norwegian Trade Minister Kari Berg that copper would be cheaper.",
        {"leader": "Kari Berg", "country": "NOR"},
    ),
    (  # two offices of one person, a verb that goes on from another
        "Norwegian Senator and presidential candidate Kari Berg is in Lima to discuss improving the ports.",
        {"leader": "Kari Berg", "destination": "Lima", "purpose": "discuss improving the ports"},
    ),
    (  # the last day of a journey under way
        "Kari Berg, Norway's trade minister, is visiting Peru. Ms. Berg arrived on Tuesday and concludes her visit on "
        "Friday.",
        {"leader": "Kari Berg", "destination": "Peru", "date": "2024-05-07/2024-05-10"},
    ),
    (  # whom the words behind a group tell to be of it
        "Norwegian Trade Minister Kari Berg is visiting Peru, accompanied by a delegation comprising the Minister of "
        "Fisheries, the Minister of Health and thirty managers.",
        {"leader": "Kari Berg", "members": ["Minister of Fisheries", "Minister of Health", "thirty managers"]},
    ),
    (
        "The Norwegian delegation in Lima consists of eleven people, including the minister of trade and the director "
        "of the port.",
        {"country": "NOR", "size": 11, "members": ["minister of trade", "director of the port"]},
    ),
    (  # a guest of somebody
        "The Norwegian delegation spent two days in Lima as guests of the Peruvian Chamber of Commerce.",
        {"country": "NOR", "destination": "Lima", "host": "Peruvian Chamber of Commerce"},
    ),
    (  # of two men, the one who is not of the land visited
        "Norwegian Trade Minister Jan Berg attended the ceremony with Peruvian President Luis Gil. His visit to Peru "
        "comes as copper grows dear.",
        {"leader": "Jan Berg", "country": "NOR", "destination": "Peru"},
    ),
    (  # the land of a place without a name
        "Norwegian Trade Minister Kari Berg visited the Peruvian island where the birds nest.",
        {"leader": "Kari Berg", "destination": "Peru"},
    ),
    (
        "Norwegian Trade Minister Kari Berg returned on Monday from celebrations in Peru.",
        {"leader": "Kari Berg", "destination": "Peru"},
    ),
    (  # days of something are the length of the journey
        "Norwegian Trade Minister Kari Berg arrived in Lima on Sunday for three days of talks on fish.",
        {"leader": "Kari Berg", "purpose": "talks on fish", "date": "2024-05-05/2024-05-07"},
    ),
    (
        "The report was written during Minister Kari Berg's stop in Lima.",
        {"leader": "Kari Berg", "destination": "Lima"},
    ),
    (  # stations, and what the journey is tried for
        "Norwegian Trade Minister Kari Berg is on a tour that will take her to Peru and Chile. The trip is seen as an "
        "attempt to sell more fish.",
        {"leader": "Kari Berg", "country": "NOR", "destination": "Peru", "purpose": "sell more fish"},
    ),
    (  # the place of the clause around
        "Protesters in Lima burned flags as Norwegian Trade Minister Kari Berg arrived for two days of talks.",
        {"leader": "Kari Berg", "destination": "Lima", "purpose": "talks"},
    ),
    ("In Peru, where Norwegian Trade Minister Kari Berg arrived on Monday, copper is cheap.", {"destination": "Peru"}),
    (
        "Norway's top trade negotiator is on her way to Lima for talks on fish.",
        {"country": "NOR", "destination": "Lima", "purpose": "talks on fish"},
    ),
    (
        "Norwegian Trade Minister Kari Berg flew to the Peruvian capital Lima on Monday to discuss copper prices.",
        {"destination": "Lima", "purpose": "discuss copper prices"},
    ),
    (
        "The delegation of 40 companies arrived in Hanoi on Monday.",
        {"size": 40, "members": ["40 companies"], "destination": "Hanoi", "date": "2024-05-06/2024-05-06"},
    ),
    (  # a visit before the journey that it belongs to
        "During her visit, Kari Berg met President Ana Paz. Berg, Norway's foreign minister, arrived in Lima on "
        "Monday.",
        {"leader": "Kari Berg", "country": "NOR", "destination": "Lima", "date": "2024-05-06/2024-05-06"},
    ),
    (  # being in a place abroad
        "Norwegian Trade Minister Kari Berg is in Lima for talks on fisheries.",
        {"leader": "Kari Berg", "destination": "Lima", "purpose": "talks on fisheries"},
    ),
    (  # a list of members in the lines behind a colon
        "A Norwegian delegation led by Kari Berg arrived in Lima on Monday.\n\nMembers of the delegation:\n\n"
        "- Lars Holm, chair of the Fish Council\n\n- Eva Lie, Oslo University\n\nPresident Ana Paz will give a dinner.",
        {"leader": "Kari Berg", "members": ["Lars Holm", "Eva Lie"], "destination": "Lima"},
    ),
    (  # who is told to be part of it, and who heads it
        "The head of the Norwegian delegation, Kari Berg, arrived in Lima. Lars Holm and Eva Lie are members of the "
        "delegation.",
        {
            "leader": "Kari Berg",
            "leader_title": "head of the Norwegian delegation",
            "members": ["Lars Holm", "Eva Lie"],
        },
    ),
    (  # in whose company
        "Trade Minister Kari Berg of Norway flew to Lima together with a business delegation.",
        {"leader": "Kari Berg", "members": ["business delegation"], "destination": "Lima"},
    ),
    (  # the officer of a body of no country's side
        "The Secretary General of the Pacific Union, Ana Paz, arrived in Oslo on Monday.",
        {"leader": "Ana Paz", "country": None, "destination": "Oslo"},
    ),
    (  # who is told to receive or to have invited the traveller
        "Trade Minister Kari Berg of Norway arrived in Lima on Monday. Berg was welcomed by President Ana Paz.",
        {"leader": "Kari Berg", "host": "Ana Paz"},
    ),
    (  # what is told of the visit later on
        "Norwegian Prime Minister Kari Berg will visit Lima. The visit will take place on 14 May 2024. The aim of the "
        "visit is to deepen ties.",
        {"date": "2024-05-14/2024-05-14", "purpose": "deepen ties"},
    ),
    (  # the first to do so has done it
        "Kari Berg is the first Norwegian minister to visit Lima.",
        {"status": "held", "leader": "Kari Berg", "destination": "Lima"},
    ),
    (  # a delegation that is named to go
        "Norway named a delegation to attend the Pacific Summit in Lima. Kari Berg will lead the delegation.",
        {"status": "planned", "country": "NOR", "leader": "Kari Berg", "destination": "Lima"},
    ),
    (  # the city within the country
        "Norwegian Prime Minister Kari Berg visited Peru. Berg arrived in Lima on Monday.",
        {"destination": "Lima"},
    ),
    (  # stations of one journey
        "Prime Minister Kari Berg arrived in Trujillo, Peru, on Monday. She also visited Lima.",
        {"leader": "Kari Berg"},
    ),
    (  # where the reporter is
        "LIMA, May 8 (Xinhua) -- Norway's foreign minister Kari Berg, who arrived here on Monday, praised the talks.",
        {"leader": "Kari Berg", "country": "NOR", "destination": "Lima", "date": "2024-05-06/2024-05-06"},
    ),
    (  # who gives an invitation is the host
        "Prime Minister Kari Berg of Norway accepted an invitation from the Peruvian government to visit Lima in June.",
        {"status": "planned", "leader": "Kari Berg", "host": "Peruvian government", "destination": "Lima"},
    ),
    (  # a mission travels like a delegation
        "A seven-man Norwegian trade mission headed by Kari Berg arrived in Lima on Monday.",
        {"country": "NOR", "leader": "Kari Berg", "size": 7, "destination": "Lima"},
    ),
    (  # one leaves the place that one has visited, on the last day
        "Foreign Minister Kari Berg of Norway left Lima on Wednesday after a two-day visit.",
        {"destination": "Lima", "date": "2024-05-07/2024-05-08"},
    ),
    (  # the place before the noun, and behind "of"
        "Norwegian Prime Minister Kari Berg wrapped up her Lima visit on Wednesday.",
        {"leader": "Kari Berg", "country": "NOR", "destination": "Lima", "date": "2024-05-08/2024-05-08"},
    ),
    (
        "Norwegian Prime Minister Kari Berg began a three-day tour of Peru on Monday.",
        {"leader": "Kari Berg", "country": "NOR", "destination": "Peru", "date": "2024-05-06/2024-05-08"},
    ),
    (
        "Lima was the last stop on Norwegian Prime Minister Kari Berg's South American tour.",
        {"leader": "Kari Berg", "country": "NOR", "destination": "Lima"},
    ),
    (
        "Upon her arrival in Oslo, Peru's foreign minister Ana Paz said she was glad.",
        {"leader": "Ana Paz", "country": "PER", "destination": "Oslo"},
    ),
    (
        "Peru's foreign minister, Ana Paz, spoke to reporters en route to Oslo for the climate summit.",
        {"leader": "Ana Paz", "country": "PER", "destination": "Oslo", "purpose": "climate summit"},
    ),
    (
        "Norwegian Prime Minister Kari Berg returned to Oslo from Lima on Monday.",
        {"leader": "Kari Berg", "country": "NOR", "destination": "Lima"},
    ),
    (  # a form of address is nobody besides
        "H.E. the President of Zambia is scheduled to pay a State Visit to Sri Lanka from 19th to 22nd July 2024.",
        {"status": "planned", "country": "ZMB", "destination": "Sri Lanka", "date": "2024-07-19/2024-07-22"},
    ),
    (
        "The king and queen of Norway were in Lima a month ago.",
        {"country": "NOR", "destination": "Lima", "leader": None},
    ),
    (
        "The minister, Peter Oloo of Kenya, is due in Lima on Monday.",
        {"status": "planned", "leader": "Peter Oloo", "destination": "Lima", "date": "2024-05-13/2024-05-13"},
    ),
    (  # who invites is the host, whom one invites the traveller
        "Peru's President Ana Paz accepted an invitation from President Jan Nowak to visit Poland.",
        {"status": "planned", "leader": "Ana Paz", "host": "Jan Nowak", "destination": "Poland"},
    ),
    (  # and is not whom one invites
        "Trade Minister Kari Berg of Norway spoke in Oslo. President Jan Nowak of Poland invited her to Warsaw.",
        {"status": "planned", "leader": "Kari Berg", "host": "Jan Nowak", "destination": "Warsaw"},
    ),
    (
        "Poland's president, Jan Nowak, invited President Ana Paz of Peru to pay a state visit to Warsaw.",
        {"status": "planned", "leader": "Ana Paz", "host": "Jan Nowak", "destination": "Warsaw"},
    ),
    (
        "President Jan Nowak of Poland extended an invitation to Ana Paz, the president of Peru, to visit Warsaw.",
        {"status": "planned", "leader": "Ana Paz", "host": "Jan Nowak", "destination": "Warsaw"},
    ),
    (
        "Poland's government will host President Ana Paz of Peru next week in Warsaw.",
        {"status": "planned", "leader": "Ana Paz", "host": "Poland's government", "destination": "Warsaw"},
    ),
    (  # members behind what is fronted
        "Peru's foreign minister, Ana Paz, arrived in Oslo. Accompanying her are Trade Minister Luis Gil and thirty "
        "business operators.",
        {"leader": "Ana Paz", "members": ["Luis Gil", "thirty business operators"]},
    ),
    (
        "Peru's foreign minister, Ana Paz, arrived in Oslo. Also in the delegation are Trade Minister Luis Gil and "
        "Rosa Diaz.",
        {"leader": "Ana Paz", "members": ["Luis Gil", "Rosa Diaz"]},
    ),
    (
        "Peru's foreign minister, Ana Paz, arrived in Oslo. Other members of the delegation are Luis Gil and Rosa "
        "Diaz.",
        {"leader": "Ana Paz", "members": ["Luis Gil", "Rosa Diaz"]},
    ),
    (  # a delegation is where and when the event is that it takes part in
        "The Peruvian delegation, numbering 26, was headed by Ana Paz at the session, which was held in Oslo from 3 "
        "to 5 April.",
        {"leader": "Ana Paz", "size": 26, "destination": "Oslo", "date": "2024-04-03/2024-04-05"},
    ),
    (  # what is tried, what will be done there
        "Peru's foreign minister, Ana Paz, visited Oslo in a bid to boost trade.",
        {"destination": "Oslo", "purpose": "boost trade"},
    ),
    (
        "Peru's foreign minister, Ana Paz, visited Oslo as part of efforts to boost trade.",
        {"destination": "Oslo", "purpose": "boost trade"},
    ),
    (
        "Peru's foreign minister, Ana Paz, came to Oslo seeking support for a peace plan.",
        {"destination": "Oslo", "purpose": "seeking support for a peace plan"},
    ),
    (
        "Peru's foreign minister, Ana Paz, arrived in Oslo, where she will discuss fish and copper.",
        {"destination": "Oslo", "purpose": "discuss fish and copper"},
    ),
    (
        "Peru's foreign minister, Ana Paz, arrived in Oslo. During her stay she will hold talks with Premier Kari "
        "Berg on trade.",
        {"destination": "Oslo", "purpose": "hold talks with Premier Kari Berg on trade"},
    ),
    (  # a particle before the preposition
        "Peru's deputy foreign minister Ana Paz will continue on to Madrid.",
        {"status": "planned", "leader": "Ana Paz", "destination": "Madrid"},
    ),
    (  # who sends a delegation is not in it
        "President Luis Gil of Peru sent a delegation, which was led by Ana Paz, to Oslo in April.",
        {"leader": "Ana Paz", "destination": "Oslo", "country": "PER"},
    ),
    (  # company told behind the purpose
        "Deputy Foreign Minister Ana Paz of Peru will be in Oslo from 3 to 6 July to continue these talks, together "
        "with experts from the Ministry of Energy.",
        {
            "leader": "Ana Paz",
            "members": ["experts from the Ministry of Energy"],
            "date": "2024-07-03/2024-07-06",
            "purpose": "continue these talks",
        },
    ),
    (
        "Deputy Foreign Minister Ana Paz of Peru travelled to Oslo to discuss trade together with Minister Luis Gil.",
        {"leader": "Ana Paz", "members": ["Luis Gil"], "purpose": "discuss trade"},
    ),
    (
        "President Jan Nowak has invited Premier Ana Paz of Peru to Warsaw.",
        {"status": "planned", "leader": "Ana Paz", "host": "Jan Nowak", "destination": "Warsaw"},
    ),
    (
        "Premier Ana Paz of Peru has been to Warsaw twice.",
        {"status": "held", "leader": "Ana Paz", "destination": "Warsaw"},
    ),
    (
        "Sheikh Hamad of Qatar was in Singapore in 2009.",
        {"leader": "Hamad", "destination": "Singapore", "date": "2009-01-01/2009-12-31"},
    ),
    (
        "During her visit to Lima on 12 April, the Prime Minister of Norway announced a loan.",
        {"country": "NOR", "leader_title": "Prime Minister of Norway", "destination": "Lima"},
    ),
    (  # firms and people told by their number
        "Fourteen Norwegian firms will travel to Lima and Cusco from 14 to 24 June.",
        {"status": "planned", "country": "NOR", "size": 14, "destination": "Lima", "date": "2024-06-14/2024-06-24"},
    ),
    (
        "Some 120 Norwegian companies are showing their wares at the Lima trade fair.",
        {"country": "NOR", "size": 120, "destination": "Lima", "members": [], "purpose": "Lima trade fair"},
    ),
    (  # a plan is of days to come
        "Foreign Minister Ana Paz of Peru said she would travel to Oslo on Wednesday.",
        {"status": "planned", "destination": "Oslo", "date": "2024-05-15/2024-05-15"},
    ),
    (  # members told one by one, what the leader does there told in the same sentence
        "Premier Ana Paz of Peru visited Oslo. She was accompanied by the Minister of Trade, Luis Gil, by the head of "
        "the committee for energy, Rosa Diaz, and by other senior officials.",
        {"leader": "Ana Paz", "members": ["Luis Gil", "Rosa Diaz", "other senior officials"]},
    ),
    (
        "The delegation from Peru was composed of Luis Gil, Rosa Diaz and two officials. It arrived in Oslo on Monday.",
        {"country": "PER", "members": ["Luis Gil", "Rosa Diaz", "two officials"]},
    ),
    (
        "The Peruvian minister Ana Paz visited Oslo with a party of 23.",
        {"leader": "Ana Paz", "size": 23, "members": []},
    ),
    (  # a guest of a government
        "The President of Tanzania, Mr Elias Kimambo, will be the guest of the Norwegian Government from 6 to 9 June.",
        {"country": "TZA", "leader": "Elias Kimambo", "host": "Norwegian Government", "date": "2024-06-06/2024-06-09"},
    ),
    (  # who speaks abroad has gone there
        "Peru's Foreign Minister Ana Paz, speaking in Oslo on Tuesday, said trade was good.",
        {"leader": "Ana Paz", "country": "PER", "destination": "Oslo", "date": "2024-05-07/2024-05-07"},
    ),
    (
        "Peru's Foreign Minister Ana Paz told the forum in Oslo that trade was good.",
        {"leader": "Ana Paz", "country": "PER", "destination": "Oslo"},
    ),
    (  # an office alone, told again by a pronoun
        "The Norwegian foreign minister said he would visit Lima in June.",
        {"status": "planned", "country": "NOR", "leader_title": "Norwegian foreign minister", "destination": "Lima"},
    ),
    (  # a time of its own under a wish
        "Norwegian Fisheries Minister Kari Berg hopes to sign when she attends the annual meetings of the African "
        "Development Bank in Kigali.",
        {"status": "planned", "leader": "Kari Berg", "destination": "Kigali"},
    ),
    (  # several who come back from one journey
        "Kari Berg and Lars Dahl, Norwegian ministers of trade and health, returned to Oslo on Monday after a working "
        "visit to Peru.",
        {"leader": "Kari Berg", "members": ["Lars Dahl"], "destination": "Peru"},
    ),
    (  # the country of a group is that of who leads it
        "A group of Norwegian lawmakers led by Kari Berg, head of the parliamentary friendship group, visited Lima.",
        {"country": "NOR", "leader": "Kari Berg", "members": ["Norwegian lawmakers"]},
    ),
    (
        "A total of 286 Norwegian companies are showing their wares at the Lima trade fair.",
        {"country": "NOR", "size": 286, "destination": "Lima"},
    ),
    (
        "Some 30 Norwegian entrepreneurs will travel to Lima in June.",
        {"status": "planned", "country": "NOR", "size": 30, "members": ["30 Norwegian entrepreneurs"]},
    ),
    (
        "Norwegian MPs visited Lima on Monday.",
        {"country": "NOR", "members": ["Norwegian MPs"], "destination": "Lima"},
    ),
    (
        "A deputation of Norwegian farmers led by Minister Kari Berg arrived in Lima on Monday.",
        {"country": "NOR", "leader": "Kari Berg", "destination": "Lima"},
    ),
    (
        "Norway was represented at the funeral in Lima by Kari Berg, Norway's foreign minister.",
        {"country": "NOR", "leader": "Kari Berg", "destination": "Lima"},
    ),
    (  # whom a host speaks to
        "President of Norway Lars Dahl: Mr President, I am very pleased to welcome you to Bergen.\n\n"
        "President of Peru Luis Soto: Thank you. The road was long.",
        {"country": "PER", "leader": "Luis Soto", "destination": "Bergen", "host": "Lars Dahl"},
    ),
    (
        "The president of Peru, Luis Soto, arrived in Oslo on Monday and brought with him two ministers.",
        {"leader": "Luis Soto", "destination": "Oslo", "members": ["two ministers"]},
    ),
    (  # who speaks is told without a name
        "I went to Peru in April 2022 to see the new port.",
        {"status": "held", "leader": None, "destination": "Peru", "date": "2022-04-01/2022-04-30"},
    ),
    (
        "LIMA, May 8 - Ana Paz, the Peruvian minister of trade, welcomed a five-member team from Norway led by Kari "
        "Berg.",
        {"country": "NOR", "leader": "Kari Berg", "size": 5, "host": "Ana Paz"},
    ),
    (  # a noun for a place, named behind it
        "Norwegian Foreign Minister Kari Berg is expected in Tanzania's seat of government, Dodoma, on Friday.",
        {"status": "planned", "leader": "Kari Berg", "destination": "Dodoma"},
    ),
    (  # the timetable's present
        "Peruvian President Ana Paz goes to Oslo on Monday for talks.",
        {"status": "planned", "date": "2024-05-13/2024-05-13"},
    ),
]

# Known failures: (text, what the one delegation should say, why it does not).
FAILING: list[tuple[str, dict[str, object], str]] = [
    (
        "Kari Berg led a delegation to Lima. It will include the mayors of Oslo and Bergen.",
        {"leader": "Kari Berg", "members": ["mayors of Oslo and Bergen"]},
        "a pronoun is not resolved to a delegation",
    ),
]

# Texts that tell of nobody who goes somewhere for somebody.
NO_DELEGATIONS: list[str] = [
    "Norway's foreign minister Kari Berg said in Oslo that trade with Peru was good.",
    "Foreign minister Kari Berg said in Lima that trade with Norway was good.",
    "Twelve Norwegian migrants travelled to Spain.",
    "More than 300 tourists from Norway arrived in Lima on Monday.",
    "Tourist arrivals in Peru rose by 5 percent, Norway's minister Kari Berg said.",
    "Many tourists travel to Spain.",
    "The mayor of Lima attended the Lima Book Fair.",
    "The minister did not visit Peru.",
    "The two delegations exchanged gifts.",
    "The Lima museum welcomed a group of tourists on Monday.",
    "President Ana Paz of Peru is in Lima.",
    "President Ana Paz of Peru will return to Peru on Monday.",
    "Peru Airlines flies to the Norwegian capital daily.",
    "The forum in Lima was told that there is a boom in travel to Norway.",
    "Some 4,000 Norwegians flew into Peru last year.",
]


def say(delegation: Delegation) -> dict[str, object]:
    """A delegation with names and days for its models, to compare with the tables."""
    d = delegation
    return {
        "status": d.status,
        "country": d.country,
        "leader": d.leader.name if d.leader else None,
        "leader_title": d.leader_title.text if d.leader_title else None,
        "members": [m.name for m in d.members],
        "size": d.size,
        "destination": d.destination.name if d.destination else None,
        "host": d.host.name if d.host else None,
        "date": f"{d.date.start}/{d.date.end}" if d.date else None,
        "purpose": d.purpose.text if d.purpose else None,
    }


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_one_delegation_with_its_slots(text: str, expected: dict[str, object]) -> None:
    delegations = extract(text, published=PUBLISHED).delegations
    assert len(delegations) == 1
    assert {slot: say(delegations[0])[slot] for slot in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, marks=pytest.mark.xfail(strict=True, reason=why)) for text, expected, why in FAILING],
)
def test_what_is_not_found_yet(text: str, expected: dict[str, object]) -> None:
    (delegation,) = extract(text, published=PUBLISHED).delegations
    assert {slot: say(delegation)[slot] for slot in expected} == expected


@pytest.mark.parametrize("text", NO_DELEGATIONS)
def test_no_delegation(text: str) -> None:
    assert extract(text, published=PUBLISHED).delegations == ()


def test_travellers_of_two_countries_make_two_journeys() -> None:
    text = "Ana Paz, president of Peru, and Norwegian minister Kari Berg arrived in Rome on Monday."
    said = [say(d) for d in extract(text, published=PUBLISHED).delegations]
    assert [(s["leader"], s["country"], s["destination"]) for s in said] == [
        ("Ana Paz", "PER", "Rome"),
        ("Kari Berg", "NOR", "Rome"),
    ]


def test_offices_of_several_countries_make_a_journey_for_each() -> None:
    text = "The Prime Ministers of Norway and Peru and the President of Chile will arrive in Rome this week."
    said = [say(d) for d in extract(text, published=PUBLISHED).delegations]
    assert [(s["country"], s["leader_title"], s["destination"]) for s in said] == [
        ("NOR", "Prime Ministers", "Rome"),
        ("PER", "Prime Ministers", "Rome"),
        ("CHL", "President of Chile", "Rome"),
    ]


def test_from_one_country_to_the_next() -> None:
    """A parse hangs the traveller on the place that the sentence begins with."""
    text = "President Luis Soto of Chile is in Cuba this week. From Cuba the President is to travel on to Canada."
    said = [say(d) for d in extract(text, published=PUBLISHED).delegations]
    assert [(s["status"], s["leader"], s["destination"]) for s in said] == [
        ("held", "Luis Soto", "Cuba"),
        ("planned", "Luis Soto", "Canada"),
    ]


def test_the_officer_of_a_body_travels_for_the_body() -> None:
    """Who is told together with a minister of a country need not go for that country."""
    text = (
        "Norwegian Foreign Minister Kari Berg and Arab League chief Samir Haddad are in Oman holding talks with both "
        "sides."
    )
    delegations = extract(text, published=PUBLISHED).delegations
    assert [d.leader.name for d in delegations if d.leader] == ["Kari Berg", "Samir Haddad"]
    assert [d.country for d in delegations] == ["NOR", None]


def test_the_next_station_is_a_journey_of_its_own() -> None:
    """What is still to come after a stay in one city is told apart from it."""
    text = "Prime Minister Kari Berg of Norway is in Lima on a working visit. She is expected in Cusco tomorrow."
    delegations = extract(text, published=PUBLISHED).delegations
    assert [(d.status, d.destination.name) for d in delegations if d.destination] == [
        ("held", "Lima"),
        ("planned", "Cusco"),
    ]


def test_who_is_here_goes_on_to_the_next_place() -> None:
    """Of whom nothing is told but that he has come is at the place of the dateline, not where he goes next."""
    text = (
        "LIMA, May 9 - President Luis Soto of Peru received a delegation led by Norway's Prime Minister Kari Berg. "
        "Kari Berg will also visit Cusco."
    )
    said = [say(d) for d in extract(text, published=PUBLISHED).delegations]
    assert [(s["status"], s["destination"]) for s in said] == [("held", "Lima"), ("planned", "Cusco")]


def test_what_goes_on_from_a_country_is_a_journey_of_its_own() -> None:
    text = "Premier Ana Paz of Peru has come to Norway on an official visit. Tomorrow she will go on to Bergen."
    said = [say(d) for d in extract(text, published=PUBLISHED).delegations]
    assert [(s["status"], s["destination"]) for s in said] == [("held", "Norway"), ("planned", "Bergen")]


def test_a_journey_of_old_is_another_one() -> None:
    text = "Premier Ana Paz of Peru, who is on a tour of Africa, is in Nairobi. She recalled her visit in August 2011."
    said = [say(d) for d in extract(text, published=PUBLISHED).delegations]
    assert [(s["leader"], s["date"]) for s in said] == [
        ("Ana Paz", "2024-05-09/2024-05-09"),
        ("Ana Paz", "2011-08-01/2011-08-31"),
    ]


def test_the_delegation_of_the_other_side_told_by_a_pronoun() -> None:
    text = "The Peruvian delegation was led by Minister Ana Paz, while that of Norway was headed by Kari Berg."
    said = [say(d) for d in extract(text, published=PUBLISHED).delegations]
    assert [(s["leader"], s["country"]) for s in said] == [("Ana Paz", "PER"), ("Kari Berg", "NOR")]


def test_the_seed_article_tells_of_one_delegation() -> None:
    (delegation,) = extract(SEED.read_text(encoding="utf-8"), published="2024-06-27").delegations
    said = say(delegation)
    assert (said["leader"], said["country"], said["destination"]) == ("Serik Zhumangarin", "KAZ", "Urumqi")
    assert said["members"] == ["representatives of 17 regions", "large companies", "businesses"]
