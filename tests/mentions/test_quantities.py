"""Percents, measures, durations and counts: tests/data/quantities.tsv."""

import pytest
from value_tables import rows, show_quantity, values_of

from bilateral_extract.lexicon import read_table


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


@pytest.mark.parametrize(("text", "dimension"), [("for 10 days", "time"), ("5 km", "length"), ("300 MW", "power")])
def test_dimension(text, dimension):
    assert [quantity.dimension for quantity in values_of(text).quantities] == [dimension]
