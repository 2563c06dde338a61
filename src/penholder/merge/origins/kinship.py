"""Which texts share so much that they are no different ones, when some came or went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from penholder.merge.origins.background import are_kin
from penholder.merge.origins.days_at_hand import DaysAtHand
from penholder.merge.origins.held import Held
from penholder.merge.origins.pairing import Turned


@dataclass(frozen=True, slots=True)
class Kin:
    """The number of the kin of each text at hand, and the texts that have other kin than before among those."""

    of: Mapping[int, int]
    turned: frozenset[int]


def find_kin(days: DaysAtHand, turned: Turned) -> Kin:
    """Give the kin of texts; only what came or went can have changed it."""
    before = {r: one.kin for r, one in enumerate(days.stories)
              if isinstance(one, Held) and days.is_text(r, "old")}  # fmt: skip
    touched = set(_touched(days, turned, before))
    start = {r for r, kin in before.items() if kin in touched and r not in turned.lost}
    had: dict[int, set[int]] = defaultdict(set)
    for rank in start:
        had[before[rank]].add(rank)
    of, other = dict(before), set[int]()
    for group in _groups(days, start | turned.texts):
        of |= dict.fromkeys(group, min(days.no(rank) for rank in group))
        stayed = group - turned.texts
        labels = {before[rank] for rank in stayed}
        if len(labels) > 1 or any(had[label] != stayed for label in labels):
            other |= stayed
    return Kin(of, frozenset(other))


def _touched(days: DaysAtHand, turned: Turned, before: Mapping[int, int]) -> Iterator[int]:
    """Yield the kin to which something came, or from which something went."""
    yield from (before[rank] for rank in turned.lost)
    for (one, other), number in (*turned.pairs.items(), *turned.parted.items()):
        if are_kin(days.words(one), days.words(other), number):
            yield from (before[rank] for rank in (one, other) if rank in before)


def _groups(days: DaysAtHand, start: Iterable[int]) -> Iterator[set[int]]:
    """Yield the kin of some texts, each once."""
    waiting = set(start)
    days.seek(waiting)
    while waiting:
        group = set[int]()
        reached = {waiting.pop()}
        while reached:
            rank = reached.pop()
            group.add(rank)
            reached |= set(_kin_of(days, rank)) - group
        waiting -= group
        yield group


def _kin_of(days: DaysAtHand, rank: int) -> Iterator[int]:
    for of, number in days.near(rank, "new").items():
        if are_kin(days.words(rank), days.words(of), number):
            yield of
