"""Stories that are the same text but for some words: they are compared once for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from penholder.merge.origins.prints import Print, looked_up, number_shared

# The share of runs of the longer one from which two stories are the same text.
_SAME = 0.8
# A copy comes within days; the same formula months later tells of something else.
_FAR = timedelta(days=14)
# A run that more texts have than that is not looked up: it is background.
COMMON = 60

_Owners = dict[int, int | list[int]]  # the texts that have a run; most have one


@dataclass(frozen=True, slots=True)
class Nearby:
    """Says of two stories whether they can be copies by their days; one without a day can be of any."""

    days: Sequence[date | None]

    def __call__(self, one: int, other: int) -> bool:
        """Say whether they lie close enough."""
        mine, theirs = self.days[one], self.days[other]
        return mine is None or theirs is None or abs(mine - theirs) <= _FAR


def find_same(whole: Sequence[Print], nearby: Nearby) -> tuple[Mapping[int, list[int]], _Owners]:
    """Give the stories of each text by the first of them, and the texts that have each run looked up."""
    owners: _Owners = {}
    same: dict[int, list[int]] = {}
    for at, mine in enumerate(whole):
        part = looked_up(mine)
        able = (of for of in _alike(part, owners) if nearby(at, of))
        first = next((of for of in able if _is_same(mine, whole[of])), None)
        if first is None:
            same[at] = [at]
            _own(owners, at, part)
        else:
            same[first].append(at)
    return same, owners


def _alike(part: Print, owners: _Owners) -> Sequence[int]:
    """Give the texts that share much of what is looked up of a story, in order."""
    counts = Counter(at for run in part for at in _owners_of(owners, run))
    return sorted(at for at, number in counts.items() if number >= _SAME * len(part) / 2)


def _is_same(mine: Print, theirs: Print) -> bool:
    """Say whether two share nearly all, whichever of them is longer."""
    return number_shared(mine, theirs) >= _SAME * max(len(mine), len(theirs))


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
