import datetime as dt
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sample import TEXT, make_extraction

from bilateral_extract.models import Article, Extraction, Money, Span, describe, parse_day

DAY = dt.date(2024, 6, 27)


@pytest.mark.parametrize(
    "value",
    [DAY, dt.datetime(2024, 6, 27, 8, 30), "2024-06-27", " 2024-06-27\n", "2024-06-27T08:30:00Z", "20240627"],
)
def test_days_are_read_from_dates_and_iso_strings(value: object) -> None:
    assert parse_day(value) == DAY


@pytest.mark.parametrize("value", [None, "", "  "])
def test_no_day(value: object) -> None:
    assert parse_day(value) is None


@pytest.mark.parametrize("value", ["27 June 2024", "2024", "2024-13-01", 20240627, object()])
def test_what_is_no_day_names_the_field_and_a_form(value: object) -> None:
    with pytest.raises(ValueError, match=r"published: .* is no date; give .*'2024-06-27'"):
        parse_day(value)
    with pytest.raises(ValidationError, match="published"):
        Article(text="", published=value)


def test_json_round_trip() -> None:
    extraction = make_extraction()
    assert Extraction.model_validate_json(extraction.model_dump_json()) == extraction


def test_the_text_goes_with_the_object_but_not_into_json() -> None:
    extraction = make_extraction()
    assert pickle.loads(pickle.dumps(extraction)).text == TEXT
    assert "😀" not in extraction.model_dump_json()
    assert Extraction.model_validate_json(extraction.model_dump_json()).text is None


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_amounts_stay_exact_and_plain_in_json(amount: Decimal) -> None:
    money = Money(amount=amount, currency="USD", span=Span(start=0, end=1, text="x"))
    again = Money.model_validate_json(money.model_dump_json())
    assert again.amount == amount
    assert "E" not in money.model_dump(mode="json")["amount"]


def test_unknown_fields_are_refused_and_models_are_frozen() -> None:
    with pytest.raises(ValidationError):
        Article(text="", publishd="2024-06-27")  # type: ignore[call-arg]
    with pytest.raises(ValidationError):
        make_extraction().error = "no"  # type: ignore[misc]


def test_explain_tells_slots_rules_and_words() -> None:
    lines = make_extraction().explain("deal-1").splitlines()
    assert lines[0] == "deal-1 (confidence 0.90)"
    assert "  parties = France; Japan  by subject of sign from [17:23] 'France', [28:33] 'Japan'" in lines
    assert "  value = 1,250,000,000 EUR  by worth from [60:73] '€1.25 billion'" in lines


def test_explain_names_the_records_there_are() -> None:
    with pytest.raises(KeyError, match="'deal-9' is no record of this article; there are deal-1, delegation-1"):
        make_extraction().explain("deal-9")


def test_ranges_are_described_with_both_ends() -> None:
    span = Span(start=0, end=1, text="x")
    money = Money(amount=Decimal(1000), max_amount=Decimal("2000.5"), currency="EUR", span=span)
    assert describe(money) == "1,000 to 2,000.5 EUR"
