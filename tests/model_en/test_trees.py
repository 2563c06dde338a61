"""Of all trees with one root, the best is found."""

from __future__ import annotations

from itertools import product

import pytest

np = pytest.importorskip("numpy")
trees = pytest.importorskip("penholder_model_en.trees")


@pytest.mark.parametrize(
    ("heads", "tree"),
    [
        ([0], True),
        ([2, 0, 2], True),
        ([2, 3, 0], True),
        ([0, 0], False),
        ([2, 1], False),
        ([0, 3, 2], False),
        ([2, 3, 1, 0], False),
        ([1, 0], False),
    ],
)
def test_a_tree_has_one_root_and_does_not_go_round(heads: list[int], tree: bool) -> None:
    """Each word reaches the root."""
    assert trees.is_tree(heads) is tree


@pytest.mark.parametrize("seed", range(60))
def test_the_best_tree_is_the_best_of_all(seed: int) -> None:
    """No tree with one root scores higher; tried one by one for up to five words."""
    words = 1 + seed % 5
    scores = np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32)
    every = [list(heads) for heads in product(range(words + 1), repeat=words)]

    def worth(heads: list[int]) -> float:
        return float(sum(scores[word, head] for word, head in enumerate(heads)))

    best = trees.best_tree(scores)
    assert trees.is_tree(best)
    assert worth(best) == pytest.approx(max(worth(h) for h in every if trees.is_tree(h)))


def test_a_long_sentence_gets_a_tree() -> None:
    """Where every word likes its neighbour, cycles stand in cycles."""
    rng = np.random.default_rng(1)
    scores = rng.normal(size=(120, 121)).astype(np.float32)
    for word in range(120):
        scores[word, (word ^ 1) + 1] += 10

    assert trees.is_tree(trees.best_tree(scores))
