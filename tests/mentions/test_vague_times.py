"""Vague times: tests/data/vague_times.tsv, and that nothing is dated by them."""

import pytest
from value_tables import rows, show_date, values_of


@pytest.mark.parametrize(("text", "expected"), rows("vague_times"))
def test_examples(text, expected):
    assert [f"{time.span.text} = {time.value}" for time in values_of(text).vague_times] == expected


def test_no_date_counts_from_them():
    values = values_of("On June 20 they met. They have now agreed. The following day they signed.")
    assert [time.span.text for time in values.vague_times] == ["now"]
    assert [show_date(date) for date in values.dates] == [
        "June 20 = 2024-06-20 2024-06-20 day published",
        "The following day = 2024-06-21 2024-06-21 day published",
    ]
