"""Stories that are the same text but for some words, and texts that have something in common.

Stories are gone through by their days, and only those of the last days are held ready to be looked up: the memory that
this needs grows with the days that are held, and not with all stories.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from penholder.merge.origins.prints import Print, looked_up

# The share of runs of the longer one from which two stories are the same text.
SAME = 0.8
# A copy comes within days; the same formula months later tells of something else.
FAR = timedelta(days=14)
# A run that more texts of these days have is not looked up: it is background.
COMMON = 60
# The fewest runs in common that tell anything.
FEWEST = 4

Pair = tuple[int, int]
_Owners = dict[int, int | list[int]]  # the texts that have a run; most have one


@dataclass(frozen=True, slots=True)
class Alike:
    """The stories of each text by the first of them, and how many runs two texts share."""

    same: dict[int, list[int]]
    near: dict[Pair, int]  # the lower number first


def find_alike(whole: Sequence[Print], days: Sequence[date | None]) -> Alike:
    """Give the texts of stories, and which of them have something in common.

    Args:
        whole: the print of each story.
        days: on which they were published; two that lie far apart are no copies, one without a day can be of any.
    """
    dated = sorted((at for at, day in enumerate(days) if day), key=lambda at: (days[at], at))
    found = _alike(_Window(whole, days), dated)
    undated = _Window(whole, days)
    return _with_undated(
        found, undated, _alike(undated, [at for at, day in enumerate(days) if not day])
    )


def _alike(window: _Window, order: Sequence[int]) -> Alike:
    """Go through stories in an order, each of them compared with those of the window."""
    found = Alike({}, {})
    for at in order:
        shared = window.shared_with(at)
        first = next((of for of in sorted(shared) if window.is_same(at, of, shared[of])), at)
        found.same.setdefault(first, []).append(at)
        if first == at:
            window.add(at)
            found.near.update({_pair(at, of): number for of, number in shared.items()})
    return found


def _with_undated(found: Alike, undated: _Window, others: Alike) -> Alike:
    """Add what has no day: each text to the first one that is the same, else by what it shares."""
    same, near = dict(found.same), dict(found.near)
    firsts: dict[int, int] = {}
    pairs: dict[Pair, int] = {}
    for at in found.same if others.same else ():
        for of, number in undated.shared_with(at).items():
            pairs[_pair(at, of)] = number
            if undated.is_same(at, of, number):
                firsts.setdefault(of, at)
    for of, stories in others.same.items():
        same[firsts.get(of, of)] = [*same.get(firsts.get(of, of), []), *stories]
    apart = {
        pair: number
        for pair, number in {**pairs, **others.near}.items()
        if not firsts.keys() & pair
    }
    return Alike(same, near | apart)


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


@dataclass(slots=True)
class _Window:
    """The texts of the last days, by their runs; those without a day stay for good."""

    whole: Sequence[Print]
    days: Sequence[date | None]
    owners: _Owners = field(default_factory=dict)
    held: deque[int] = field(default_factory=deque)

    def shared_with(self, at: int) -> dict[int, int]:
        """Give how many runs a story shares with each text that has enough of them."""
        self._forget(self.days[at])
        met = Counter(of for run in looked_up(self.whole[at]) for of in self._owners_of(run))
        mine = set(self.whole[at])
        shared = {of: len(mine.intersection(self.whole[of])) for of in met}
        least = min(FEWEST, len(mine))
        return {of: number for of, number in shared.items() if number >= least}

    def is_same(self, at: int, of: int, shared: int) -> bool:
        """Say whether two texts share nearly all, whichever of them is longer."""
        return shared >= SAME * max(len(self.whole[at]), len(self.whole[of]))

    def add(self, at: int) -> None:
        """Hold a text ready."""
        for run in looked_up(self.whole[at]):
            self._own(run, at)
        if self.days[at] is not None:
            self.held.append(at)

    def _forget(self, day: date | None) -> None:
        """Let go of texts that lie too far before a day."""
        while day and self.held and (self.days[self.held[0]] or day) < day - FAR:
            gone = self.held.popleft()
            for run in looked_up(self.whole[gone]):
                self._disown(run, gone)

    def _owners_of(self, run: int) -> Iterator[int]:
        found = self.owners.get(run, [])
        if isinstance(found, int):
            yield found
        elif len(found) <= COMMON:
            yield from found

    def _own(self, run: int, at: int) -> None:
        before = self.owners.get(run)
        if before is None:
            self.owners[run] = at
        elif isinstance(before, int):
            self.owners[run] = [before, at]
        else:
            before.append(at)

    def _disown(self, run: int, at: int) -> None:
        before = self.owners.get(run)
        if isinstance(before, list):
            before.remove(at)
        if before in (at, []):
            del self.owners[run]
