"""What holds for all values: spans slice back, no overlap, linear time, no reach into unrelated paragraphs."""

import itertools
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from value_tables import show_date, show_money, show_quantity, values_of

SEED = Path(__file__).parents[2] / "seeds" / "kazakhstan-china-urumqi-forum.txt"
WORDS = (
    "June May 26 2024 the same day last week $ € Rs US$ 3.7bn 1,900 companies million - to between and from % per cent "
    "one two half a dozen MW tonnes year Monday ago early of ( ) . , \n\n 's ½ № Kč 12/5 1/2 yen crore until will said "
    "now recently the near future recent years"
).split(" ")
texts = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))


@settings(max_examples=200)
@given(texts)
def test_spans_slice_back_in_order_and_apart(text):
    values = values_of(text)
    found = (*values.amounts, *values.quantities, *values.dates, *values.vague_times)
    assert all(text[value.span.start : value.span.end] == value.span.text != "" for value in found)
    spans = sorted((value.span.start, value.span.end) for value in found)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))


@given(texts, texts)
def test_days_are_in_order(first, second):
    for date in values_of(f"{first} {second}").dates:
        assert (date.start is None) == (date.end is None)
        assert date.start is None or date.start <= date.end


def test_seed_article():
    values = values_of(SEED.read_text(encoding="utf-8"))
    assert [show_money(money) for money in values.amounts] == [
        "$629 million = 629000000 USD",
        "$100 billion = 100000000000 USD",
    ]
    assert [show_date(date) for date in values.dates] == [
        "June 26 = 2024-06-26 2024-06-26 day published",
        "the same day = 2024-06-26 2024-06-26 day published",
        "June 30 = 2024-06-30 2024-06-30 day published",
        "June 25 = 2024-06-25 2024-06-25 day published",
    ]
    counts = [show_quantity(quantity) for quantity in values.quantities]
    assert "17 = 17 of cooperation documents" in counts
    assert "1,900 = 1900 of companies and organizations" in counts
    assert "42 = 42 of domestic companies" in counts


# Each resolves by itself: none says "the same day" of a date elsewhere, nor names the country of another's money.
PARAGRAPHS = (
    "On June 20 the ministers met in Oslo. The next day they signed a $5 million contract.",
    "Trade grew by 12% in May, to 3 billion kroner, Norway said.",
    "A 12-member delegation will arrive on Monday for three days.",
    "Exports fell in the third quarter of last year to 500,000 tonnes.",
    "The loan of 1.2 trillion won ($870 million) runs from 2025 to 2030.",
    "It cost between €5m and €7m; 2.1m bpd were shipped on June 5 and 16.",
    "Some 10m people and several hundred firms paid Rs 500 crore on Friday.",
    "-$2.5 billion, minus 3 percent and US$1.2-1.5bn were told in late 2023.",
)


@settings(max_examples=60, deadline=None)
@given(st.permutations(PARAGRAPHS))
def test_unrelated_paragraphs_can_change_places(order):
    def values_by_paragraph(order):
        values = values_of("\n\n".join(order))
        shown = [
            *map(show_money, values.amounts),
            *map(show_quantity, values.quantities),
            *map(show_date, values.dates),
        ]
        return sorted(shown)

    assert values_by_paragraph(order) == values_by_paragraph(PARAGRAPHS)


@pytest.mark.parametrize(
    "piece",
    ["1,", "1-", "1/", "from ", "between 1 and ", "US$1 to ", "12 345 ", "one and ", "half a ", "June 26-", "2024-",
     "Monday and ", "the same day ", "the end of ", "1 peso ", "1% ", "rose from 1% to 2% ", "\n\n1", "twenty-", "9",
     "1 million ", "several hundred ", "1.000.000", "$5-10m", "June 5 and ", "a year earlier ", "1m people ",
     "5 francs ", "now soon ", "the past "],
)  # fmt: skip
def test_hostile_text_takes_linear_time(piece):
    def seconds(length):
        text = (piece * (length // len(piece) + 1))[:length]
        best = []
        for _ in range(2):
            began = time.process_time()
            values_of(text)
            best.append(time.process_time() - began)
        return min(best)

    values_of(piece)
    # Four times the text takes four times as long; sixteen times would be quadratic.
    assert seconds(32_000) < 9 * seconds(8_000) + 0.05


@pytest.mark.parametrize("piece", ["1,", "1 million ", "a couple of "])
def test_a_megabyte(piece):
    began = time.process_time()
    values_of(piece * (1_000_000 // len(piece)))
    assert time.process_time() - began < 60
