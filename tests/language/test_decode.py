"""Decoding of scores, with arrays made by hand."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral_extract.language.decode import decode_heads, decode_spans

TAGS = ("O", "B-ORG", "I-ORG", "B-GPE", "I-GPE")


def scores_for(heads: list[int], *, others: float = 0.0) -> np.ndarray:
    scores = np.full((len(heads), len(heads) + 1), others, dtype=np.float32)
    for word, head in enumerate(heads):
        scores[word, head] = 5.0
    return scores


def is_tree(heads: list[int]) -> bool:
    for word in range(1, len(heads) + 1):
        seen: set[int] = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return heads.count(0) == 1


def test_the_best_heads_are_kept_when_they_make_a_tree() -> None:
    assert decode_heads(scores_for([2, 0, 2, 3])).tolist() == [2, 0, 2, 3]


def test_a_cycle_is_opened_where_it_costs_least() -> None:
    scores = scores_for([2, 1, 0])
    scores[1, 3] = 4.9  # the second word hangs on the third nearly as well as on the first
    assert decode_heads(scores).tolist() == [2, 3, 0]


def test_of_two_roots_the_better_one_stays() -> None:
    scores = scores_for([0, 0])
    scores[0, 2] = 4.5
    assert decode_heads(scores).tolist() == [2, 0]


def test_no_word_is_its_own_head() -> None:
    scores = scores_for([1, 2])
    assert is_tree(decode_heads(scores).tolist())


@given(st.integers(1, 4), st.integers(0, 2**32 - 1))
@settings(max_examples=150, deadline=None)
def test_the_tree_is_the_best_of_all_trees(count: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(count, count + 1)).astype(np.float32)

    def total(heads: tuple[int, ...]) -> float:
        return float(sum(scores[word, head] for word, head in enumerate(heads)))

    trees = [heads for heads in product(range(count + 1), repeat=count) if is_tree(list(heads))]
    found = tuple(decode_heads(scores).tolist())
    assert is_tree(list(found))
    assert total(found) == pytest.approx(max(map(total, trees)), abs=1e-4)


def tag_scores(tags: list[str], rivals: dict[int, tuple[str, float]] | None = None) -> np.ndarray:
    scores = np.zeros((len(tags), len(TAGS)), dtype=np.float32)
    for word, tag in enumerate(tags):
        scores[word, TAGS.index(tag)] = 2.0
    for word, (tag, score) in (rivals or {}).items():
        scores[word, TAGS.index(tag)] = score
    return scores


def test_spans_are_read_from_a_valid_path() -> None:
    scores = tag_scores(["O", "B-ORG", "I-ORG", "B-ORG", "O", "B-GPE"])
    assert decode_spans(scores, TAGS) == [(1, 3, "ORG"), (3, 4, "ORG"), (5, 6, "GPE")]


def test_an_inside_tag_never_follows_another_label() -> None:
    scores = tag_scores(["B-ORG", "I-GPE"], {1: ("I-ORG", 1.9)})
    scores[1, TAGS.index("I-GPE")] = 2.0
    assert decode_spans(scores, TAGS) == [(0, 2, "ORG")]


def test_an_inside_tag_never_opens_a_sentence() -> None:
    scores = tag_scores(["I-GPE", "O"], {0: ("B-GPE", 1.5)})
    assert decode_spans(scores, TAGS) == [(0, 1, "GPE")]


def test_no_names() -> None:
    assert decode_spans(tag_scores(["O", "O"]), TAGS) == []
