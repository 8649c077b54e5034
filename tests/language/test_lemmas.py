import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_extract.language.lemmas import apply_script, make_script, mend_lemma, regular_bases

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


@pytest.mark.parametrize(
    ("word", "guess", "lemma"),
    [
        ("resumed", "resum", "resume"), ("signed", "sign", "sign"), ("cancelled", "cancell", "cancel"),
        ("ministers", "ministy", "minister"), ("carried", "carri", "carry"), ("buses", "buse", "bus"),
        ("ratified", "ratifie", "ratifie"), ("Ed", "ed", "ed"),
    ],
)  # fmt: skip
def test_a_lemma_that_is_no_word_gives_way_to_a_regular_one(word: str, guess: str, lemma: str) -> None:
    words = {"resume", "sign", "cancel", "minister", "carry", "bus"}
    assert mend_lemma(word, guess, words.__contains__) == lemma


@given(st.text(max_size=12))
def test_bases_come_for_any_word(word: str) -> None:
    assert all(word.startswith(base[:-1]) for base in regular_bases(word))
