"""Office holders told without a country."""

import pytest

from bilateral_extract.mentions.known_holders import country_of_holder


@pytest.mark.parametrize(
    ("name", "role", "year", "country"),
    [
        ("Reagan", "President", 1984, "USA"),
        ("James Baker", "Secretary of State", 1991, "USA"),
        ("Reagan", "former President", 1990, "USA"),
        ("Reagan", "President", 1979, None),  # not yet in office
        ("Reagan", "President", 2012, None),  # long gone: somebody else
        ("Perry", "Defense Secretary", 1995, "USA"),
        ("Thatcher", "Prime Minister", 1985, "GBR"),
        ("Thatcher", "President", 1985, None),  # another office
        ("Thatcher", "Prime Minister", None, None),  # no year: a name alone says too little
        ("Benedict XVI", "Pope", 2006, "VAT"),
        ("Reagan", "deputy president", 1984, None),
        ("George W. Bush", "President", 2006, "USA"),
        ("Joseph R. Biden, Jr.", "President", 2022, "USA"),
        ("Peter Reagan", "President", 1984, None),  # somebody else
        ("", "President", 1985, None),
        ("Vladimir Putin", "", 2018, "RUS"),
        ("Putin", "", 2018, "RUS"),
        ("Vladimir Putin", "", 1995, None),  # not yet in office
        ("Nguyen Tan Dung", "", 2010, "VNM"),
        ("Emmanuel Macron", "", None, None),
        ("Sarkozy", "", 2013, None),  # no longer in office: the family name alone says too little
        ("Nicolas Sarkozy", "", 2013, "FRA"),
        ("Li", "", 2015, None),  # a name that many bear
        ("Gerhard Schroder", "Chancellor", 2004, "DEU"),  # marks on letters don't count
        ("Xi", "", 2020, "CHN"),
    ],
)
def test_country_of_holder(name: str, role: str, year: int | None, country: str | None) -> None:
    assert country_of_holder(name, role, year) == country
