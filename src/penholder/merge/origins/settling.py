"""Whose words each story has, when stories came or went: in the order of their days, and only where that changes something."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator

from penholder.merge.origins.days_at_hand import DaysAtHand


def settle(days: DaysAtHand) -> None:
    """Say of each story that came, went or is touched by these, whose words it has now."""
    copies: dict[int, list[int]] = defaultdict(list)
    for rank, first in enumerate(days.was):
        if first is not None and first != days.no(rank):
            copies[first].append(rank)
    waiting = [rank for rank in range(len(days.stories)) if days.is_new[rank] or days.is_gone[rank]]
    days.seek(waiting)
    heapq.heapify(waiting)
    last = -1
    while waiting:
        rank = heapq.heappop(waiting)
        if rank == last:
            continue
        last = rank
        _settle_one(days, rank, copies, waiting)


def _settle_one(
    days: DaysAtHand, rank: int, copies: dict[int, list[int]], waiting: list[int]
) -> None:
    days.check_reach(rank)
    days.seek((rank,))
    was = days.is_text(rank, "old")
    days.settle(rank, None if days.is_gone[rank] else _first(days, rank))
    if was == days.is_text(rank, "new"):
        return
    mine = copies[days.no(rank)] if was else []
    both = {*mine, *_touched(days, rank, added=not was)}
    touched = [other for other in both if other > rank and not days.is_gone[other]]
    days.seek(touched)
    for other in touched:
        heapq.heappush(waiting, other)


def _first(days: DaysAtHand, rank: int) -> int:
    """Give the number of the first text that a story has the words of; its own, where there is none."""
    same = [of for of in days.met_before(rank, "new") if days.are_same(rank, of)]
    first = min(same, key=lambda of: days.stories[of].key, default=rank)
    return days.no(first)


def _touched(days: DaysAtHand, rank: int, *, added: bool) -> Iterator[int]:
    """Yield the stories after one that may have other words now that it is a text, or no longer is one."""
    for run in days.looked[rank]:
        yield from days.at_the_limit(run, rank)
    if added:
        after = {story for run in days.looked[rank] for story in days.holders(run, rank)}
        yield from (story for story in after if days.are_same(rank, story))
