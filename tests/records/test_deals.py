"""Deals from text: what was signed, agreed or is planned, by whom, on what, worth what. Sentences are our own."""

from pathlib import Path

import pytest

from bilateral_extract import Deal, extract

PUBLISHED = "2024-05-09"  # a Thursday
SEED = Path(__file__).parents[2] / "seeds" / "kazakhstan-china-urumqi-forum.txt"

# (text, what each deal must say, in the order of the article)
FOUND: list[tuple[str, list[dict[str, object]]]] = [
    (
        "Norway and Chile signed an agreement on fisheries in Oslo on Tuesday.",
        [
            {
                "kind": "agreement",
                "status": "signed",
                "parties": ["Norway", "Chile"],
                "countries": ["NOR", "CHL"],
                "date": "2024-05-07",
                "place": "Oslo",
                "subject": "fisheries",
                "sectors": ["agriculture"],
            }
        ],
    ),
    # who gets what is awarded, lent or granted, told in the passive
    (
        "The firm Hanmi Ltd was awarded a contract by Oman last week.",
        [{"kind": "contract", "status": "signed", "parties": ["Hanmi Ltd", "Oman"]}],
    ),
    (
        "Peru was given a loan of $3 million by Japan on Monday.",
        [{"kind": "loan", "parties": ["Japan", "Peru"], "countries": ["JPN", "PER"]}],
    ),
    (
        "A consortium headed by Novaes SA of Brazil was awarded a contract by Oman last week.",
        [{"kind": "contract", "parties": ["Novaes SA", "Oman"]}],
    ),
    # a maker that is no place known; until when tariffs are harmonised is not when the roadmap is signed
    (
        "Peru ordered ten jets worth $3 million from Aviaflot of Norway.",
        [{"kind": "purchase", "parties": ["Peru", "Aviaflot"]}],
    ),
    (
        "Norway, Iran and Peru are expected to sign a roadmap for harmonizing tariffs until 2030.",
        [{"kind": "roadmap", "status": "planned", "subject": "harmonizing tariffs", "date": None}],
    ),
    (  # who carries the second name is not bound beside it; governments in the plural are those of their countries
        "Ukrvolt and Italy's Ansaldi inked a deal on the repair of transformers.",
        [{"kind": "agreement", "parties": ["Ukrvolt", "Ansaldi"], "subject": "repair of transformers"}],
    ),
    (
        "The Government of Norway and the Governments of Latvia and of Estonia signed a protocol on transit of grain.",
        [{"kind": "protocol", "parties": ["Government of Norway", "Latvia", "Estonia"]}],
    ),
    (  # the states told by name among those counted; a treaty is not bound by the city it is called after
        "A total of 46 states, including China, India and the United States, signed the Singapore Convention on "
        "Mediation on its opening day.",
        [{"kind": "agreement", "parties": ["China", "India", "United States"]}],
    ),
    (  # "up to" bounds what is committed, "M/s" is no part of a name
        "Norway intends to commit up to $120 million, working with parliament, to strengthen clinics in Peru.",
        [{"kind": "grant", "status": "planned", "value": "120000000 USD", "countries": ["NOR", "PER"]}],
    ),
    (
        "The contract was awarded to M/s Rites Tata Ltd. of India at a cost of US$ 82.6 million.",
        [{"kind": "contract", "parties": ["Rites Tata Ltd."], "value": "82600000 USD"}],
    ),
    (  # who announces an investment makes it; from whom an order comes, wherever a parse hangs it
        "The leaders of India and Japan welcomed the announcement by Corvex Technology of a $825 million investment in "
        "a new test facility in Gujarat.",
        [{"kind": "investment", "parties": ["Corvex Technology"], "value": "825000000 USD"}],
    ),
    (
        "Boeing booked an order for 20 jets from Ethiopia's Abay Airlines.",
        [{"kind": "purchase", "status": "agreed", "parties": ["Boeing", "Abay Airlines"]}],
    ),
    (  # "the Company" is who is called so in brackets; "its" contract is that of the subject told last
        'Norwest Lithium Corp. (TSXV: NWL) ("Norwest" or the "Company") of Canada makes batteries. The Company has '
        "engaged Meridian Advisory GmbH, of Frankfurt, to provide services for 7,500 euros. In January, the Company "
        "signed a letter of intent with Votorim S.A. of Brazil.",
        [
            {"kind": "contract", "parties": ["Norwest Lithium Corp.", "Meridian Advisory GmbH"]},
            {"kind": "memorandum", "parties": ["Norwest Lithium Corp.", "Votorim S.A."]},
        ],
    ),
    (
        "Orbitel Ltd teamed up with Finland's Nokitel. Its agreement with Kenya's Safarilink was extended.",
        [{"parties": ["Orbitel Ltd", "Nokitel"]}, {"parties": ["Safarilink", "Orbitel Ltd"]}],
    ),
    (  # the items of a list of what is announced are made by who announces them
        "Prime Minister Daniel Hartley of Australia met Prime Minister Sitiveni Vakaloa of Fiji.\n\nMr Hartley "
        "announced:\n\n• a $90 million grant for an upgrade of clinics;\n\n• $12 million for the Teachers' College;\n"
        "• a new twinning arrangement between the Australian Federal Police and the Fiji Police Force; and\n\n• the "
        "gifting of 14 vehicles to Fiji.",
        [
            {"kind": "grant", "status": "agreed", "value": "90000000 USD", "subject": "upgrade of clinics"},
            {"kind": "grant", "status": "agreed", "value": "12000000 USD"},
            {"kind": "agreement", "parties": ["Australian Federal Police", "Fiji Police Force"]},
            {"kind": "grant", "countries": ["AUS", "FJI"]},
        ],
    ),
    (  # what a sentence tells that goes on about the documents of a package
        "Peru and Chile signed a package of documents. It includes a programme of economic cooperation, an agreement "
        "on the mutual recognition of academic degrees, as well as a plan of cultural exchanges for 2025–2027.",
        [
            {"kind": "package", "status": "signed"},
            {"kind": "roadmap", "status": "signed", "subject": "economic cooperation", "parties": ["Peru", "Chile"]},
            {"kind": "agreement", "status": "signed", "subject": "mutual recognition of academic degrees"},
            {"kind": "roadmap", "status": "signed"},
        ],
    ),
    (  # a firm behind "M/s" has the preposition before it; a verb's subject behind a label
        "A contract for the supply of locomotives was awarded to M/s Alstrom Transport, France, in November 2015.",
        [{"kind": "contract", "parties": ["Alstrom Transport"]}],
    ),
    (
        "Climate: Holt Energy LLC signed a memorandum of understanding with Zambia's ZESCA to develop wind power.",
        [{"kind": "memorandum", "parties": ["Holt Energy LLC", "ZESCA"]}],
    ),
    (  # an investment told by its amount, and who makes it; heads of agreement are one document
        "AgriBloom is expanding its operations in Ghana, with a $12 million investment in a fertilizer plant in Tema.",
        [{"kind": "investment", "parties": ["AgriBloom"], "value": "12000000 USD", "subject": "fertilizer plant"}],
    ),
    ("Woodfield Energy and Peru exchanged a heads of agreement on gas.", [{"kind": "memorandum"}]),
    (  # cities that are twinned; jets are pledged, and no amount
        "The Kenyan city of Nakuru became a sister city of Shenzhen on Monday. Lusaka was twinned with Seattle.",
        [{"kind": "agreement", "countries": ["CHN", "KEN"]}, {"parties": ["Lusaka", "Seattle"]}],
    ),
    ("Sweden has pledged 60 Gripen jets, and Peru is pleased.", [{"kind": "grant", "subject": "60 Gripen jets"}]),
    (  # the decisions of a cabinet stand each by itself
        "DECISIONS OF THE CABINET OF FIJI\n\n01. Agreement between Fiji and Hungary on mediation\n\nThe Cabinet "
        "approved the proposal to sign the said agreement.\n\n02. Repair of dams\n\nThe Cabinet of Fiji saw the "
        "need of repairs.\n\n03. Visit of the President of Zambia\n\nThe President of Zambia will visit Fiji. The "
        "Cabinet approved the proposal to sign a Memorandum of Understanding on tourism in May.",
        [{"parties": ["Fiji", "Hungary"]}, {"kind": "memorandum", "parties": ["Fiji", "Zambia"]}],
    ),
    (  # several sums of one verb are a gift each
        "Australia was pleased to announce $35 million over five years for teacher training in Timor-Leste, as well as "
        "a further $4.5 million for the hospital in Baucau.",
        [
            {"kind": "grant", "value": "35000000 USD", "subject": "teacher training in Timor-Leste"},
            {"kind": "grant", "value": "4500000 USD", "subject": "hospital in Baucau"},
        ],
    ),
    (  # what several documents are on, the first of it something done
        "Agreements were signed by Norway and Mali on combating terrorism, on the peaceful use of atomic energy, and "
        "on visa-free travel for holders of diplomatic passports.",
        [{"subject": "combating terrorism"}, {"subject": "peaceful use of atomic energy"}, {"kind": "agreement"}],
    ),
    (  # talks on a document, whatever the document hangs on
        "Malaysia and the European Free Trade Association wrapped up talks on a free trade deal in April.",
        [{"kind": "agreement", "parties": ["Malaysia", "European Free Trade Association"]}],
    ),
    (  # the country spoken of before a document with one other side; a pact is no stake
        "Safal Steel of Kenya makes pipes. Uganda wants more. A memorandum with Siemens was signed in May.",
        [{"kind": "memorandum", "parties": ["Siemens", "Uganda"]}],
    ),
    (
        "Khazanah of Malaysia is to take a stake of up to 10 percent in a hospital in Peru. It ratified that pact with "
        "Peru in 2022.",
        [{"kind": "purchase", "parties": ["Khazanah"]}, {"kind": "agreement"}],
    ),
    (  # who lends together with another bank
        "The Norway Bank will finance the dam with the Exim Bank of China.",
        [{"kind": "loan", "parties": ["Norway Bank", "Exim Bank of China"]}],
    ),
    (  # the parties of a passive stand behind its verb
        "A memorandum of understanding on tourism has been signed between Peru and Ghana.",
        [{"kind": "memorandum", "parties": ["Peru", "Ghana"], "subject": "tourism", "sectors": ["tourism"]}],
    ),
    (  # to whom goods go is bound as well, by a verb or a noun
        "China's Sanlong Rail won a contract to supply 34 trains to Argentina.",
        [{"kind": "contract", "parties": ["Sanlong Rail", "Argentina"], "countries": ["CHN", "ARG"]}],
    ),
    (
        "Norway signed a contract for the delivery of 12 ferries to Fiji.",
        [{"kind": "contract", "parties": ["Norway", "Fiji"]}],
    ),
    (  # "the two countries" are those who met, not those talked about
        "Norway's prime minister Kari Berg held talks with President Joseph Otieno of Kenya. They discussed Somalia, "
        "Somalia's army and Uganda. A labour agreement concluded between the two countries in 2022 was praised.",
        [{"kind": "agreement", "parties": ["Kenya", "Norway"], "countries": ["KEN", "NOR"]}],
    ),
    (  # who approves a document between others is no side of it
        "The Cabinet approved the Concession Agreement to be entered into between the Government of Fiji and Suva Peat "
        "Power Ltd for the design of a plant.",
        [{"parties": ["Government of Fiji", "Suva Peat Power Ltd"]}],
    ),
    (  # but whose cabinet agrees to it is
        "Fiji is short of doctors, and Suva has one clinic. The Cabinet approved a grant from Japan for a hospital.",
        [{"kind": "grant", "parties": ["Japan", "Fiji"]}],
    ),
    (  # to whom something is sold, and what costs US$
        "Uruguay confirmed the sale of 8,000 tons of milk powder to the Algerian agency Onal for US$ 30 million.",
        [{"kind": "purchase", "subject": "milk powder", "countries": ["DZA"]}],
    ),
    (  # a body that seems to be a person invests all the same
        "Norsk Fisk announced that it will put US$140 million into its fish plant in Chile.",
        [{"kind": "investment", "parties": ["Norsk Fisk", "Chile"]}],
    ),
    (  # what runs between two places tells of no parties
        "Norway and Chile signed an agreement on flights between Oslo and Santiago.",
        [{"kind": "agreement", "parties": ["Norway", "Chile"]}],
    ),
    (  # who is pleased to announce what it has signed has signed it
        "Maple Lithium Corp. is pleased to announce that it has signed an agreement with Hanwha Materials Ltd in Lima.",
        [{"kind": "agreement", "parties": ["Maple Lithium Corp.", "Hanwha Materials Ltd"]}],
    ),
    (  # what a document will do, or what is done under it, makes it no plan
        "The agreement between Norway and Chile on gas will make it possible to build storage facilities.",
        [{"status": "signed", "parties": ["Norway", "Chile"], "subject": "gas"}],
    ),
    (
        "The implementation of the treaty on fish between Norway and Chile will begin in May.",
        [{"status": "signed", "parties": ["Norway", "Chile"], "subject": "fish"}],
    ),
    (  # "the said" goes back to what a heading told
        "Memorandum of Understanding between Norway and Chile on tourism\n\nThe proposal made by the Minister of "
        "Ports to sign the said Memorandum of Understanding was approved.",
        [{"kind": "memorandum", "status": "planned", "parties": ["Norway", "Chile"]}],
    ),
    (  # what has been invested is no plan
        "Norway has invested more than $500 million in a port in Ghana.",
        [{"kind": "investment", "status": "signed", "countries": ["NOR", "GHA"]}],
    ),
    (  # a loan for a road to the border is no border treaty
        "Norway signed a border treaty with Chile in May. Chile has offered Norway a soft loan of $21 million to build "
        "a road to the border.",
        [{"kind": "agreement"}, {"kind": "loan", "value": "21000000 USD"}],
    ),
    (  # other quantities are another deal
        "Norway bought 15 trams from Siemens. Norway will buy 40 trams from Siemens.",
        [{"subject": "15 trams"}, {"subject": "40 trams"}],
    ),
    (  # what is signed is not to be signed
        "Norway and Chile signed the contract for gas on Monday. They expect to initial the agreement before June.",
        [{"status": "signed", "kind": "contract"}, {"status": "planned", "kind": "agreement"}],
    ),
    (  # a document with a year of its own is another than the one told before
        "Norway and Chile signed a protocol on fish. Norway and Chile ratified the 2004 treaty.",
        [{"kind": "protocol"}, {"kind": "agreement"}],
    ),
    (  # what several documents are told to be about, by whatever verb, is one of each
        "Norway and Chile signed several documents in Oslo. They relate to fish, trade and the supply of rails.",
        [{"subject": "fish", "status": "signed"}, {"subject": "trade"}, {"subject": "supply of rails"}],
    ),
    (
        "Norway and Chile signed memoranda related to water, the blue economy, and mining.",
        [{"subject": "water", "kind": "memorandum"}, {"subject": "blue economy"}, {"subject": "mining"}],
    ),
    (
        "Three agreements were signed between Norway and Chile in the fields of fish, trade and visas.",
        [{"subject": "fish"}, {"subject": "trade"}, {"subject": "visas"}],
    ),
    (
        "Norway and Chile signed a treaty on visas. The other documents had to do with the avoidance of double "
        "taxation, with health care and with exchanges between the academies.",
        [
            {"subject": "visas", "kind": "agreement"},
            {"subject": "avoidance of double taxation", "status": "signed", "parties": ["Norway", "Chile"]},
            {"subject": "health care"},
            {"subject": "exchanges between the academies"},
        ],
    ),
    (
        "The 12 accords due to be signed by Norway and Chile cover gas supplies, fish farms and use of ports.",
        [
            {"kind": "package", "count": 12, "status": "planned"},
            {"subject": "gas supplies", "status": "planned"},
            {"subject": "fish farms"},
            {"subject": "use of ports"},
        ],
    ),
    (  # as many fields as documents are one of each
        "Norway and Chile signed two agreements on tourism and trade.",
        [{"subject": "tourism", "kind": "agreement"}, {"subject": "trade"}],
    ),
    (  # what holds the fields together does not part
        "Norway and Chile signed agreements covering investments in ports, rails and health.",
        [{"kind": "package"}],
    ),
    (  # what single ones of several documents are about
        "Norway and Chile signed two agreements, one on fish and the other on visas.",
        [{"subject": "fish", "kind": "agreement"}, {"subject": "visas"}],
    ),
    (  # a document told to be there is signed, one told to be ready or on its way is planned
        "Norway and Chile signed two treaties. There is also a document on the mutual protection of information.",
        [{"kind": "package", "count": 2}, {"status": "signed", "subject": "mutual protection of information"}],
    ),
    (
        "Norway and Chile held talks. A treaty on visas is ready. A memorandum on fish is in the works.",
        [{"status": "planned", "subject": "visas"}, {"status": "planned", "subject": "fish"}],
    ),
    (
        "Norway and Chile held talks. An accord on ports had been initialled by experts and will be signed in May.",
        [{"status": "planned", "subject": "ports"}],
    ),
    (  # what one agrees that others do is still to be done
        "Cabinet of Ghana has agreed to the Ministry of Health entering into a Memorandum of Understanding with Chile.",
        [{"status": "planned", "kind": "memorandum"}],
    ),
    (
        "The Cabinet of Norway approved the proposal to sign the following documents with Chile during the visit:\n\n"
        "i. Agreement on visas\n\nii. Memorandum of Understanding on gems",
        [{"kind": "package"}, {"subject": "visas", "status": "planned"}, {"subject": "gems", "status": "planned"}],
    ),
    (  # whoever is bound to buy has agreed to it
        "Norway Airways has committed to buy ten jets from Boeing.",
        [{"kind": "purchase", "status": "agreed", "subject": "ten jets"}],
    ),
    ("Norway and Chile adopted a statement on whales.", [{"kind": "declaration", "status": "agreed"}]),
    (
        "Norway became the fifth country to ratify the treaty on mines with Chile.",
        [{"status": "signed", "subject": "mines"}],
    ),
    (  # the fields of some agreements are what one or all are on, unless things done are among them
        "Norway and Chile signed agreements in the fields of trade, health and education.",
        [{"kind": "package"}],
    ),
    (
        "Norway and Chile signed memorandums of understanding in the areas of communications, labour and the supply of "
        "ships.",
        [{"subject": "communications"}, {"subject": "labour"}, {"subject": "supply of ships"}],
    ),
    ("Norway and Chile discussed plans for a free trade agreement.", [{"status": "planned", "kind": "agreement"}]),
    (  # persons sign and bind their countries
        "Norwegian Trade Minister Kari Berg and Chilean Foreign Minister Ana Paz signed a protocol on customs.",
        [{"signatories": ["Kari Berg", "Ana Paz"], "parties": ["Norway", "Chile"], "kind": "protocol"}],
    ),
    (  # the noun of the signing says that it is signed, and of a signing to come that it is planned
        "Prime Minister Jan Kowalski saw the signing of a contract between Copper Hill Ltd and Rail Group Ltd in Lima.",
        [{"kind": "contract", "status": "signed", "parties": ["Copper Hill Ltd", "Rail Group Ltd"]}],
    ),
    ("Norway and Chile will sign a treaty on extradition in June.", [{"status": "planned", "subject": "extradition"}]),
    (  # a document that is agreed on makes the record, not the agreeing
        "Norway and Chile agreed to sign a treaty on extradition.",
        [{"status": "planned", "parties": ["Norway", "Chile"], "subject": "extradition"}],
    ),
    (
        "Norway and Chile agreed to set up a joint energy commission.",
        [{"kind": "agreement", "status": "agreed", "subject": "set up a joint energy commission"}],
    ),
    (  # a plan within a document is its subject
        "Norway signed an agreement with Chile to build a port.",
        [{"parties": ["Norway", "Chile"], "subject": "build a port", "sectors": ["transport"]}],
    ),
    (  # what stands before the noun, where nothing stands behind it
        "Norway and Chile signed a new free trade agreement.",
        [{"subject": "free trade agreement", "sectors": ["trade"]}],
    ),
    (  # counted documents are a package
        "Norwegian and Chilean business leaders signed 12 documents worth $40 million in Oslo.",
        [{"kind": "package", "count": 12, "value": "40000000 USD", "countries": ["NOR", "CHL"]}],
    ),
    (  # a noun of quantity is not what is signed
        "Norway and Chile signed a number of agreements.",
        [{"kind": "package", "parties": ["Norway", "Chile"], "count": None}],
    ),
    (  # each of a list
        "Norway and Chile signed agreements on fisheries, extradition and double taxation.",
        [
            {"kind": "agreement", "subject": "fisheries", "parties": ["Norway", "Chile"]},
            {"kind": "agreement", "subject": "extradition", "sectors": ["justice"]},
            {"kind": "agreement", "subject": "double taxation", "sectors": ["finance"]},
        ],
    ),
    (  # two documents of one verb stay apart, however alike
        "Norway and Chile signed an agreement on fisheries and a protocol on fisheries inspection.",
        [{"kind": "agreement", "subject": "fisheries"}, {"kind": "protocol", "subject": "fisheries inspection"}],
    ),
    (  # members of a package have its status and its sides
        "Norway and Chile signed several documents. The documents include a protocol on fish and a roadmap on trade.",
        [
            {"kind": "package", "status": "signed"},
            {"kind": "protocol", "status": "signed", "parties": ["Norway", "Chile"], "subject": "fish"},
            {"kind": "roadmap", "status": "signed", "parties": ["Norway", "Chile"], "subject": "trade"},
        ],
    ),
    (  # told again, it is the same deal
        "Norway and Chile signed an agreement on fisheries. The agreement was signed in Oslo.",
        [{"subject": "fisheries", "parties": ["Norway", "Chile"], "place": "Oslo"}],
    ),
    (  # the sides of the story, where the clause does not name them
        "Norway and Chile held talks in Oslo. An agreement on fisheries was signed after the talks.",
        [{"parties": ["Norway", "Chile"], "countries": ["NOR", "CHL"], "status": "signed"}],
    ),
    (
        "The Nordic Bank will lend $50 million to the city of Lima for a new metro line.",
        [{"kind": "loan", "status": "planned", "value": "50000000 USD"}],
    ),
    (
        "Norway will provide $3 million to Chile to support fisheries.",
        [{"kind": "grant", "status": "planned", "parties": ["Norway", "Chile"], "value": "3000000 USD"}],
    ),
    (
        "Copper Hill Ltd plans to build a smelter in Chile.",
        [{"kind": "investment", "status": "planned", "parties": ["Copper Hill Ltd"], "place": "Chile"}],
    ),
    (
        "The Norwegian miner, Copper Hill Ltd, has acquired a stake in a port in Chile.",
        [{"kind": "purchase", "parties": ["Copper Hill Ltd"]}],
    ),
    (  # what the document explores is not in doubt, only what it leads to
        "Norway and Chile signed an agreement to explore joint wind projects.",
        [{"status": "signed", "subject": "explore joint wind projects", "sectors": ["energy"]}],
    ),
    (  # with several partners, one with each
        "Norway signed contracts with Chile, Peru and Ghana.",
        [{"parties": ["Norway", other], "kind": "contract"} for other in ("Chile", "Peru", "Ghana")],
    ),
    (  # what is agreed on other than a document is agreed with that; whose share is bought is bound as well
        "Norwegian miner Copper Hill agreed to buy a stake in Chile's Rail Group for $20 million.",
        [{"kind": "purchase", "status": "agreed", "parties": ["Copper Hill", "Rail Group"], "value": "20000000 USD"}],
    ),
    (  # a contract under which something is done is how that came about
        "Russia will supply gas to Turkey under a contract signed in Ankara by Ivan Petrov and Ali Kaya.",
        [{"status": "signed", "subject": "gas", "signatories": ["Ivan Petrov", "Ali Kaya"]}],
    ),
    (  # negotiations lead to what they are about
        "Norway and Chile concluded negotiations on a fisheries agreement.",
        [{"status": "agreed", "parties": ["Norway", "Chile"], "subject": "fisheries agreement"}],
    ),
    ("A loan agreement between Sri Lanka and China is under negotiation.", [{"status": "planned"}]),
    ("Norway is in discussions with Chile on a memorandum on fish.", [{"status": "planned"}]),
    ("A visa agreement between Norway and Chile has been in force since May.", [{"status": "signed"}]),
    ("Norway and Chile are finalising a treaty on extradition.", [{"status": "planned", "subject": "extradition"}]),
    (  # of two bare objects the first one receives
        "Norway awarded Chile's Rail Group Ltd a contract.",
        [{"kind": "contract", "parties": ["Norway", "Rail Group Ltd"]}],
    ),
    (  # a list behind a colon, between commas
        "Norway and Peru signed three documents: a memorandum on tourism, a supply contract worth $6 million and an "
        "agreement on fish.",
        [
            {"kind": "package", "count": 3, "value": None},
            {"kind": "memorandum", "parties": ["Norway", "Peru"], "subject": "tourism", "value": None},
            {"kind": "contract", "value": "6000000 USD"},
            {"kind": "agreement", "subject": "fish"},
        ],
    ),
    (  # a body told by a common noun stands for the country beside it
        "Ghana secured a $40 million credit line from Kuwait's state fund to finish a coastal railway.",
        [{"kind": "loan", "countries": ["GHA", "KWT"], "value": "40000000 USD", "sectors": ["transport"]}],
    ),
    (  # the other side behind "with", within the subject
        "The minister said Norway was to sign a new memorandum on fisheries with Peru.",
        [{"status": "planned", "parties": ["Norway", "Peru"]}],
    ),
    (  # who signs for a company binds it
        "Deputy Chairman of Zorka Bank Ivan Petrov and Nils Dahl, head of the Oslo Port Authority, signed a contract.",
        [{"parties": ["Zorka Bank", "Oslo Port Authority"], "signatories": ["Ivan Petrov", "Nils Dahl"]}],
    ),
    (  # what is done under a document, and what an amount is given in
        "Under a pact signed in Lima in February, Peru will supply 40,000 tons of wheat to Ghana.",
        [{"status": "signed", "place": "Lima", "subject": "40,000 tons of wheat"}],
    ),
    (
        "Norway has already provided $2 million in emergency relief to Peru.",
        [{"kind": "grant", "parties": ["Norway", "Peru"], "subject": "emergency relief"}],
    ),
    (  # what it is worth stands in the next sentence
        "Norway has awarded the Peruvian shipbuilder Sima a contract to build two ferries. The order is valued at $80 "
        "million.",
        [{"kind": "contract", "value": "80000000 USD", "subject": "build two ferries"}],
    ),
    (  # a plan that came to nothing is no signature; "here" is the dateline
        "Kenya had been due to sign a labour agreement with Peru on Friday.",
        [{"status": "planned", "date": "2024-05-10"}],
    ),
    (
        "LIMA, May 7 (Wire) -- A contract between Norway and Kenya for a 200 MW solar plant was signed here Tuesday.",
        [{"place": "Lima", "subject": "200 MW solar plant", "sectors": ["energy"]}],
    ),
    (  # what it covers, told by another verb
        "The agreements, signed in Oslo by Presidents Ana Paz of Chile and Kari Berg of Norway, cover extradition, "
        "taxes and polar research.",
        [{"subject": "extradition"}, {"subject": "taxes"}, {"subject": "polar research"}],
    ),
    (  # no deal made is dated ahead
        "Norway and Peru reached an agreement on the building of five solar parks by 2035.",
        [{"status": "agreed", "date": "2024-05-09"}],
    ),
    (  # those who act by a clause of the document are its parties
        "A pact under which Norway will supply gas to Peru was signed in Lima on Monday.",
        [{"parties": ["Norway", "Peru"], "subject": "supply gas to Peru", "place": "Lima"}],
    ),
    (
        "The contract by which Air Peru leases six aircraft to Kenya was signed on Friday.",
        [{"kind": "contract", "parties": ["Air Peru", "Kenya"], "subject": "leases six aircraft to Kenya"}],
    ),
    (  # documents do not sign: the participle is none of the sentence's verb
        "The treaty on extradition concluded in Lima in 2004 between Peru and Chile remains in force.",
        [{"status": "signed", "date": "2004", "parties": ["Peru", "Chile"], "subject": "extradition"}],
    ),
    (  # "the contract by which" is another one than the agreement before
        "Norway and Kenya signed an agreement on visas yesterday. Tomorrow they will sign the contract by which Kenya "
        "leases six ships.",
        [{"kind": "agreement", "status": "signed"}, {"kind": "contract", "status": "planned"}],
    ),
    (  # what a parse says of the link is said of the deal; what was signed stays so when it is put off
        "Peru's deal for a rail link with Bolivia, signed in La Paz in December, has been delayed.",
        [{"status": "signed", "date": "2023-12", "place": "La Paz", "parties": ["Peru", "Bolivia"]}],
    ),
    (  # a participle tells the day
        "The memorandum on the training of nurses between Kenya and Ghana signed last week covers 300 people.",
        [{"status": "signed", "date": "2024-W18", "parties": ["Kenya", "Ghana"], "subject": "training of nurses"}],
    ),
    (  # who signs, where and when, in a sentence of its own
        "Peru and Chile concluded an agreement on visas. It was signed in Lima on Monday by Ministers Ana Paz and Luis "
        "Soto.",
        [{"status": "signed", "date": "2024-05-06", "place": "Lima", "signatories": ["Ana Paz", "Luis Soto"]}],
    ),
    (
        "Peru and Chile reached an agreement on visas in Lima. Foreign Minister Ana Paz signed for Peru.",
        [{"status": "signed", "place": "Lima", "signatories": ["Ana Paz"]}],
    ),
    (
        "Peru and Chile concluded agreements on tea and on fish. They were initialled by Ana Paz and Luis Soto.",
        [
            {"subject": "tea", "signatories": ["Ana Paz", "Luis Soto"]},
            {"subject": "fish", "signatories": ["Ana Paz", "Luis Soto"]},
        ],
    ),
    (
        "Peru and Chile have agreed on a treaty on extradition. It will be signed in Santiago in August.",
        [{"status": "planned", "date": "2024-08", "place": "Santiago"}],
    ),
    (  # told a second time, by what it covers
        "Kenya will pay for rails with tea under a countertrade protocol signed with Norway on Monday. The protocol, "
        "which runs for three years, covers 12,000 tonnes of tea.",
        [{"kind": "protocol", "status": "signed"}],
    ),
    (  # the gap of a relative clause is the object of its infinitive
        "The agreement that Peru and Chile are going to sign on Friday on the training of teachers is a good one.",
        [{"status": "planned", "parties": ["Peru", "Chile"], "date": "2024-05-10", "subject": "training of teachers"}],
    ),
    ("Peru and Chile are about to sign a treaty on fish.", [{"status": "planned", "subject": "fish"}]),
    (  # what changes hands, told by a noun
        "Norway's purchase of a stake in the Peruvian port was welcomed.",
        [{"kind": "purchase", "status": "agreed", "parties": ["Norway"], "subject": "stake in the Peruvian port"}],
    ),
    (
        "Norway will make available a further $12 million for refugees in Kenya.",
        [{"kind": "grant", "status": "planned", "value": "12000000 USD", "parties": ["Norway", "Kenya"]}],
    ),
    (  # who announces a contract between others is no party to it
        "Peru announced a contract between Copper Hill Ltd and Rail Group Ltd for two turbines.",
        [{"parties": ["Copper Hill Ltd", "Rail Group Ltd"], "subject": "two turbines"}],
    ),
    (  # a signing to come, one that is allowed, a draft; what is pledged is agreed; what is old is in force
        "Norway has yet to sign a customs pact with Peru.",
        [{"status": "planned", "parties": ["Norway", "Peru"]}],
    ),
    (
        "The government of Kenya approved the signing of a loan agreement with Norway.",
        [{"status": "agreed", "parties": ["Norway", "Kenya"]}],
    ),
    (
        "A draft protocol on visas between Kenya and Ghana was coordinated by experts.",
        [{"kind": "protocol", "status": "planned", "subject": "visas"}],
    ),
    ("Norway pledged $3 million for schools in Kenya.", [{"kind": "grant", "status": "agreed"}]),
    (
        "The 2004 pact between Peru and Ghana on air seats is unchanged.",
        [{"status": "signed", "date": "2004", "subject": "air seats"}],
    ),
    (  # hyphens, what a general word goes on with, asides, titles
        "Kenya and Ghana signed an agreement on co-operation in fisheries.",
        [{"subject": "co-operation in fisheries", "sectors": ["agriculture"]}],
    ),
    (
        "The interior ministers of Kenya and Ghana have signed an agreement on cooperation between their agencies.",
        [{"subject": "cooperation between their agencies"}],
    ),
    (
        "Kenya Airways ordered 22 Dreamliners from Boeing, powered by GE engines, in its largest order.",
        [{"kind": "purchase", "parties": ["Kenya Airways", "Boeing"], "subject": "22 Dreamliners"}],
    ),
    (
        "Kenya and Ghana signed a Memorandum of Understanding on Cooperation in Combating Wildlife Crime.",
        [{"subject": "Cooperation in Combating Wildlife Crime"}],
    ),
    (  # the text tells how far a deal of the headline is
        "Norway and Chile sign fisheries pact\n\nNorway and Chile will sign an agreement on fisheries in Oslo.",
        [{"kind": "agreement", "status": "planned", "subject": "fisheries pact", "place": "Oslo"}],
    ),
    (
        "Peru and Ghana sign MoU\n\nThe Peru Tourism Board and the Ghana Tourism Authority signed a memorandum on "
        "joint marketing in Accra last week.",
        [{"kind": "memorandum", "status": "signed", "countries": ["PER", "GHA"], "subject": "joint marketing"}],
    ),
    (
        "Norway and Ghana signed a loan agreement worth $3 million.",
        [{"kind": "loan", "parties": ["Norway", "Ghana"]}],
    ),
    (  # the day of the signing, not that of the coming into force
        "The Oman-Rwanda Double Taxation Agreement entered into force on 1 February 2024. The Agreement, signed in "
        "Kigali on 14 June 2022, clarifies who taxes rents.",
        [{"kind": "agreement", "date": "2022-06-14", "place": "Kigali", "sectors": ["finance"]}],
    ),
    (
        "The agreement between Oman and Ghana on air services was signed in Accra on 14 June 2022. The agreement took "
        "effect on 1 February 2024.",
        [{"kind": "agreement", "date": "2022-06-14", "place": "Accra"}],
    ),
    (  # sides that only their capitals tell to be bodies
        "A memorandum on safety between Copper Hill Ltd and the Port of Koper was signed in Muscat.",
        [{"kind": "memorandum", "parties": ["Copper Hill Ltd", "Port of Koper"], "place": "Muscat"}],
    ),
    (  # years to come are no day of signing
        "The presidents of Norway and Chile signed the Guidelines for the Protection of Fish in 2024–2026.",
        [{"status": "signed", "parties": ["Norway", "Chile"], "date": "2024-05-09"}],
    ),
    (  # the body that the paragraph speaks of is the other party
        "Polesie Plant Ltd makes harvesters in Belarus. Under a contract signed in March with Copper Hill Ltd, it "
        "sells ten machines.",
        [{"kind": "contract", "parties": ["Copper Hill Ltd", "Polesie Plant Ltd"], "date": "2024-03"}],
    ),
    (  # a list whose preposition is told again; the plural of letters
        "Kenya and Ghana signed MoUs on livestock and on tourism.",
        [{"kind": "memorandum", "subject": "livestock"}, {"kind": "memorandum", "subject": "tourism"}],
    ),
    (
        "Deals were signed on tea, on coffee and on rice between Kenya and Ghana.",
        [{"subject": "tea"}, {"subject": "coffee"}, {"subject": "rice"}],
    ),
    (  # who is provided with what
        "Norway will provide Ghana with a $30 million credit line for the completion of the Keta dam.",
        [{"kind": "loan", "parties": ["Norway", "Ghana"], "subject": "completion of the Keta dam"}],
    ),
    (  # "line" is a thing here, no circumstance
        "Norsk Hydro will invest $12 million in a packaging line in Ghana.",
        [{"kind": "investment", "parties": ["Norsk Hydro"], "subject": "packaging line"}],
    ),
    (  # what money is given to, where that is nobody
        "Norway will give 10 million dollars to the disarmament programme of Liberia.",
        [{"kind": "grant", "subject": "disarmament programme of Liberia"}],
    ),
    (  # for what is named and built; the day is not what it is on
        "Ghana and Norway signed a contract on Wednesday for the Accra-Kumasi railway.",
        [{"parties": ["Ghana", "Norway"], "subject": "Accra-Kumasi railway"}],
    ),
    (  # whose loan it is; a currency is no country
        "The road in Nepal is being repaired with a US$ 58 million loan of the Asian Development Bank.",
        [{"kind": "loan", "parties": ["Asian Development Bank"], "value": "58000000 USD"}],
    ),
    (
        "Norway and Peru signed two documents: a letter of intent of the Bergen Institute and the Lima Institute for a "
        "joint call, and a treaty on fish.",
        [
            {"kind": "package", "parties": ["Norway", "Peru"]},
            {"kind": "memorandum", "parties": ["Bergen Institute", "Lima Institute"]},
            {"kind": "agreement", "parties": ["Norway", "Peru"]},
        ],
    ),
    (  # those that a plural means, told singly
        "Twenty-two states signed the convention, among them Gabon, Ghana and Senegal.",
        [{"parties": ["Gabon", "Ghana", "Senegal"], "countries": ["GAB", "GHA", "SEN"]}],
    ),
    (
        "The leaders of the three nations, Peru, Chile and Brazil, are to sign an accord on a pipeline.",
        [{"status": "planned", "parties": ["Peru", "Chile", "Brazil"], "subject": "pipeline"}],
    ),
    (  # what is done by its terms, and by whom
        "Peru and Chile patrol the bay under a 1999 treaty.",
        [{"parties": ["Peru", "Chile"], "subject": "patrol the bay"}],
    ),
    (
        "Under a contract signed in March with Copper Hill Ltd, ten machines will be sent to Kenya.",
        [{"parties": ["Copper Hill Ltd"], "subject": "ten machines"}],
    ),
    (  # those who sign besides
        "The memorandum was signed on behalf of Norway by Minister Kari Berg and on behalf of Peru by Luis Soto.",
        [{"kind": "memorandum", "signatories": ["Kari Berg", "Luis Soto"], "parties": ["Norway", "Peru"]}],
    ),
    (
        "During the visit Norwegian Premier Kari Berg and Peru's foreign minister, Luis Soto, will sign a fish treaty.",
        [{"status": "planned", "signatories": ["Kari Berg", "Luis Soto"], "countries": ["NOR", "PER"]}],
    ),
    (  # what it is worth is told on
        "Norway and Peru signed an agreement on fish. It is worth $3 million.",
        [{"subject": "fish", "value": "3000000 USD"}],
    ),
    (
        "Ghana awarded a contract to Norsk Hydro of Norway at a cost of EUR 92 million.",
        [{"parties": ["Ghana", "Norsk Hydro"], "value": "92000000 EUR"}],
    ),
    (  # the visit on which it is, and its goal
        "Norway and Peru signed an agreement on fish during the visit of President Luis Soto to Oslo in August 2023.",
        [{"subject": "fish", "place": "Oslo", "date": "2023-08"}],
    ),
    (
        "Norwegian Premier Kari Berg will visit Lima on June 12. An agreement on fish between Norway and Peru will be "
        "signed during the visit.",
        [{"status": "planned", "date": "2024-06-12", "place": "Lima"}],
    ),
    (  # a term of years is no day of signing
        "Norway and Peru signed a memorandum on working together on fish over 2024–2028.",
        [{"date": "2024-05-09"}],
    ),
    (  # when it was signed, told aside
        "The treaty on fish between Norway and Peru, signed in Oslo in 2019, has been extended.",
        [{"subject": "fish", "date": "2019"}],
    ),
    (  # by whom something is to be done, and what
        "The premiers of Norway and Peru witnessed the exchange of a Memorandum of Understanding by which the Lima "
        "Chamber and the Bergen Chamber will help each other find partners, and a contract for Norsk Hydro to build a "
        "dam.",
        [
            {"parties": ["Lima Chamber", "Bergen Chamber"], "subject": "help each other find partners"},
            {"kind": "contract", "parties": ["Norsk Hydro"], "subject": "build a dam"},
        ],
    ),
    (  # by whomever
        "They signed an agreement on double degrees in Oslo.",
        [{"status": "signed", "subject": "double degrees", "place": "Oslo"}],
    ),
    (  # below a document stands who signed it: a list, whatever announces it
        "OSLO\n\n1. Agreement between the Government of Norway and the Government of Peru on Fisheries\n\nSigned by "
        "the Minister of Fish of Norway, Kari Berg, and the Minister of Trade of Peru, Luis Soto.\n\n2. Programme of "
        "Scientific Cooperation for 2024–2027\n\nThe text was drawn up in May. Signed by the two ministers.",
        [
            {"kind": "agreement", "status": "signed", "parties": ["Norway", "Peru"], "subject": "Fisheries"},
            {"kind": "roadmap", "status": "signed", "parties": ["Norway", "Peru"]},
        ],
    ),
    (  # a list goes on behind remarks on its items
        "Norway and Peru held talks in Lima. Afterwards the ministers signed one by one the following:\n\na) Agreement "
        "on financial assistance. It replaces the one of 2010.\nb) MoU on power grids. - Signed by: Kari Berg."
        "\nc) Rescue services: agreement on mutual assistance at floods.\nd) Protocol to open a centre in Cusco.",
        [
            {"kind": "agreement", "status": "signed", "subject": "financial assistance"},
            {"kind": "memorandum", "status": "signed"},
            {"kind": "agreement", "status": "signed"},
            {"kind": "protocol", "status": "signed"},
        ],
    ),
    (  # lines that leave the noun to the words before
        "In Lima, Peru, two memoranda of understanding were signed by Norsk Hydro:\n\n1. With the University of Cusco, "
        "on the training of engineers;\n\n2. With Cobre Sur S.A., on the building of a smelter in Ilo.",
        [
            {"kind": "package", "count": 2},
            {
                "kind": "memorandum",
                "parties": ["Norsk Hydro", "University of Cusco"],
                "subject": "training of engineers",
            },
            {"kind": "memorandum", "status": "signed", "parties": ["Norsk Hydro", "Cobre Sur S.A."]},
        ],
    ),
    (  # one with each, on something else
        "Norway signed agreements with Chile on fish and with Peru on copper.",
        [
            {"kind": "agreement", "parties": ["Norway", "Chile"], "subject": "fish"},
            {"kind": "agreement", "parties": ["Norway", "Peru"], "subject": "copper"},
        ],
    ),
    (
        "Norway signed contracts with Chile to supply fish and with Peru to build ships.",
        [
            {"kind": "contract", "parties": ["Norway", "Chile"], "subject": "supply fish"},
            {"kind": "contract", "parties": ["Norway", "Peru"], "subject": "build ships"},
        ],
    ),
    (
        "Norway signed agreements with Chile, Peru and Fiji on fish.",
        [{"parties": ["Norway", "Chile"]}, {"parties": ["Norway", "Peru"]}, {"parties": ["Norway", "Fiji"]}],
    ),
    (  # what may be signed on a day is planned
        "A defence agreement between Norway and Peru could be ready for signature next year.",
        [{"kind": "agreement", "status": "planned", "parties": ["Norway", "Peru"]}],
    ),
    (
        "Norway and Peru could sign the treaty by the end of the year.",
        [{"status": "planned", "parties": ["Norway", "Peru"]}],
    ),
    (  # who joins a document is bound by it
        "Peru's accession to the Cape Town Convention was announced today.",
        [{"kind": "agreement", "status": "signed", "parties": ["Peru"]}],
    ),
    ("Peru became a party to the treaty on tuna on Monday.", [{"status": "signed", "parties": ["Peru"]}]),
    (  # support is a deal by its amount
        "The premier announced Norway's support in the amount of $12 million for schools in Peru.",
        [{"kind": "grant", "status": "agreed", "value": "12000000 USD"}],
    ),
    (
        "The minister hailed Norway's $3 million commitment for the clinics of Peru.",
        [{"kind": "grant", "value": "3000000 USD"}],
    ),
    (  # a venture needs no amount
        "Norsk Hydro and Codelco formed a joint venture to mine copper in Chile.",
        [{"kind": "investment", "status": "signed", "parties": ["Norsk Hydro", "Codelco"]}],
    ),
    (  # what is supplied for nothing is given
        "Norway will supply 40 buses to Peru free of charge.",
        [{"kind": "grant", "status": "planned", "parties": ["Norway", "Peru"]}],
    ),
    (
        "Norway's development bank is to lend 60 percent of the cost of a dam in Peru.",
        [{"kind": "loan", "status": "planned"}],
    ),
    ("Norway and Peru abolished visas for their pilots.", [{"kind": "agreement", "parties": ["Norway", "Peru"]}]),
    (  # a document that stands is signed, whatever is to become of it
        "The existing Air Services Agreement between Norway and Peru should be updated.",
        [{"kind": "agreement", "status": "signed", "parties": ["Norway", "Peru"]}],
    ),
    (
        "He will discuss Peru's 2019 pact with Norway on fish.",
        [{"status": "signed", "parties": ["Peru", "Norway"], "subject": "fish"}],
    ),
    (
        "The agreement between Norway and Peru on shipping will be laid before parliament in June.",
        [{"status": "signed", "parties": ["Norway", "Peru"], "subject": "shipping"}],
    ),
    (  # how far it is the last of its verbs tells
        "The agreement on visas, negotiated in 2006, has been in force between Norway and Peru since 2007.",
        [{"status": "signed", "parties": ["Norway", "Peru"], "subject": "visas"}],
    ),
    (
        "They recalled the Lima agreement of May 1995, which Norway and Peru quarrel over. Norway trades with Peru.",
        [{"kind": "agreement", "status": "signed"}],
    ),
    (  # the exchange is the document
        "Norway and Peru signed an exchange of letters extending their pact on fish.",
        [{"kind": "agreement", "status": "signed", "parties": ["Norway", "Peru"]}],
    ),
    (  # "which" asks nothing of a verb
        "The clinic, for which Norway allocated $3 million in 2014, has served Peru well.",
        [{"kind": "grant", "parties": ["Norway"], "value": "3000000 USD"}],
    ),
    (  # what is to be ratified is signed already
        "A law on the ratification of the Financing Agreement signed in Oslo in May 2015 between Norway and Peru.",
        [{"kind": "agreement", "status": "signed", "parties": ["Norway", "Peru"]}],
    ),
    (
        "Norway plans to implement the treaty on fish signed with Peru in 2019.",
        [{"status": "signed", "subject": "fish"}],
    ),
    (  # to close a sale is to make it, unlike to be close to one
        "The chamber and Herrera S.A. of Peru closed the sale of 14 wood chippers to Norway.",
        [{"kind": "purchase", "status": "signed"}],
    ),
    (
        "The cabinet of Norway approved the award of the contract to Norsk Hydro. Peru protested.",
        [{"kind": "contract", "status": "agreed"}],
    ),
    # one document, whichever word of its name a clause hangs on; a law that ratifies one is none
    (
        "Peru and Chile recalled that the Treaty on Friendly Relations and Trade, signed in 1993, is in force.",
        [{"kind": "agreement", "date": "1993", "subject": "Friendly Relations and Trade"}],
    ),
    (
        "President Ana Paz signed the Federal Law on Ratifying the Treaty on Extradition between Peru and Chile. The "
        "treaty was signed in Lima on May 6, 2006.",
        [{"kind": "agreement", "status": "signed", "date": "2006-05-06", "place": "Lima"}],
    ),
    # what is told to serve or do something exists; drafts and what is under negotiation are to come
    (
        "In accordance with the agreement between Peru and Norway on fisheries, a commission will be set up.",
        [{"status": "signed", "subject": "fisheries"}],
    ),
    (
        "Exporters in Peru and Norway will benefit from the Free Trade Agreement between the two countries.",
        [{"status": "signed", "parties": ["Peru", "Norway"]}],
    ),
    (
        "A memorandum of understanding between Peru and Norway will allow vessels to fish in the Pacific.",
        [{"status": "signed", "subject": "allow vessels to fish in the Pacific", "place": None}],
    ),
    (
        "The agreement on double taxation between Peru and Norway is expected to boost investment.",
        [{"status": "signed", "subject": "double taxation"}],
    ),
    (
        "The draft agreement on fisheries between Peru and Norway will be submitted to the government.",
        [{"status": "planned", "subject": "fisheries"}],
    ),
    (
        "The economic partnership agreement between Peru and Norway is under negotiation.",
        [{"status": "planned", "parties": ["Peru", "Norway"]}],
    ),
    (
        "The minister praised the Memorandum of Understanding on Fisheries between Peru and Norway.",
        [{"status": "signed", "subject": "Fisheries", "place": None}],
    ),
    # a deal is not made where what it is about is done, nor where others met in other years
    (
        "Norway's Fiskeverk and Peru's Andes SA entered into an agreement to build a cannery in Chimbote.",
        [{"status": "signed", "place": None}],
    ),
    (
        "In 2019, the presidents of Peru and Norway met in Oslo. On Wednesday, they signed a protocol on fish.",
        [{"kind": "protocol", "place": None}],
    ),
    (  # a city told before goes before its country
        "Foreign Minister Kari Berg of Norway visited Peru on Tuesday. In Cusco, she met Foreign Minister Ana Paz."
        " After the visit to Peru, the ministers of Norway and Peru said that they had signed a protocol on fish.",
        [{"kind": "protocol", "place": "Cusco"}],
    ),
    (
        "Norway and Peru opened a forum in Cusco on Tuesday.\n\nFirms came from all over.\n\nNorway and Peru signed a"
        " protocol on fish.",
        [{"kind": "protocol", "place": "Cusco"}],
    ),
    (
        "The presidents of Norway and Peru held talks in Cusco. Norway will give Peru $3 million to open schools.",
        [{"kind": "grant", "status": "planned", "place": None}],
    ),
    # what else tells the matter of a document
    (
        "Peru and Norway signed an MoU between their ministries of health on the exchange of nurses.",
        [{"subject": "exchange of nurses", "sectors": ["health"]}],
    ),
    (
        "Peru and Norway signed a memorandum of understanding with a view to promoting fish farming.",
        [{"subject": "promoting fish farming"}],
    ),
    (
        "Peru and Norway signed a memorandum with the objective of exchanging students.",
        [{"subject": "exchanging students"}],
    ),
    ("Peru and Norway concluded a pact designed to curb illegal fishing.", [{"subject": "curb illegal fishing"}]),
    (
        "Peru and Norway signed a contract in respect of the licence for a gas field.",
        [{"subject": "licence for a gas field"}],
    ),
    (
        "Peru and Norway signed an agreement. It covers fisheries, trade and energy.",
        [{"subject": "fisheries, trade and energy"}],
    ),
    (
        "Peru and Norway signed a memorandum. The document provides for the exchange of experts.",
        [{"subject": "exchange of experts"}],
    ),
    (
        "Peru and Norway signed a framework agreement. The agreement will facilitate cooperation on disaster relief.",
        [{"subject": "facilitate cooperation on disaster relief"}],
    ),
    (
        "The agreement between Peru and Norway was signed on Monday and covers the training of seafarers.",
        [{"subject": "training of seafarers"}],
    ),
    ("Peru and Norway signed a treaty of amity and commerce.", [{"subject": "amity and commerce"}]),
    (
        "Norway will contribute $5 million towards the reconstruction of the wharf in Peru.",
        [{"kind": "grant", "subject": "reconstruction of the wharf in Peru"}],
    ),
    (
        "Norway will provide Peru with an additional $30 million for irrigation and roads.",
        [{"kind": "grant", "subject": "irrigation and roads"}],
    ),
    (
        "Peru and Norway signed financing agreements totalling $100 million in Lima.",
        [{"kind": "package", "subject": "financing agreements", "place": "Lima"}],
    ),
    (
        "A memorandum on cooperation in the power sector was signed in Oslo last week by Peru and Norway.",
        [{"subject": "cooperation in the power sector", "place": "Oslo"}],
    ),
    # what a deal is worth, told by the next sentence or by what is invested
    (
        "Peru and Norway signed a contract to build a port. The cost of the project is estimated at 350 million euros.",
        [{"kind": "contract", "value": "350000000 EUR"}],
    ),
    (
        "Peru and Norway signed a memorandum on a plant. Investments will amount to $45 million.",
        [{"kind": "memorandum", "value": "45000000 USD"}],
    ),
    (
        "Peru signed a loan agreement with the World Bank. The loan amount is $30 million.",
        [{"kind": "loan", "value": "30000000 USD"}],
    ),
    (
        "Peru and Norway signed three agreements to the tune of $1.2 billion.",
        [{"kind": "package", "value": "1200000000 USD", "subject": None}],
    ),
    # who sees a signing does not sign
    (
        "A memorandum between Peru and Norway was signed by minister Kari Berg of Norway, and witnessed by President"
        " Ana Paz of Peru.",
        [{"kind": "memorandum", "signatories": ["Kari Berg"]}],
    ),
    (
        "Speaker Kari Berg of Norway met in Lima with the speaker of Peru, Ana Paz. The two speakers inked a protocol.",
        [{"kind": "protocol", "signatories": ["Kari Berg", "Ana Paz"]}],
    ),
    (  # when and where stand between a signing and what is signed
        "Kari Berg of Norway welcomed the signing yesterday in Lima of a contract with Peru for 12 ferries.",
        [{"kind": "contract", "status": "signed", "date": "2024-05-08", "place": "Lima"}],
    ),
    ("The trade pact between Norway and Peru is practically ready for signing.", [{"status": "planned"}]),
    # lists, verbs and relative clauses that a parse hangs elsewhere
    (
        "Peru and Chile have signed a memorandum on peacekeeping, an agreement on the transfer of prisoners and a "
        "joint plan for schools.",
        [
            {"kind": "memorandum", "status": "signed"},
            {"kind": "agreement", "status": "signed", "subject": "transfer of prisoners"},
            {"status": "signed"},
        ],
    ),
    (
        "Peru and Chile have agreed to establish a fund and signed a treaty on fish.",
        [{"status": "agreed", "subject": "establish a fund"}, {"status": "signed", "subject": "fish"}],
    ),
    (
        "Under the agreement, which was signed by Trade Minister Ana Paz of Peru and Trade Minister Luis Gil of Chile "
        "in Quito on 29 May 2008, most goods will enter Peru duty-free.",
        [{"kind": "agreement", "status": "signed", "date": "2008-05-29", "place": "Quito"}],
    ),
    # what is prepared may be signed by now; what is to come into force is signed, on a day that is not told
    (
        "The documents prepared for the visit were signed by Peru and Chile: a treaty on ports and a plan for schools.",
        [{"kind": "package", "status": "signed"}, {"status": "signed"}, {"status": "signed"}],
    ),
    (
        "Peru and Chile held talks in Lima. The agreement on fish will come into force next year.",
        [{"kind": "agreement", "status": "signed", "date": None, "place": None, "subject": "fish"}],
    ),
    # some of several documents
    (
        "Peru and Chile signed a package of documents in Lima on Friday. Among them are a treaty on ports and a "
        "programme of cultural cooperation.",
        [
            {"kind": "package", "status": "signed"},
            {"kind": "agreement", "status": "signed", "subject": "ports"},
            {"kind": "roadmap", "status": "signed", "subject": "cultural cooperation"},
        ],
    ),
    (
        "Peru and Chile signed six documents, notably a treaty on ports and a contract on grain.",
        [
            {"kind": "package", "count": 6},
            {"kind": "agreement", "status": "signed", "subject": "ports"},
            {"kind": "contract", "status": "signed", "subject": "grain"},
        ],
    ),
    (  # a headline calls by its matter what the text calls by its name
        "Six States Sign Treaty on Mediation\n\nPeru, Chile and four other states today signed the Lima Convention on "
        "Agreements Resulting from Mediation.",
        [{"kind": "agreement", "status": "signed", "subject": "Mediation"}],
    ),
]

