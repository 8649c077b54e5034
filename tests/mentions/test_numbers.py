"""Numbers in all of their forms: tests/data/numbers.tsv."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from value_tables import rows, show_number

from bilateral_extract.mentions.numbers import find_numbers


@pytest.mark.parametrize(("text", "expected"), rows("numbers"))
def test_examples(text, expected):
    assert [show_number(text, number) for number in find_numbers(text)] == expected


@given(st.integers(0, 10**12))
def test_grouped_digits_keep_their_value(value):
    assert [number.value for number in find_numbers(f"about {value:,} of them")] == [value]


@given(st.text(alphabet=st.sampled_from("0123456789,./- abehilmnorty"), max_size=80))
def test_numbers_are_in_order_and_do_not_overlap(text):
    numbers = find_numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in numbers)
    assert all(first.end <= second.start for first, second in itertools.pairwise(numbers))
