"""Sentences of our own making, for names that 120 articles hold too few of: events, documents, facilities, offices.

Drawn from templates, grammars of names and facts of the world. Some templates hold the same nouns without a name
("the two sides signed an agreement at the summit"), so that capitals and wording tell, not the noun alone.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from corpora import Example, split_article

from bilateral_extract.lexicon import read_table

GIVEN = """Aigerim Yerlan Dmitry Olga Mehmet Ayşe Ivan Elena Piotr Anna Jean Marie Hans Greta Luca Giulia Carlos María João
Ana Ahmed Fatima Omar Layla Reza Shirin Arjun Priya Imran Sana Nguyen Linh Somchai Wei Jing Hiroshi Yuki Min-jun Ji-woo
Kwame Ama Chinedu Ngozi Tendai Thabo Juma Amina Abebe Hana Bilguun Sarnai Rustam Nodira Gulnara Azamat Farid Leyla Nino
Giorgi Ani Tigran John Sarah Michael Emma Liam Siti Budi Ratna Jose Grace Sione Mele""".split()
FAMILY = """Akhmetov Suleimenova Petrov Ivanova Yılmaz Demir Kowalski Nowak Dupont Moreau Schmidt Weber Rossi Bianchi García
Fernández Silva Pereira Al-Sayed Haddad Hosseini Karimi Sharma Patel Khan Malik Tran Pham Srisai Zhang Chen Tanaka Suzuki
Park Kim Mensah Owusu Okafor Adeyemi Moyo Dlamini Mwangi Hassan Tesfaye Bekele Batbayar Ganbold Rahimov Yusupova Toktogulov
Aliyev Mammadova Beridze Kapanadze Sargsyan Smith Brown Murphy Wilson Hidayat Wijaya Santos Reyes Tupou""".split()
TOPIC = """Trade;Investment;Business;Economic;Energy;Digital Economy;Tourism;Education;Agriculture;Health;Climate;Security;
Defence;Transport;Logistics;Innovation;Green Energy;Water;Mining;Space;Media;Youth;Culture;Food Security;Maritime;Aviation;
Infrastructure;Finance;Industrial;Science and Technology;Artificial Intelligence;Peace;Interregional;Parliamentary""".replace("\n", "").split(";")
FIELD = """trade;investment;agriculture;education;culture;tourism;health;energy;transport;civil aviation;defence;the legal field;
science and technology;environmental protection;digital development;youth affairs;customs matters;visa-free travel;
air services;labour migration;the avoidance of double taxation;the protection of investments;nuclear energy;water resources;
standardization;media;sport;space research;combating terrorism;rail transport""".replace("\n", "").split(";")
TITLED_FIELD = """Economic and Trade Cooperation;Cultural Cooperation;the Promotion and Reciprocal Protection of Investments;Air Services;
the Avoidance of Double Taxation;Mutual Legal Assistance;Defence Cooperation;Science and Technology;Readmission;Visa Exemption;
Sustainable Development;Climate Change;Cooperation in Education;Friendly Relations;Strategic Partnership;Customs Cooperation;
the Peaceful Uses of Nuclear Energy;Extradition;Social Security;Digital Trade""".replace("\n", "").split(";")
BLOC = "ASEAN APEC OPEC G20 G7 BRICS NATO SCO EAEU ECOWAS SADC MERCOSUR CARICOM GCC EU CIS OTS SAARC".split()
REGION = """Central Asia;the Middle East;Africa;Europe;Southeast Asia;the Black Sea;the Caspian Sea;Latin America;the South Caucasus;
the Persian Gulf;the Balkans;the Arctic;the Red Sea;the Indo-Pacific;the Sahel;the Horn of Africa;the Danube;the Mekong River;
the Mediterranean;the Baltic Sea;Siberia;the Far East;the Himalayas;the Strait of Malacca""".replace("\n", "").split(";")
CITY = """Astana;Almaty;Tashkent;Bishkek;Baku;Tbilisi;Yerevan;Ankara;Istanbul;Moscow;Kazan;Beijing;Shanghai;Urumqi;Tokyo;Seoul;Hanoi;
Bangkok;Jakarta;Manila;New Delhi;Mumbai;Islamabad;Dhaka;Colombo;Tehran;Baghdad;Riyadh;Doha;Abu Dhabi;Dubai;Cairo;Nairobi;
Addis Ababa;Lagos;Accra;Pretoria;Rabat;Paris;Berlin;Rome;Madrid;Warsaw;Vienna;Geneva;Budapest;London;Ottawa;Washington;
Brasilia;Buenos Aires;Lima;Canberra;Wellington;Ulaanbaatar;Samarkand;Minsk;Belgrade""".replace("\n", "").split(";")
EVENT_HEAD = "Forum Summit Conference Congress Expo Exhibition Fair Week Festival Dialogue Convention Symposium Roundtable".split()
DOC_HEAD = "Agreement Treaty Convention Protocol Charter Pact Declaration Memorandum Accord".split()
PROGRAM_HEAD = "Initiative;Strategy;Action Plan;Programme;Program;Roadmap;Partnership;Vision;Framework;Plan".split(";")
PLACE_HEAD = """Airport;International Airport;Port;Palace;Stadium;Railway Station;Bridge;Museum;Library;Hotel;Convention Center;
Exhibition Centre;Power Plant;Square;Memorial;Hospital;Theatre;Industrial Park;Special Economic Zone;Tower;Hall;
Nuclear Power Plant;Free Zone;Refinery;Dam;Highway;Pipeline;Cathedral;Mosque;Shrine""".replace("\n", "").split(";")
MINISTRY = """Foreign Affairs;Finance;Trade;Energy;Agriculture;Transport;Education;Health;Culture;Defence;Justice;Economy;
Industry and Trade;Tourism;Environment;Digital Development;Labour;Foreign Trade;Science;Interior""".replace("\n", "").split(";")
ORDINAL = "first second third fourth fifth sixth seventh eighth ninth tenth 11th 12th 15th 20th 25th inaugural annual".split()
COMPANY = "Energo;Trans;Agro;Steel;Solar;Textile;Telecom;Logistics;Pharma;Motors;Mining;Petroleum;Rail;Bank;Airlines;Foods".split(";")
SUFFIX = "LLC;Ltd.;Group;JSC;Corporation;Holding;Co., Ltd;Inc.;AG;S.A.".split(";")

_COUNTRIES = [(row["name"], row["demonyms"].split("|")[0]) for row in read_table("countries") if row["demonyms"]]

# In a template, {X} is a slot of the grammar below, and [LABEL text] marks a name.
GRAMMAR = {
    "event": [
        "[EVENT {bloc} Summit]", "[EVENT {pair} {topic} {eventhead}]", "[EVENT {city} {topic} {eventhead}]",
        "[EVENT {topic} {eventhead}]", "[EVENT International {topic} {eventhead}]", "[EVENT {country} International {topic} {eventhead}]",
        "{ordinal} [EVENT {pair} {topic} {eventhead}]", "[EVENT {Ordinal} {pair} {topic} {eventhead}]",
        "[EVENT {topic} {eventhead} {year}]", "[EVENT {year} {city} {eventhead}]", "[EVENT {bloc} {topic} Ministers’ Meeting]",
        "[EVENT {eventhead} on {titled}]", "[EVENT World {topic} {eventhead}]", "“[EVENT {topic} {eventhead} {year}]”",
        "[EVENT Days of {adjective} Culture]", "[EVENT {bloc}-{country} Summit]", "[EVENT Expo {year}]", "[EVENT {topic} Week]",
    ],
    "doc": [
        "[DOC {dochead} on {titled}]", "[DOC {city} {dochead}]", "[DOC Free Trade Agreement]", "[DOC {topic} {programhead} {year}]",
        "[DOC {topic} {programhead}]", "[DOC {pair} {dochead} on {titled}]", "[DOC Memorandum of Understanding on {titled}]",
        "[DOC Joint Declaration on {titled}]", "[DOC {bloc} Charter]", "[DOC {country} {programhead} {year}]",
        "[DOC Comprehensive Economic Partnership Agreement]", "[DOC United Nations Convention on {titled}]",
        "“[DOC {topic} {programhead}]”", "[DOC {titled} Act]", "[DOC Convention on {titled}]", "[DOC Treaty on {titled}]",
    ],
    "fac": [
        "[FAC {city} {place}]", "[FAC {family} {place}]", "[FAC {country} {place}]", "[FAC {city}-{city} {line}]", "[FAC Presidential Palace]",
        "[FAC {adjective} National {place}]", "[FAC {place} of {family}]", "[FAC {given} {family} {place}]",
    ],
    "line": ["Railway", "Highway", "Gas Pipeline", "High-Speed Rail", "Expressway", "railway"],
    "org": [
        "[ORG Ministry of {ministry}]", "[ORG {country} {ministry} Ministry]", "[ORG {companyname} {suffix}]", "[ORG {companyname}]",
        "[ORG {city} University]", "[ORG University of {city}]", "[ORG National Bank of {country}]", "[ORG {adjective} Chamber of Commerce]",
        "[ORG {bloc}]", "[ORG {adjective} Embassy]", "[ORG {country} Investment Authority]", "[ORG {adjective} Foreign Ministry]",
        "[ORG {topic} Development Agency]", "[ORG {city} Chamber of Commerce and Industry]", "[ORG {country} Railways]",
        "[ORG Institute of {topic} Studies]", "[ORG {topic} Committee]", "[ORG {topic} Council of {country}]",
    ],
    "companyname": ["{city} {company}", "{family} {company}", "{country}{company}", "{family} & {family}"],
    "official": [
        "[OFFICE Minister of {ministry}] [PERSON {given} {family}]", "[OFFICE [NORP {adjective}] Foreign Minister] [PERSON {given} {family}]",
        "[OFFICE {ministry} Minister] [PERSON {given} {family}]", "[OFFICE President of [GPE {country}]] [PERSON {given} {family}]",
        "[PERSON {given} {family}], [OFFICE Ambassador of [GPE {country}]],", "[PERSON {given} {family}], [OFFICE chairman of the [ORG {topic} Committee]],",
        "[OFFICE [NORP {adjective}] Deputy Prime Minister] [PERSON {given} {family}]", "[PERSON {given} {family}], [OFFICE CEO of {org}],",
        "[OFFICE Mayor of [GPE {city}]] [PERSON {given} {family}]", "[OFFICE Governor of the [GPE {city}] Region] [PERSON {given} {family}]",
        "Mr [PERSON {family}]", "[PERSON {given} {family}]", "[OFFICE Secretary General of the [ORG {bloc}]] [PERSON {given} {family}]",
        "[PERSON {given} {family}], [OFFICE Director General of {org}],", "[OFFICE Deputy Minister of {ministry} of [GPE {country}]] [PERSON {given} {family}]",
    ],
    "pair": ["{country}-{country}", "{adjective}-{adjective}", "{country}–{country}"],
    "state": ["[GPE {country}]"],
}  # fmt: skip
TEMPLATES = (
    "{official} took part in the {event} in [GPE {city}] on {day}.",
    "{official} will attend the {event} and visit the {fac}.",
    "The {event} opened in [GPE {city}] on {day} at the {fac}.",
    "The {event}, held at the {fac}, brought together {number} participants from {number} countries.",
    "{state} and {state} signed the {doc} in [GPE {city}].",
    "The two ministers signed a [DOC Memorandum of Understanding on {titled}] and an agreement on {field}.",
    "A memorandum of understanding on {field} was signed between {org} and {org} at the {event}.",
    "The parties signed an agreement on {field} and a protocol on {field} following the talks in [GPE {city}].",
    "{official} said that the {doc} would enter into force next year.",
    "Under the {doc}, {state} will supply {state} with equipment for the {fac}.",
    "{official} and {official} discussed the implementation of the {doc}.",
    "On the sidelines of the {event}, {official} met with {official}.",
    "The summit was attended by {official} and the heads of {org} and {org}.",
    "The forum, the conference and the exhibition were attended by business leaders of {state} and {state}.",
    "The agreement on {field} was signed by {official} and {official}.",
    "{org} and {org} will build a plant near the {fac} in {state}.",
    "{official} laid a wreath at the {fac} in [GPE {city}].",
    "The delegation led by {official} visited the {fac} and met with the management of {org}.",
    "The situation in [LOC {region}] was discussed by {official} and {official}.",
    "Trade between {state} and countries of [LOC {region}] grew, {org} said.",
    "The {ordinal} meeting of the [ORG {pair} Intergovernmental Commission] took place in [GPE {city}].",
    "The [ORG {pair} Business Council] met during the {event}.",
    "Cooperation within the framework of the {doc} was high on the agenda of the summit.",
    "{event} opens in [GPE {city}]",
    "{state} ratifies {doc}",
    "{official} arrives at {fac}",
    "The [NORP {adjective}] side proposed to hold the next {event} in [GPE {city}].",
    "A ship left [FAC the port of {city}] for [LOC {region}].",
)  # fmt: skip
_WORDS = {
    "given": GIVEN, "family": FAMILY, "topic": TOPIC, "field": FIELD, "titled": TITLED_FIELD, "bloc": BLOC, "region": REGION,
    "city": CITY, "eventhead": EVENT_HEAD, "dochead": DOC_HEAD, "programhead": PROGRAM_HEAD, "place": PLACE_HEAD,
    "ministry": MINISTRY, "ordinal": ORDINAL, "company": COMPANY, "suffix": SUFFIX,
}  # fmt: skip
_SLOT = re.compile(r"\{(\w+)\}")
_MARK = re.compile(r"\[([A-Z]+) |\]")


def make_sentences(count: int) -> Iterator[Example]:
    """Yield `count` sentences with names and offices, drawn with the random generator's present state."""
    for _ in range(count):
        text, spans = _read_marks(_expand(random.choice(TEMPLATES)))
        yield from split_article({"text": text, "spans": spans}, "made")