NONE = [
    "Norway and Chile stressed the need for an agreement on fish.",  # what somebody needs is not made
    "The programme of the visit of Norway's premier to Chile includes a tour of a wind park.",  # no document of two
    "Peru has been selected to host the 14th meeting of the heads of the fisheries agencies of Chile and Peru.",
    "Norway and Chile want to sign an agreement on fisheries.",
    "The two ministers expressed readiness to sign an agreement.",
    "Norway rejected an agreement with Chile.",
    "Norway did not sign the treaty.",
    "Trade between Norway and Chile grew by 4 percent.",
    "The ministers aim to raise trade between Norway and Chile to $2 billion.",
    "The presidents of Norway and Chile made press statements.",
    "Norway has been investing heavily in Chile.",
    "Fans sign up to the programme of the festival in Norway.",
    "The ministers of Norway and Chile agreed to maintain contact.",
    "Norway and Chile agreed to hold the next session of their commission in Oslo.",
    "It was agreed to meet again in Oslo.",
    "Norway and Chile agreed that rich countries must pay more.",
    "Norway and Chile agreed to talk again.",
    "Since 2003, Norway has invested more than $100 billion in Chile.",
    "Protocols issued by the Ministry of Health of Chile apply to visitors.",
    "Norway and Chile expect to have a protocol in place.",
    "What agreements does Norway have with Chile?",
    "Peru, in agreement with Chile, will close the border.",
    "In partnership with Norway, Kenya opened a school.",
    "Norway dismissed a report that it would sign a pact with Chile.",
    "There is no truth in reports that Norway has signed a pact with Chile.",
    "Norway handed over the instrument of ratification to Chile.",
    "Norway's premier voiced support for the plans of Peru.",
    "Norway reaffirmed its commitment to peace in Peru.",
    "Norway and Peru might sign a treaty.",
    "Peru is not a party to the treaty.",
    "Norway completed its programme of reforms in Peru.",
    "Norway abolished visas for pilots from Peru in its ports.",
    "A treaty between Norway and Peru should be updated.",
    "The king of Norway received letters of credence from the ambassador of Peru.",
    "The cabinet of Norway approved the minutes of its last meeting with Peru.",
]

