"""How much two texts share, without what agencies put under every story of a subject."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from penholder.merge.origins.prints import Print
from penholder.merge.origins.same_texts import FEWEST, Pair

# The share of the shorter one from which two texts have one origin in all likelihood.
_STRONG = 0.7
# Runs in so many different texts are background, and count so little.
_BACKGROUND, _LITTLE = 3, 0.05


def are_kin(one: Print, other: Print, shared: int) -> bool:
    """Say whether two texts share so much that they are no different texts."""
    return shared >= _STRONG * min(len(one), len(other))


def find_background(mine: Set[int], kin: int, others: Iterable[tuple[Print, int]]) -> Print:
    """Give the runs of a text that different texts have.

    Args:
        mine: the runs of the text.
        kin: the number of its kin.
        others: what it has something in common with, each with the number of its kin.
    """
    of_run: dict[int, set[int]] = defaultdict(lambda: {kin})
    for words, number in others:
        for run in mine.intersection(words):  # type: ignore[attr-defined]
            of_run[run].add(number)
    return array("I", sorted(run for run, of in of_run.items() if len(of) >= _BACKGROUND))


def share_of(both: Set[int], one: tuple[int, Set[int]], other: tuple[int, Set[int]]) -> float:
    """Give the share of the shorter text, by weight, that both have; 0: next to nothing.

    Args:
        both: the runs that both have.
        one: how many runs a text has, and which of them are background.
        other: the same of the other.
    """
    little = len(both & (one[1] | other[1])) if one[1] or other[1] else 0
    shared = len(both) - little * (1 - _LITTLE)
    least = min(number - len(background) * (1 - _LITTLE) for number, background in (one, other))
    return shared / least if shared >= FEWEST / 2 else 0.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """What texts share, by their numbers; of those that have something in common, kin and background."""

    shares: Mapping[Pair, float]
    kin: Mapping[int, int]
    background: Mapping[int, Print]


def weigh(texts: Sequence[Print], near: Mapping[Pair, int]) -> Weighed:
    """Give for pairs of texts the share of the shorter one that both have; those that share next to nothing are left out.

    Args:
        texts: prints by their numbers.
        near: how many runs two texts share, the lower number first.
    """
    beside: dict[int, list[int]] = defaultdict(list)
    for one, other in near:
        beside[one].append(other)
        beside[other].append(one)
    kin = _kin(texts, near, beside)
    background = {
        at: find_background(set(texts[at]), kin[at], ((texts[of], kin[of]) for of in others))
        for at, others in beside.items()
    }
    return Weighed(_shares(texts, near, background), kin, background)


def _shares(
    texts: Sequence[Print], near: Iterable[Pair], background: Mapping[int, Print]
) -> Mapping[Pair, float]:
    """Give what pairs share; each first one's runs are made ready once."""
    sides = {at: (len(texts[at]), frozenset(runs)) for at, runs in background.items()}
    found: dict[Pair, float] = {}
    ready, mine = -1, frozenset[int]()
    for one, other in sorted(near):
        if ready != one:
            ready, mine = one, frozenset(texts[one])
        if share := share_of(mine.intersection(texts[other]), sides[one], sides[other]):
            found[one, other] = share
    return found


def _kin(
    texts: Sequence[Print], near: Mapping[Pair, int], asked: Mapping[int, object]
) -> Mapping[int, int]:
    """Give texts that share much the same number: that of the first of them."""
    kin = {at: at for at in asked}
    for (one, other), number in sorted(near.items()):
        if are_kin(texts[one], texts[other], number):
            first, second = sorted((_root(kin, one), _root(kin, other)))
            kin[second] = first
    return {at: _root(kin, at) for at in asked}


def _root(kin: dict[int, int], at: int) -> int:
    while kin[at] != at:
        kin[at] = at = kin[kin[at]]
    return at
