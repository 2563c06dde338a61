"""Stories of some days as they were, and as they are with those that came and without those that went.

A story is named by its rank in the order in which stories are gone through: by days, then by keys. Only runs that are
asked for are indexed, each time in one pass over all stories of these days.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Literal

from penholder.merge.origins.held import BeyondError, Held, Told, WholeError
from penholder.merge.origins.prints import Print, looked_up
from penholder.merge.origins.same_texts import COMMON, FAR, FEWEST, SAME

Side = Literal["old", "new"]
_FAR = FAR.days


class DaysAtHand:
    """Stories by their ranks, with the runs of their texts."""

    def __init__(
        self,
        held: Iterable[Held],
        new: Iterable[Told],
        *,
        gone: Collection[int],
        undated: frozenset[int],
        reach: tuple[date, date],
    ) -> None:
        """Take stories with a day.

        Args:
            held: all that were there of the days within reach.
            new: those that came.
            gone: the numbers of those that went.
            undated: runs of stories without a day, by which they are looked up.
            reach: the first and the last of the days whose stories are all here.
        """
        both: list[tuple[str, str, int, Told]] = [(_on(one), one.key, 0, one) for one in held]
        both += [(_on(one), one.key, 1, one) for one in new]
        both.sort(key=lambda row: row[:3])
        self.stories = [row[3] for row in both]
        self.is_new = [bool(row[2]) for row in both]
        self.is_gone = [
            one.no in gone and not new for one, new in zip(self.stories, self.is_new, strict=True)
        ]
        self.days = [one.day.toordinal() for one in self.stories if one.day]
        self.was = [one.first if isinstance(one, Held) else None for one in self.stories]
        # Those that went stay until their turn comes, so that each turn changes one text.
        self.now = list(self.was)
        self._undated = undated
        self._reach = (reach[0].toordinal(), reach[1].toordinal())
        self._sought: set[int] = set()
        self._all: dict[int, list[int]] = {}
        self._texts: dict[Side, dict[int, list[int]]] = {"old": {}, "new": {}}
        self._followed: dict[tuple[Side, int], list[int]] = {}
        self._near: dict[tuple[Side, int], dict[int, int]] = {}
        self._sets: dict[int, frozenset[int]] = {}
        self._before: dict[int, int] = {}

    @cached_property
    def looked(self) -> Sequence[Print]:
        """Give of each story the runs by which it is looked up."""
        return [looked_up(one.words) for one in self.stories]

    def words(self, rank: int) -> Print:
        """Give the print of a story."""
        return self.stories[rank].words

    def no(self, rank: int) -> int:
        """Give the number of a story."""
        return self.stories[rank].no

    def runs(self, rank: int) -> frozenset[int]:
        """Give the runs of a story."""
        if rank not in self._sets:
            self._sets[rank] = frozenset(self.stories[rank].words)
        return self._sets[rank]

    def shared(self, one: int, other: int) -> int:
        """Give how many runs two stories share."""
        return len(self.runs(one).intersection(self.words(other)))

    def are_same(self, one: int, other: int) -> bool:
        """Say whether two stories share nearly all, whichever of them is longer."""
        mine, theirs = len(self.words(one)), len(self.words(other))
        least = SAME * max(mine, theirs)
        return min(mine, theirs) >= least and self.shared(one, other) >= least

    def is_text(self, rank: int, side: Side) -> bool:
        """Say whether a story is a text, the first with its words."""
        first = self.was[rank] if side == "old" else self.now[rank]
        return first == self.stories[rank].no

    def seek(self, ranks: Iterable[int]) -> None:
        """Index the runs by which stories are looked up."""
        missing = set().union(*(self.looked[rank] for rank in ranks)) - self._sought
        if not missing:
            return
        self._sought |= missing
        for rank, runs in enumerate(self.looked):
            if hits := missing.intersection(runs):
                self._index(rank, hits)

    def _index(self, rank: int, hits: Iterable[int]) -> None:
        sides: list[dict[int, list[int]]] = [self._all]
        sides += [self._texts[side] for side in ("old", "new") if self.is_text(rank, side)]
        for of in sides:
            for run in hits:
                of.setdefault(run, []).append(rank)

    def settle(self, rank: int, first: int | None) -> None:
        """Say whose words a story has now; None: it went."""
        before = self.is_text(rank, "new")
        self.now[rank] = first
        after = self.is_text(rank, "new")
        if before == after:
            return
        for run in self._sought.intersection(self.looked[rank]):
            texts = self._texts["new"].setdefault(run, [])
            if after:
                insort(texts, rank)
            else:
                texts.remove(rank)
            self._followed.pop(("new", run), None)

    def check_reach(self, rank: int) -> None:
        """Refuse to say what lies around a story at the edge.

        Raises:
            BeyondError: stories of further days have a part in it.
        """
        day = self.days[rank]
        if day - _FAR < self._reach[0] or day + _FAR > self._reach[1]:
            raise BeyondError

    def meets_undated(self, rank: int) -> bool:
        """Say whether a story without a day may have something in common with one."""
        return not self._undated.isdisjoint(self.looked[rank])

    def _first_near(self, day: int) -> int:
        """Give the first rank that a story of a day is compared with."""
        if day not in self._before:
            self._before[day] = bisect_left(self.days, day - _FAR)
        return self._before[day]

    def _last_near(self, day: int) -> int:
        return bisect_right(self.days, day + _FAR)

    def holders(self, run: int, rank: int) -> Sequence[int]:
        """Give the stories after one that are compared with it and have a run."""
        found = self._all.get(run, [])
        return found[bisect_right(found, rank) : bisect_left(found, self._last_near(self.days[rank]))]  # fmt: skip

    def at_the_limit(self, run: int, rank: int) -> Iterator[int]:
        """Yield the stories for which one text more or less decides whether a run is looked up."""
        texts = [text for text in self._texts["new"].get(run, []) if text != rank]
        if len(texts) < COMMON:
            return
        for story in self.holders(run, rank):
            start = bisect_left(texts, self._first_near(self.days[story]))
            if bisect_left(texts, story) - start == COMMON:
                yield story

    def met_before(self, rank: int, side: Side) -> set[int]:
        """Give the texts before a story with which it shares a run that is looked up."""
        start = self._first_near(self.days[rank])
        met: set[int] = set()
        for run in self.looked[rank]:
            texts = self._texts[side].get(run, [])
            stop = bisect_left(texts, rank)
            if stop and stop - (at := bisect_left(texts, start)) <= COMMON:
                met.update(texts[at:stop])
        return met

    def followed(self, run: int, side: Side) -> Sequence[int]:
        """Give the texts that look a run up, as not too many before them have it."""
        if (side, run) not in self._followed:
            texts = self._texts[side].get(run, [])
            self._followed[side, run] = [
                text
                for at, text in enumerate(texts)
                if at <= COMMON
                or at - bisect_left(texts, self._first_near(self.days[text])) <= COMMON
            ]
        return self._followed[side, run]

    def before(self, rank: int, side: Side) -> dict[int, int]:
        """Give how many runs a story shares with each text before it that has enough of them."""
        least = min(FEWEST, len(self.words(rank)))
        numbers = {of: self.shared(rank, of) for of in self.met_before(rank, side)}
        return {of: number for of, number in numbers.items() if number >= least}

    def near(self, rank: int, side: Side) -> dict[int, int]:
        """Give how many runs a text shares with each other one, before and after it, that has enough of them.

        Raises:
            BeyondError: stories of further days have a part in it.
            WholeError: stories without a day may have.
        """
        if (side, rank) not in self._near:
            self.check_reach(rank)
            if self.meets_undated(rank):
                raise WholeError
            self.seek((rank,))
            self._near[side, rank] = self.before(rank, side) | self._after(rank, side)
        return self._near[side, rank]

    def _after(self, rank: int, side: Side) -> dict[int, int]:
        end = self._last_near(self.days[rank])
        met: set[int] = set()
        for run in self.looked[rank]:
            texts = self.followed(run, side)
            if texts and texts[-1] > rank:
                met.update(texts[bisect_right(texts, rank) : bisect_left(texts, end)])
        numbers = {of: self.shared(rank, of) for of in met}
        return {
            of: number
            for of, number in numbers.items()
            if number >= min(FEWEST, len(self.words(of)))
        }


def _on(one: Told) -> str:
    return one.day.isoformat() if one.day else ""


NOTHING: Print = array("I")
