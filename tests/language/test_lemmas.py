import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_extract.language.lemmas import apply_script, make_script

PAIRS = [
    ("signed", "sign"), ("countries", "country"), ("were", "be"), ("met", "meet"), ("Talks", "talk"),
    ("China", "China"), ("’s", "'s"), ("SIGNED", "sign"), ("Ministers", "Minister"),
    ("better", "good"), ("x", "x"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "lemma"), PAIRS)
def test_a_script_makes_the_lemma(word: str, lemma: str) -> None:
    assert apply_script(word, make_script(word, lemma)) == lemma


def test_a_script_carries_over_to_other_words() -> None:
    assert apply_script("parties", make_script("countries", "country")) == "party"


def test_a_script_that_does_not_fit_leaves_the_word() -> None:
    assert apply_script("is", make_script("countries", "try")) == "is"


@given(st.text(min_size=1, max_size=12))
def test_any_word_has_a_lemma(word: str) -> None:
    assert apply_script(word, make_script("countries", "country"))
