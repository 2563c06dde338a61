"""Learns how much each feature speaks for each code: a passive-aggressive classifier, averaged.

Each example whose code does not lead every other one by a margin of one moves the weights just so
far that it would (Crammer et al., 2006); the mean of the weights over all steps is kept.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from penholder.model.code import Code

CODES = tuple(Code)
# For each feature a number per code, in the order of CODES.
Weights = Mapping[str, Sequence[float]]
Example = tuple[frozenset[str], Code]

# Sentences that must show a feature: what one alone shows would only tell that sentence again.
_SHOWN = 2
# Passes over the examples: in cross-validation ten and twenty score alike.
_PASSES = 10
# The longest step: larger ones let a wrongly coded sentence pull the weights about.
_LONGEST = 1.0


def scores_of(features: Iterable[str], weights: Weights) -> list[float]:
    """Give what the features add up to for each of CODES; many features count no more than few."""
    known = [weights[one] for one in features if one in weights]
    scale = 1 / math.sqrt(max(1, len(known)))
    return [scale * sum(column) for column in zip(*known, strict=True)] or [0.0] * len(CODES)


def learn(examples: Sequence[Example]) -> Weights:
    """Give the weights that the examples teach; the same examples always give the same ones."""
    turns = random.Random(1)  # noqa: S311
    names = _shown(examples)
    weights = {name: [0.0] * len(CODES) for name in names}
    moved = {name: [0.0] * len(CODES) for name in names}
    order = [(sorted(features & names), CODES.index(code)) for features, code in examples]
    seen = 0
    for _ in range(_PASSES):
        turns.shuffle(order)
        for features, place in order:
            seen += 1
            if found := _step(weights, features, place):
                rival, step = found
                _move(weights, features, place, rival, step)
                _move(moved, features, place, rival, step * seen)
    return {name: _mean(weights[name], moved[name], seen) for name in names}


def _shown(examples: Sequence[Example]) -> frozenset[str]:
    shown = Counter(name for features, _ in examples for name in features)
    return frozenset(name for name, times in shown.items() if times >= _SHOWN)


def _step(weights: Weights, features: Sequence[str], place: int) -> tuple[int, float] | None:
    """Give the rival of the right code and how far to move from it, or None where it is beaten."""
    scores = scores_of(features, weights)
    rival = max((one for one in range(len(CODES)) if one != place), key=scores.__getitem__)
    lacking = 1 - (scores[place] - scores[rival])
    if lacking <= 0:
        return None
    return rival, min(_LONGEST, lacking / 2) / math.sqrt(max(1, len(features)))


def _move(
    rows: Mapping[str, list[float]], features: Sequence[str], place: int, rival: int, step: float
) -> None:
    for name in features:
        row = rows[name]
        row[place] += step
        row[rival] -= step


def _mean(row: Sequence[float], moved: Sequence[float], seen: int) -> list[float]:
    return [value - late / seen for value, late in zip(row, moved, strict=True)]
