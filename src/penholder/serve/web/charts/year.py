"""A year on paper: a calendar of twelve small months, and a timeline of rows."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

# Of a row of the timeline; a page draws it as wide as there is room.
WIDTH = 1000.0
# Of a day in the calendar, and of a month: seven days across, six weeks down.
CELL = 26
MONTH_WIDTH, MONTH_HEIGHT = 7 * CELL, 6 * CELL


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
    """A thing on its row; `until` is the x of its last possible day, `reach` the width of its dot in pixels."""

    one: Dated
    x: float
    until: float
    reach: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A day of the calendar, with what happened on it."""

    day: date
    x: int
    y: int
    things: tuple[Dated, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month of the calendar, its weeks from Monday on."""

    number: int
    cells: tuple[Cell, ...]


def calendar(year: int, things: Iterable[Dated]) -> tuple[Month, ...]:
    """Give every day of a year; a thing stands on the first day that it may be of, unless no week of it is known."""
    on: dict[date, list[Dated]] = defaultdict(list)
    for one in things:
        if (one.last - one.first).days < 7 and one.first.year == year:
            on[one.first].append(one)
    return tuple(_month(year, number, on) for number in range(1, 13))


def _month(year: int, number: int, on: Mapping[date, Sequence[Dated]]) -> Month:
    weekday, length = monthrange(year, number)
    return Month(
        number=number,
        cells=tuple(
            Cell(
                day=(day := date(year, number, place - weekday + 1)),
                x=place % 7 * CELL,
                y=place // 7 * CELL,
                things=tuple(on.get(day, ())),
            )
            for place in range(weekday, weekday + length)
        ),
    )


def timeline(year: int, row: str, things: Iterable[Dated]) -> tuple[Spot, ...]:
    """Give the things of a row along the year; a day that is not known is a stretch."""
    return tuple(
        Spot(
            one=one,
            x=_x(max(one.first, date(year, 1, 1)), year),
            until=_x(min(one.last, date(year, 12, 31)), year),
            reach=round(min(22.0, 7 * sqrt(one.size)), 1),
        )
        for one in things
        if one.row == row
    )


def month_lines(year: int) -> tuple[float, ...]:
    """Give where each month but the first begins."""
    return tuple(_x(date(year, month, 1), year) for month in range(2, 13))


def _x(day: date, year: int) -> float:
    """Give the middle of a day."""
    whole = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    return round(((day - date(year, 1, 1)).days + 0.5) / whole * WIDTH, 1)
