"""Small trained trees that weigh what a block or line looks like."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

# A leaf is a number; a branch is (place in the row, threshold, tree up to it, tree above it).
Tree = float | tuple[int, float, "Tree", "Tree"]


# Log odds that later trees, each of which corrects the ones before by less, do not turn, and the
# trees that are asked at least.
_BEYOND = 3.2
_FEWEST = 15


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees whose leaves add up to the log odds that a row is of the kind asked for."""

    trees: tuple[Tree, ...]
    odds: Callable[[Sequence[float]], float]  # of a row

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
        kind: _grown(float(one["bias"]), tuple(map(_tree, one["trees"])))
        for kind, one in json.loads(text).items()
    }


def _grown(bias: float, trees: tuple[Tree, ...]) -> Trees:
    """Give trees that are asked by a function made of their numbers: it is twice as fast as a way through tuples."""
    made: dict[str, Any] = {}
    exec("\n".join(_lines(bias, trees)), made)  # noqa: S102  numbers are all that is in it
    return Trees(trees, made["odds"])


def _lines(bias: float, trees: Sequence[Tree]) -> Iterator[str]:
    """Yield the function that adds up leaves; once they are beyond doubt the later trees are not asked."""
    yield f"def odds(row):\n total = {bias}"
    for place, tree in enumerate(trees):
        yield f" total += {_condition(tree)}"
        if place >= _FEWEST:
            yield f" if not -{_BEYOND} < total < {_BEYOND}: return total"
    yield " return total"


def _condition(tree: Tree) -> str:
    if not isinstance(tree, tuple):
        return repr(tree)
    place, threshold, low, high = tree
    return f"({_condition(low)} if row[{place}] <= {threshold} else {_condition(high)})"


def _tree(node: Any) -> Tree:
    if not isinstance(node, list):
        return float(node)
    place, threshold, low, high = node
    return int(place), float(threshold), _tree(low), _tree(high)
