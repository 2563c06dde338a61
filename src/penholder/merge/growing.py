"""Events while they are gathered from the occasions of many stories."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from penholder.merge.occasions import Basis, Occasion
from penholder.merge.reports import Days
from penholder.merge.weapons import Kinds


@dataclass(slots=True, eq=False)
class Growing:
    """An event as far as it is known; the first occasion fixes its days."""

    first: Occasion
    occasions: list[tuple[Occasion, str]] = field(default_factory=list)  # with the reason to join
    kinds: set[Kinds] = field(default_factory=set)
    ordinals: set[int] = field(default_factory=set)
    stories: set[str] = field(default_factory=set)

    def add(self, occasion: Occasion, why: str) -> None:
        """Take in an occasion, for a reason."""
        self.occasions.append((occasion, why))
        self.kinds |= set(occasion.kinds)
        self.ordinals |= occasion.ordinals
        self.stories.add(occasion.story)

    @property
    def days(self) -> Days | None:
        """Give the days on which it can have been; None: only its number is known."""
        return self.first.days

    @property
    def day(self) -> date:
        """Give the day by which it is found: of news, the story's."""
        news = self.first.basis is Basis.NEWS and self.first.published
        return news or (self.days[0] if self.days else date.min)


@dataclass(slots=True)
class Calendar:
    """Growing events by day and by number, so that a thousand of them are searched as fast as ten."""

    all: list[Growing] = field(default_factory=list)
    _by_day: dict[date, list[Growing]] = field(default_factory=lambda: defaultdict(list))
    _days: list[date] = field(default_factory=list)
    _stretches: list[Growing] = field(default_factory=list)
    _by_number: dict[int, list[Growing]] = field(default_factory=lambda: defaultdict(list))

    def open(self, occasion: Occasion) -> None:
        """Make an occasion an event of its own."""
        one = Growing(first=occasion)
        self.all.append(one)
        if one.first.basis is Basis.STRETCH:
            self._stretches.append(one)
        elif one.first.basis is not Basis.NUMBER:
            self._put(one)
        self.join(one, occasion, "")

    def _put(self, one: Growing) -> None:
        if one.day not in self._by_day:
            insort(self._days, one.day)
        self._by_day[one.day].append(one)

    def join(self, one: Growing, occasion: Occasion, why: str) -> None:
        """Add an occasion to an event."""
        for number in occasion.ordinals - one.ordinals:
            self._by_number[number].append(one)
        one.add(occasion, why)

    def drop(self, one: Growing) -> None:
        """Forget an event that has become part of another."""
        self.all.remove(one)
        self._by_day[one.day].remove(one)
        for number in one.ordinals:
            self._by_number[number].remove(one)

    def on(self, day: date) -> tuple[Growing, ...]:
        """Give the events of a day."""
        return tuple(self._by_day.get(day, ()))

    def between(self, first: date, last: date) -> Iterator[Growing]:
        """Yield the events of some days, and all of longer stretches."""
        for day in self._days[bisect_left(self._days, first) : bisect_right(self._days, last)]:
            yield from self._by_day[day]
        yield from self._stretches

    def numbered(self, numbers: frozenset[int]) -> Iterator[Growing]:
        """Yield the events that are told with one of the numbers."""
        for number in sorted(numbers):
            yield from self._by_number.get(number, ())
