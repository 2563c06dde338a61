"""What a reader is given and gives: the place of an expression, and its value."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from penholder.find.times.anchor import Anchor
from penholder.find.times.direction import Direction, direction_of
from penholder.model.span import Span


@dataclass(frozen=True, slots=True)
class Read:
    """The value of a time expression."""

    value: str
    kind: str  # date | time | duration | set
    mod: str | None = None
    zone: str | None = None  # the clock that the words name: "local time"
    aside: bool = False  # said in passing: what follows does not count from it
    # False: the words only point ("now", "in the future") or measure by the clock ("flew for six minutes").
    # TIMEX3 marks them; a story's times leave them out.
    tells: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """The date told last before an expression; "" before the first."""

    value: str = ""
    month: str = ""  # "1940-06": the month to which a tale has come; "" where only the year is told
    quarter: str = ""  # "1989-Q3": the quarter named last, which "a year earlier" compares with
    day: str = ""  # the day named last, which "that evening" and "two days later" count from

    @property
    def anchor(self) -> Anchor:
        """Give the first day of the date, as the day to count from."""
        told = Anchor.told(self.value)
        return told if told.day else Anchor.told(self.month)

    def then(self, read: Read) -> Told:
        """Give what is told last once an expression has been read."""
        if read.aside or read.kind not in _DATES or not read.value[:4].isdigit():
            return self
        quarter = read.value if _QUARTER.match(read.value) else self.quarter
        day = read.value[:10] if _DAY.match(read.value) else self.day
        return Told(read.value, self._month(read.value), quarter, day)

    def _month(self, value: str) -> str:
        """Give the month that a date names; a bare year leaves a tale in the month to which it has come."""
        if value == self.month[:4]:
            return self.month
        if start := _SEASON_STARTS.get(value[5:7]):
            return f"{value[:4]}-{start}"
        days = Anchor.told(value).day if len(value) > len("1940") else None
        return days.isoformat()[:7] if days else ""


_DATES = frozenset({"date", "time"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T|$)")
_QUARTER = re.compile(r"\d{4}-Q\d$")
_SEASON_STARTS = {"SP": "03", "SU": "06", "FA": "09", "WI": "12"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: the story's day, the date told last, and the words around it."""

    anchor: Anchor
    told: Told
    text: str
    span: Span
    stretch: Span
    history: bool  # the text tells of years long before it was written

    def direction(self) -> Direction:
        """Say whether the words around lie ahead of the story, behind it, or do not tell."""
        return direction_of(self.text, self.span, self.stretch)

    def behind(self) -> Anchor:
        """Give the day that "the following month" counts from: the one told last, else the story's."""
        told = self.told.anchor
        return told if told.day else self.anchor

    def behind_day(self) -> Anchor:
        """Give the day that "that evening" and "two days later" count from: the last one that was told as a day."""
        told = Anchor.told(self.told.day)
        return told if told.day and not self.history else self.behind()

    def base(self) -> Anchor:
        """Give the day that bare months and days count from: in a history the one told last."""
        return self.behind() if self.history else self.anchor


Reader = Callable[[re.Match[str], Place], Read | None]