def _expand(template: str) -> str:
    while (slot := _SLOT.search(template)) is not None:
        template = template[: slot.start()] + _draw(slot.group(1)) + template[slot.end() :]
    return template[:1].upper() + template[1:]


def _draw(slot: str) -> str:
    if slot in GRAMMAR:
        return random.choice(GRAMMAR[slot])
    if slot in _WORDS:
        return random.choice(_WORDS[slot])
    if slot == "Ordinal":
        return random.choice(ORDINAL).capitalize()
    if slot in ("country", "adjective"):
        return random.choice(_COUNTRIES)[slot == "adjective"]
    if slot == "year":
        return str(random.randint(1998, 2035))
    if slot == "number":
        return str(random.randint(10, 900))
    if slot == "day":
        return f"{random.choice(['March', 'June', 'September', 'Nov.', 'December'])} {random.randint(1, 28)}"
    raise KeyError(slot)


def _read_marks(marked: str) -> tuple[str, list[list]]:
    """Take the marks out of the text and return it with the spans they marked."""
    text, spans, opened, position = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        if mark.group(1):
            # A capital that opens the sentence may stand before the mark's label only.
            opened.append((len(text), mark.group(1)))
        else:
            start, label = opened.pop()
            begin = start + (4 if text[start:].startswith("the ") else 0)
            spans.append([begin, len(text), label])
    return text + marked[position:], spans
