"""Trees that mends write into."""

import numpy as np

from bilateral_extract.language.tree import Tree


def test_a_circle_is_taken_back() -> None:
    none = np.zeros(4, dtype=int)
    tree = Tree(["she", "met", "him", "there"], np.array([1, 1, 1, 2]), none.copy(), none, none, hash)
    before = tree.heads.copy(), tree.labels.copy()
    tree.hang(2, 3, "obl")  # what hangs on the word
    tree.hang(0, 1, "nsubj")
    tree.take_back_circles(*before)
    assert tree.heads.tolist() == [1, 1, 1, 2]
    assert tree.labels.tolist() == [hash("nsubj"), 0, 0, 0]


def test_a_word_is_below_itself_and_what_it_hangs_on() -> None:
    none = np.zeros(3, dtype=int)
    tree = Tree(["she", "met", "him"], np.array([1, 1, 1]), none, none, none, hash)
    assert tree.is_below(0, 1)
    assert tree.is_below(1, 1)
    assert not tree.is_below(1, 0)
