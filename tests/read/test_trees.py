"""Trees add up their leaves, and stop when nothing can change any more."""

from __future__ import annotations

import json

import pytest

from penholder.read.block_features import names
from penholder.read.line_features import line_features
from penholder.read.trees import Tree, load_weights, read_weights

TOLD = {"body": {"bias": -1.0, "trees": [[0, 60.0, -1.0, [1, 0.5, 3.0, 0.5]], 0.25]}}


@pytest.mark.parametrize(("row", "odds"), [((60, 0), -1.75), ((61, 0.5), 2.25), ((61, 0.6), -0.25)])
def test_leaves_add_up(row: tuple[float, float], odds: float) -> None:
    """A number up to the threshold goes the first way."""
    assert read_weights(json.dumps(TOLD))["body"].odds(row) == pytest.approx(odds)


@pytest.mark.parametrize(("row", "least", "most"), [((60, 0), 0.1, 0.2), ((61, 0), 0.9, 0.95)])
def test_a_share_is_a_probability(row: tuple[float, float], least: float, most: float) -> None:
    """Log odds become a number between 0 and 1."""
    assert least < read_weights(json.dumps(TOLD))["body"].share(row) < most


def places(tree: Tree) -> set[int]:
    """Give the places in a row that a tree asks for."""
    if not isinstance(tree, tuple):
        return set()
    return {tree[0]} | places(tree[2]) | places(tree[3])


@pytest.mark.parametrize(
    ("name", "kind", "width"),
    [
        ("html", "body", len(names())),
        ("html", "caption", len(names()) + 9),
        ("lines", "body", len(line_features(["A line."])[0])),
    ],
)
def test_the_shipped_trees_ask_for_what_rows_hold(name: str, kind: str, width: int) -> None:
    """No tree asks beyond the end of a row: trees and features belong together."""
    asked = {place for tree in load_weights(name)[kind].trees for place in places(tree)}

    assert asked
    assert max(asked) < width