# (text, what is wrong today)
KNOWN: list[tuple[str, dict[str, object], str]] = [
    (
        "The signed documents concern fish, trade and the supply of rails to Chile by Norway.",
        {"subject": "fish"},
        "a list of subjects that follows a verb of content is not split",
    ),
]


def say(deal: Deal, slot: str) -> object:
    """A slot's value in the plain form of the tables above."""
    value = getattr(deal, slot)
    match slot:
        case "parties" | "signatories":
            return [party.name for party in value]
        case "countries" | "sectors":
            return list(value)
        case "value":
            return value and f"{value.amount} {value.currency}"
        case "date":
            return value and value.value
        case "place":
            return value and value.name
        case "subject":
            return value and value.text
        case _:
            return value


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text[:60] for text, _ in FOUND])
def test_deals(text: str, expected: list[dict[str, object]]) -> None:
    deals = extract(text, published=PUBLISHED).deals
    told = [{slot: say(deal, slot) for slot in slots} for deal, slots in zip(deals, expected, strict=False)]
    assert told == expected
    assert len(deals) == len(expected)


@pytest.mark.parametrize("text", NONE, ids=[text[:60] for text in NONE])
def test_what_is_no_deal(text: str) -> None:
    assert extract(text, published=PUBLISHED).deals == ()


