"""The tables of examples in tests/data, and values written as their rows write them."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from bilateral_extract.mentions.numbers import Number
from bilateral_extract.mentions.values import Values, find_values
from bilateral_extract.models import Article, Money, Quantity, TimeSpan
from bilateral_extract.reading.reader import read

DATA = Path(__file__).parents[1] / "data"
PUBLISHED = dt.date(2024, 6, 28)


def rows(name: str) -> list[object]:
    """The rows of tests/data/<name>.tsv as parameters (text, expected), those of origin "known failure" strict xfails.

    `expected` lists the values, parted by " ; "; a text may write a line break as \\n.
    """
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    table = csv.DictReader([line for line in lines if not line.startswith("#")], delimiter="\t", quoting=csv.QUOTE_NONE)
    return [
        pytest.param(
            row["text"].replace("\\n", "\n"),
            row["expected"].split(" ; ") if row["expected"] else [],
            id=row["text"][:50],
            marks=[pytest.mark.xfail(strict=True, reason="known failure")] if row["origin"] == "known failure" else [],
        )
        for row in table
    ]


def values_of(text: str, published: dt.date | None = PUBLISHED, home: str | None = None) -> Values:
    return find_values(read(Article(text=text, published=published)), home=home)


def show_number(text: str, number: Number) -> str:
    bound = "" if number.bound == "exact" else f" {number.bound}"
    return f"{text[number.start : number.end]} = {round(number.value, 4).normalize():f} {number.form}{bound}"


def show_money(money: Money) -> str:
    amount = f"{money.amount:f}" + ("" if money.max_amount is None else f"..{money.max_amount:f}")
    parts = [f"{money.span.text} = {amount} {money.currency}"]
    parts += [money.bound] if money.bound != "exact" else []
    parts += [f"per {money.per}"] if money.per else []
    parts += [f"restates {money.equivalent_to.text}"] if money.equivalent_to else []
    return " ".join(parts)


def show_quantity(quantity: Quantity) -> str:
    value = f"{quantity.value:f}" + ("" if quantity.max_value is None else f"..{quantity.max_value:f}")
    parts = [f"{quantity.span.text} = {value}"]
    parts += [quantity.unit] if quantity.unit else []
    parts += [f"of {quantity.of}"] if quantity.of else []
    parts += [quantity.bound] if quantity.bound != "exact" else []
    return " ".join(parts)


def show_date(date: TimeSpan) -> str:
    days = f"{date.start}..{date.end}" if date.start != date.end else f"{date.start}"
    return f"{date.span.text} = {date.value} {days} {date.granularity} {date.basis}"
