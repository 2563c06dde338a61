"""A year on paper: a calendar of months by days, and a timeline of rows."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

WIDTH, ROW = 900, 26
_LEFT = 130.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A thing with its first and last possible day."""

    id: str
    label: str
    row: str  # of the timeline, and the class of its mark
    first: date
    last: date
    size: int = 1

    @property
    def is_exact(self) -> bool:
        """Say whether its day is known."""
        return self.first == self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A thing on paper; `until` is the x of its last possible day."""

    one: Dated
    x: float
    y: float
    until: float
    reach: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A day of the calendar, with what happened on it."""

    day: date
    x: float
    y: float
    things: tuple[Dated, ...]


CELL = 24.0


def calendar(year: int, things: Iterable[Dated]) -> tuple[Cell, ...]:
    """Give every day of a year, twelve rows of months; a thing stands on the first day that it may be of, unless no week of it is known."""
    on: dict[date, list[Dated]] = defaultdict(list)
    for one in things:
        if (one.last - one.first).days < 7 and one.first.year == year:
            on[one.first].append(one)
    return tuple(
        Cell(
            day=day,
            x=44 + (number - 1) * CELL,
            y=22 + (month - 1) * CELL,
            things=tuple(on[day]),
        )
        for month in range(1, 13)
        for number in range(1, monthrange(year, month)[1] + 1)
        for day in (date(year, month, number),)
    )


def timeline(year: int, rows: Sequence[str], things: Iterable[Dated]) -> tuple[Spot, ...]:
    """Give the things of each row along the year; a day that is not known is a stretch."""
    levels: Mapping[str, float] = {row: 16 + number * ROW for number, row in enumerate(rows)}
    return tuple(
        Spot(
            one=one,
            x=_x(max(one.first, date(year, 1, 1)), year),
            y=levels[one.row],
            until=_x(min(one.last, date(year, 12, 31)), year),
            reach=round(min(11.0, 3.2 * sqrt(one.size)), 1),
        )
        for one in things
    )


def month_lines(year: int) -> tuple[tuple[int, float], ...]:
    """Give where each month begins."""
    return tuple((month, _x(date(year, month, 1), year)) for month in range(1, 13))


def _x(day: date, year: int) -> float:
    whole = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    return round(_LEFT + (day - date(year, 1, 1)).days / whole * (WIDTH - _LEFT - 10), 1)
