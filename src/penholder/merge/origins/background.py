"""How much two texts share, without what agencies put under every story of a subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from penholder.merge.origins.prints import Print
from penholder.merge.origins.same_texts import FEWEST, Pair

# The share of the shorter one from which two texts have one origin in all likelihood.
_STRONG = 0.7
# Runs in so many different texts are background, and count so little.
_BACKGROUND, _LITTLE = 3, 0.05


def shares_of(texts: Sequence[Print], near: Mapping[Pair, int]) -> Mapping[Pair, float]:
    """Give for pairs of texts the share of the shorter one that both have; those that share next to nothing are left out.

    Args:
        texts: prints by their numbers.
        near: how many runs two texts share, the lower number first.
    """
    weighed = _Weighed(texts, near)
    shares = ((pair, weighed.share(*pair)) for pair in sorted(near))
    return {pair: share for pair, share in shares if share > 0}


class _Weighed:
    """Texts with those of their runs that are background, each worked out once."""

    def __init__(self, texts: Sequence[Print], near: Mapping[Pair, int]) -> None:
        self._texts = texts
        self._near: dict[int, list[int]] = defaultdict(list)
        for one, other in sorted(near):
            self._near[one].append(other)
            self._near[other].append(one)
        self._kin = _kin(texts, near, self._near)
        self._background: dict[int, frozenset[int]] = {}

    def share(self, one: int, other: int) -> float:
        """Give the share of the shorter text, by weight, that both have."""
        mine, theirs = self._background_of(one), self._background_of(other)
        both = set(self._texts[one]).intersection(self._texts[other])
        little = sum(run in mine or run in theirs for run in both)
        shared = len(both) - little * (1 - _LITTLE)
        least = min(self._weight(one, mine), self._weight(other, theirs))
        return shared / least if shared >= FEWEST / 2 else 0.0

    def _weight(self, at: int, background: frozenset[int]) -> float:
        return len(self._texts[at]) - len(background) * (1 - _LITTLE)

    def _background_of(self, at: int) -> frozenset[int]:
        if at not in self._background:
            self._background[at] = self._find_background(at)
        return self._background[at]

    def _find_background(self, at: int) -> frozenset[int]:
        """Give the runs of a text that different texts have."""
        mine = set(self._texts[at])
        kin: dict[int, set[int]] = defaultdict(lambda: {self._kin[at]})
        for other in self._near[at]:
            for run in mine.intersection(self._texts[other]):
                kin[run].add(self._kin[other])
        return frozenset(run for run, of in kin.items() if len(of) >= _BACKGROUND)


def _kin(
    texts: Sequence[Print], near: Mapping[Pair, int], asked: Mapping[int, object]
) -> Mapping[int, int]:
    """Give texts that share much the same number: that of the first of them."""
    kin = {at: at for at in asked}
    for (one, other), number in sorted(near.items()):
        if number >= _STRONG * min(len(texts[one]), len(texts[other])):
            first, second = sorted((_root(kin, one), _root(kin, other)))
            kin[second] = first
    return {at: _root(kin, at) for at in asked}


def _root(kin: dict[int, int], at: int) -> int:
    while kin[at] != at:
        kin[at] = at = kin[kin[at]]
    return at
