"""Country words: names, demonyms, capitals, seats of government, and names that only hold one."""

from itertools import pairwise

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_extract.mentions.countries import country_name, country_of, find_countries

FOUND = [
    ("Papua New Guinea, Guinea-Bissau and Guinea", ["PNG", "GNB", "GIN"]),
    ("Niger, Nigeria and Nigerien and Nigerian aides", ["NER", "NGA", "NER", "NGA"]),
    ("the DRC and the Republic of the Congo", ["COD", "COG"]),
    ("North Korean and South Korean envoys", ["PRK", "KOR"]),
    ("South Sudan and Sudan", ["SSD", "SDN"]),
    ("Sino-Kazakh trade", ["CHN", "KAZ"]),
    ("U.S., US and U.K. firms told us", ["USA", "USA", "GBR"]),
    ("KAZAKHSTAN AND CHINA SIGN", ["KAZ", "CHN"]),
    ("Kazakhs, Britons, Filipinos and Poles", ["KAZ", "GBR", "PHL", "POL"]),
    ("Emirati, Burkinabe and Kyrgyz guests", ["ARE", "BFA", "KGZ"]),
    ("Côte d'Ivoire and Türkiye", ["CIV", "TUR"]),
    ("Hong Kong and Macau", ["HKG", "MAC"]),
    ("the Indian Ocean, the South China Sea, Latin America, New Jersey, the Korean Peninsula", []),
    ("polish the turkey in china", []),
    ("the European Union and ASEAN", []),
]

CODES = [
    ("Kazakhstan", "KAZ"),
    ("the Netherlands", "NLD"),
    ("Dutch", "NLD"),
    ("astana", "KAZ"),
    ("US", "USA"),
    ("us", None),
    ("the Kremlin", "RUS"),
    ("Downing Street", "GBR"),
    ("turkiye", "TUR"),
    ("Holland", "NLD"),
    ("DPRK", "PRK"),
    ("People's Republic of China", "CHN"),
    ("Republic of China", "TWN"),
    ("Atlantis", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "codes"), FOUND)
def test_country_words_in_a_text(text, codes):
    assert [hit.word.code for hit in find_countries(text)] == codes


@pytest.mark.parametrize(("text", "code"), CODES)
def test_country_of_a_word(text, code):
    assert country_of(text) == code


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda country: country.alpha_3)
def test_every_country_of_iso_3166_is_known_by_its_name(country):
    assert country_of(country_name(country.alpha_3)) == country.alpha_3
    assert country_of(getattr(country, "official_name", country_name(country.alpha_3))) == country.alpha_3


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("CongoChina SdU.-' "))))
def test_hits_are_words_of_the_text_in_order(text):
    hits = find_countries(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))
