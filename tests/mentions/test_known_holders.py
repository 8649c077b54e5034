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
        ("Peter Reagan", "President", 1984, None),  # somebody else
        ("", "President", 1985, None),
    ],
)
def test_country_of_holder(name: str, role: str, year: int | None, country: str | None) -> None:
    assert country_of_holder(name, role, year) == country
