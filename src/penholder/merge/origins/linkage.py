"""Groups that grow by the mean of all their pairs (average linkage, UPGMA)."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping

Pair = tuple[int, int]


def link(sizes: Mapping[int, int], shares: Mapping[Pair, float], least: float) -> list[list[int]]:
    """Give groups of numbers, each grown as long as the mean share between two of them is enough.

    Args:
        sizes: how many stories stand behind each number.
        shares: of pairs, the lower number first; any other pair shares nothing.
        least: the mean share that two groups need to become one.
    """
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), share in shares.items():
        near[one][other] = near[other][one] = share
    groups = {at: [at] for at in sizes}
    heap = [(-share, *pair) for pair, share in shares.items()]
    heapq.heapify(heap)
    size = dict(sizes)
    while heap and -heap[0][0] >= least:
        share, one, other = heapq.heappop(heap)
        if one in groups and other in groups and near[one].get(other) == -share:
            groups[one] += groups.pop(other)
            _join(near, size, one, other)
            size[one] += size.pop(other)
            for third, mean in near[one].items():
                heapq.heappush(heap, (-mean, *sorted((one, third))))  # type: ignore[misc]
    return [sorted(group) for group in groups.values()]


def _join(near: dict[int, dict[int, float]], size: Mapping[int, int], one: int, other: int) -> None:
    """Let a group share with each third one the mean of what both of its parts share."""
    mine, theirs = near.pop(one), near.pop(other)
    whole = size[one] + size[other]
    for third in sorted((mine.keys() | theirs.keys()) - {one, other}):
        total = mine.get(third, 0.0) * size[one] + theirs.get(third, 0.0) * size[other]
        near[third].pop(other, None)
        near[third][one] = near[one][third] = total / whole