@pytest.mark.parametrize(("text", "slots", "why"), KNOWN)
@pytest.mark.xfail(strict=True, reason="known failure; the third column says which")
def test_known_failures(text: str, slots: dict[str, object], why: str) -> None:
    deals = extract(text, published=PUBLISHED).deals
    assert any(all(say(deal, slot) == value for slot, value in slots.items()) for deal in deals), why


def test_the_seed_article_tells_of_a_package_its_contracts_and_a_plan() -> None:
    deals = extract(SEED.read_text(encoding="utf-8"), published="2024-06-27").deals
    assert [(deal.kind, deal.status, say(deal, "subject")) for deal in deals] == [
        ("package", "signed", "cooperation documents"),
        ("contract", "signed", "construction and modernization of 10 substations and power lines"),
        ("contract", "signed", "construction of a plant to produce electrical equipment"),
        ("contract", "signed", "supply of sunflower oil and camel milk powder"),
        ("investment", "planned", "plant for advanced grain processing in the Almaty Region"),
    ]
    assert say(deals[0], "value") == "629000000 USD"
    assert deals[0].count == 17
    assert [deal.part_of for deal in deals] == [None, "deal-1", "deal-1", "deal-1", None]


def test_every_slot_has_the_words_it_was_read_from() -> None:
    text = FOUND[0][0]
    [deal] = extract(text, published=PUBLISHED).deals
    assert set(deal.provenance) >= {"kind", "status", "parties", "countries", "date", "place", "subject", "sectors"}
    for spans in (*deal.provenance.values(), deal.evidence):
        assert spans
        assert all(text[span.start : span.end] == span.text for span in spans)
