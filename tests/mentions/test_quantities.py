"""Percents, measures, durations and counts: tests/data/quantities.tsv."""

import re

import pytest
from quantulum3 import load
from value_tables import rows, show_quantity, values_of

from bilateral_extract.lexicon import read_table
from bilateral_extract.mentions import units


@pytest.mark.parametrize(("text", "expected"), rows("quantities"))
def test_examples(text, expected):
    assert [show_quantity(quantity) for quantity in values_of(text).quantities] == expected


def test_every_unit_by_all_of_its_names():
    missed = []
    for row in read_table("units"):
        for name in filter(None, row["names"].split("|")):
            if name in ("pound", "pounds", "second", "min"):  # money; ordinal; "second" and "min" need digits before
                continue
            found = values_of(f"It has 2.5 {name}.").quantities
            if [quantity.unit for quantity in found] != [row["unit"]]:
                missed.append((name, [quantity.unit for quantity in found]))
    assert missed == []


def test_si_prefixes_make_the_units_that_quantulum3_knows():
    prefixed = re.compile(r"(?:micro|milli|hecto|kilo|mega|giga|tera|peta)[a-z]{3,}")
    surfaces = load.units("en_US").surfaces_all
    # quantulum3 misspells some ("hectorlitre"), and leaves others to its tables of years and textiles.
    left = re.compile(r"(?:hectorlit|years?$|hertzzes$|tex(?:es)?$|centigrades)")
    names = [name for name in surfaces if prefixed.fullmatch(name) and not left.search(name)]
    assert len(names) > 100
    missed = [name for name in names if values_of(f"It has 2.5 {name}.").quantities[0].unit is None]
    assert missed == []


@pytest.mark.parametrize("noun", ["decisions", "megaprojects", "microchips", "decades"])
def test_ordinary_words_load_no_table_of_units(noun, monkeypatch):
    monkeypatch.setattr(units, "_from_quantulum", pytest.fail)
    assert values_of(f"It made 12 {noun}.").quantities[0].value == 12


@pytest.mark.parametrize(("text", "dimension"), [("for 10 days", "time"), ("5 km", "length"), ("300 MW", "power")])
def test_dimension(text, dimension):
    assert [quantity.dimension for quantity in values_of(text).quantities] == [dimension]
