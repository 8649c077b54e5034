"""Amounts of money: tests/data/money.tsv, all of ISO 4217, and what tells one dollar or peso from another."""

import datetime as dt

import pycountry
import pytest
from value_tables import rows, show_money, values_of

# Codes of ISO 4217 for bonds, metals, funds and units of account, which no article is paid in.
NO_MONEY = {"BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "VED", "XSU", "XUA", "XTS", "XXX", "XAD"} | {
    "XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XPD", "XPT",
}  # fmt: skip
ISO = sorted({currency.alpha_3 for currency in pycountry.currencies} - NO_MONEY)


@pytest.mark.parametrize(("text", "expected"), rows("money"))
def test_examples(text, expected):
    assert [show_money(money) for money in values_of(text).amounts] == expected


@pytest.mark.parametrize("code", ISO)
def test_every_currency_by_its_code(code):
    for text in (f"It cost {code} 2.5 million.", f"It cost {code}2.5bn.", f"It cost 2.5 million {code}."):
        assert [money.currency for money in values_of(text).amounts] == [code], text


@pytest.mark.parametrize(
    ("text", "home", "currency"),
    [
        ("It cost $5 million.", None, "USD"),
        ("It cost $5 million.", "AUS", "AUD"),
        ("It cost US$5 million.", "AUS", "USD"),
        ("It cost 5 million pesos.", None, None),
        ("It cost 5 million pesos.", "CHL", "CLP"),
        ("Chile paid 5 million pesos.", None, "CLP"),
        ("It cost 5 million Chilean pesos, 3 million pesos more than planned.", None, "CLP"),
        ("It cost 5 million rupees.", None, "INR"),
        ("It cost 5 million rupees.", "LKA", "LKR"),
        ("It cost 5 million kroner.", "NOR", "NOK"),
        ("It cost £5 million.", "EGY", "EGP"),
        ("It cost 5 million euros.", "USA", "EUR"),
    ],
)
def test_whose_money_is_meant(text, home, currency):
    assert {money.currency for money in values_of(text, home=home).amounts} == {currency}


@pytest.mark.parametrize(
    ("text", "published", "currency"),
    [
        ("Sales were 20 billion francs in 1989.", None, "FRF"),
        ("Sales were 20 billion lire.", dt.date(1995, 5, 2), "ITL"),
        ("Sales were 20 billion francs.", dt.date(2024, 5, 2), None),
        ("Sales in France were 20 billion francs.", dt.date(2024, 5, 2), None),
        ("Sales in Slovakia were 20 billion crowns.", dt.date(2001, 5, 2), "SKK"),
        ("Sales were 20 billion francs.", None, None),
        ("Sales were 20 billion marks.", None, "DEM"),
    ],
)
def test_money_that_is_gone_is_meant_in_its_time(text, published, currency):
    assert [money.currency for money in values_of(text, published=published).amounts] == [currency]


def test_unresolved_currency_is_told():
    notices = values_of("It cost 5 million pesos.").notices
    assert [notice.span.text for notice in notices] == ["5 million pesos"]
    assert "currency not resolved" in notices[0].message
