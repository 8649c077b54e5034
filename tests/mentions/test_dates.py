"""Dates: tests/data/dates.tsv for an article with a day of publication, and what other articles leave open."""

import datetime as dt

import pytest
from value_tables import rows, show_date, values_of

from bilateral_extract.mentions.date_expressions import patterns_by_cues


@pytest.mark.parametrize(("text", "expected"), rows("dates"))
def test_examples(text, expected):
    assert [show_date(date) for date in values_of(text).dates] == expected


@pytest.mark.parametrize("cues", patterns_by_cues())
def test_all_that_a_pattern_matches_holds_one_of_its_cues(cues):
    texts = "\n".join(row.values[0] for row in rows("dates"))
    matches = [match[0] for pattern, _ in patterns_by_cues()[cues] for match in pattern.finditer(texts)]
    assert matches
    assert [match for match in matches if not any(cue in match + match.lower() for cue in cues)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on June 26.", ["June 26 = XXXX-06-26 None day text"]),
        ("They met on June 26-30.", ["June 26-30 = XXXX-06-26/XXXX-06-30 None range text"]),
        ("They met in June.", ["June = XXXX-06 None month text"]),
        ("They met on Monday.", ["Monday = XXXX-WXX-1 None day text"]),
        ("They met last week.", ["last week = XXXX-WXX None week text"]),
        ("They met today.", ["today = XXXX-XX-XX None day text"]),
        ("On the same day they met.", ["the same day = XXXX-XX-XX None day text"]),
        ("They met on 7/8/2024.", ["7/8/2024 = 2024-XX-XX None day text"]),
        ("They met on June 26, 2024, and again on June 28.",
         ["June 26, 2024 = 2024-06-26 2024-06-26 day text", "June 28 = 2024-06-28 2024-06-28 day text"]),
        ("They met on June 26, 2024, and again on December 2.",
         ["June 26, 2024 = 2024-06-26 2024-06-26 day text", "December 2 = XXXX-12-02 None day text"]),
        ("They met in June 2024.", ["June 2024 = 2024-06 2024-06-01..2024-06-30 month text"]),
    ],
)  # fmt: skip
def test_no_year_is_invented(text, expected):
    assert [show_date(date) for date in values_of(text, published=None).dates] == expected


def test_dateline_supplies_the_year():
    values = values_of("OSLO, 5 June 2023 (Nordwire) – Talks began on June 4.", published=None)
    assert [(date.value, date.basis) for date in values.dates][-1] == ("2023-06-04", "dateline")


@pytest.mark.parametrize(
    ("text", "published", "value", "warning"),
    [
        ("They met on Thursday, June 26, 2024.", "2024-06-28", "2024-06-26", "2024-06-26 is a Wednesday"),
        ("They met on Thursday, December 28.", "2024-06-28", "2023-12-28", None),  # the weekday picks the year
        ("They met on Saturday, December 28.", "2024-06-28", "2024-12-28", None),
        ("They met on Sunday, June 26.", "2025-06-28", "2025-06-26", "no Sunday in the years around publication"),
        ("They met on 29 February 2023.", "2024-06-28", "2023-02-29", "there is no such day in 2023"),
    ],
)
def test_weekday_and_calendar(text, published, value, warning):
    values = values_of(text, published=dt.date.fromisoformat(published))
    assert [date.value for date in values.dates] == [value]
    assert [notice.message for notice in values.notices] == ([f"date: {warning}"] if warning else [])
