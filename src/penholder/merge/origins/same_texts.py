"""Stories that are the same text but for some words: they are compared once for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from penholder.merge.origins.prints import Print, looked_up, number_shared

# The share of runs of the longer one from which two stories are the same text.
_SAME = 0.8
# A run that more texts have than that is not looked up: it is background.
COMMON = 60

_Owners = dict[int, int | list[int]]  # the texts that have a run; most have one


def find_same(whole: Sequence[Print]) -> tuple[Mapping[int, list[int]], _Owners]:
    """Give the stories of each text by the first of them, and the texts that have each run looked up."""
    owners: _Owners = {}
    same: dict[int, list[int]] = {}
    for at, mine in enumerate(whole):
        part = looked_up(mine)
        first = _same_as(mine, part, whole, owners)
        if first is None:
            same[at] = [at]
            _own(owners, at, part)
        else:
            same[first].append(at)
    return same, owners


def _same_as(mine: Print, part: Print, whole: Sequence[Print], owners: _Owners) -> int | None:
    """Give the first text that shares nearly all with a story, whichever of the two is longer."""
    counts = Counter(at for run in part for at in _owners_of(owners, run))
    enough = _SAME * len(part) / 2
    for at in sorted(at for at, number in counts.items() if number >= enough):
        if number_shared(mine, whole[at]) >= _SAME * max(len(mine), len(whole[at])):
            return at
    return None


def _owners_of(owners: _Owners, run: int) -> Sequence[int]:
    found = owners.get(run, ())
    return (found,) if isinstance(found, int) else found


def _own(owners: _Owners, at: int, part: Print) -> None:
    for run in part:
        before = owners.get(run)
        if before is None:
            owners[run] = at
        elif isinstance(before, int):
            owners[run] = [before, at]
        elif len(before) <= COMMON:
            before.append(at)


def pairs_of(owners: _Owners) -> Iterator[tuple[int, int]]:
    """Yield each two texts that have a run in common, as often as they have."""
    for texts in owners.values():
        if not isinstance(texts, int) and len(texts) <= COMMON:
            yield from combinations(texts, 2)
