"""Small trained trees that weigh what a block or line looks like."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

# A branch is (place in the row, threshold, tree up to it, tree above it), a leaf (_LEAF, its number, None, None): one
# shape for both is walked faster.
Tree = tuple[int, float, Any, Any]
_LEAF = -1

# Log odds that later trees, each of which corrects the ones before by less, do not turn, and the
# trees that are asked at least.
_BEYOND = 3.2
_FEWEST = 15


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees whose leaves add up to the log odds that a row is of the kind asked for."""

    bias: float
    trees: tuple[Tree, ...]

    def odds(self, row: Sequence[float]) -> float:
        """Give the log odds of a row; once they are beyond doubt the later trees are not asked."""
        total = self.bias
        for asked, tree in enumerate(self.trees):
            place, number, low, high = tree
            while place >= 0:
                place, number, low, high = low if row[place] <= number else high
            total += number
            if asked >= _FEWEST and not -_BEYOND < total < _BEYOND:
                break
        return total

    def share(self, row: Sequence[float]) -> float:
        """Give the probability of a row, from 0 to 1."""
        return 1 / (1 + math.exp(-max(-40.0, min(40.0, self.odds(row)))))


Weights = Mapping[str, Trees]  # by the kind that is asked for: "body", "caption"


@cache
def load_weights(name: str) -> Weights:
    """Give the shipped trees of `name` ("html", "lines"), read once, on first use."""
    return read_weights(files("penholder.read").joinpath(f"{name}_trees.json").read_text("utf-8"))


def read_weights(text: str) -> Weights:
    """Give the trees that a file holds, as scripts/train_lines.py writes it."""
    return {
        kind: Trees(one["bias"], tuple(map(_tree, one["trees"])))
        for kind, one in json.loads(text).items()
    }


def _tree(node: Any) -> Tree:
    if not isinstance(node, list):
        return _LEAF, float(node), None, None
    place, threshold, low, high = node
    return int(place), float(threshold), _tree(low), _tree(high)
