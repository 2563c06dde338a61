"""How much two texts share, without what agencies put under every story of a subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from penholder.merge.origins.prints import Print, number_shared

Pair = tuple[int, int]

# The share of the shorter one from which two texts have one origin in all likelihood, and the fewest runs that tell
# anything.
_STRONG, _FEWEST = 0.7, 4
# Runs in so many different texts are background, and count so little.
_BACKGROUND, _LITTLE = 3, 0.05


def shares_of(texts: Mapping[int, Print], pairs: Iterable[Pair]) -> Mapping[Pair, float]:
    """Give for pairs of texts the share of the shorter one that both have.

    Args:
        texts: prints by their numbers.
        pairs: texts that have something in common, the lower number first.
    """
    shared = {pair: number_shared(texts[pair[0]], texts[pair[1]]) for pair in set(pairs)}
    near = {pair: number for pair, number in shared.items() if number >= _FEWEST}
    weighed = _Weighed(texts, near)
    shares = ((pair, weighed.share(*pair)) for pair in sorted(near))
    return {pair: share for pair, share in shares if share > 0}


class _Weighed:
    """Texts with the weights of their runs, each worked out once."""

    def __init__(self, texts: Mapping[int, Print], near: Mapping[Pair, int]) -> None:
        self._texts = texts
        self._near: dict[int, list[int]] = defaultdict(list)
        for one, other in sorted(near):
            self._near[one].append(other)
            self._near[other].append(one)
        self._kin = _kin(texts, near)
        self._weights: dict[int, Mapping[int, float]] = {}

    def share(self, one: int, other: int) -> float:
        """Give the share of the shorter text, by weight, that both have."""
        mine, theirs = self._weights_of(one), self._weights_of(other)
        shared = sum(min(weight, theirs[run]) for run, weight in mine.items() if run in theirs)
        least = min(sum(mine.values()), sum(theirs.values()))
        return shared / least if shared >= _FEWEST / 2 else 0.0

    def _weights_of(self, at: int) -> Mapping[int, float]:
        if at not in self._weights:
            self._weights[at] = self._weigh(at)
        return self._weights[at]

    def _weigh(self, at: int) -> Mapping[int, float]:
        """Give each run of a text its weight: little, where different texts have it."""
        mine = set(self._texts[at])
        kin: dict[int, set[int]] = {run: {self._kin[at]} for run in mine}
        for other in self._near[at]:
            for run in mine.intersection(self._texts[other]):
                kin[run].add(self._kin[other])
        return {run: _LITTLE if len(of) >= _BACKGROUND else 1.0 for run, of in kin.items()}


def _kin(texts: Mapping[int, Print], near: Mapping[Pair, int]) -> Mapping[int, int]:
    """Give texts that share much the same number: that of the first of them."""
    kin = {at: at for at in texts}
    for (one, other), number in sorted(near.items()):
        if number >= _STRONG * min(len(texts[one]), len(texts[other])):
            first, second = sorted((_root(kin, one), _root(kin, other)))
            kin[second] = first
    return {at: _root(kin, at) for at in texts}


def _root(kin: dict[int, int], at: int) -> int:
    while kin[at] != at:
        kin[at] = at = kin[kin[at]]
    return at
