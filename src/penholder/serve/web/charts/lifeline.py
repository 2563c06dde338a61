"""Days along a line: the stages of a draft's life."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from penholder.model.when import When

WIDTH, HEIGHT = 760, 150
# The words of a stage stand in the middle above or below it, and are some 180 wide at most.
_LEFT, _RIGHT, _LINE = 95.0, 95.0, 70.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Knot:
    """A stage on the line: where it is, from where to where it can have been, and where its words stand."""

    name: str
    day: str
    x: float
    until: float  # the same as x where the day is known
    y: float  # of its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A line: its stages with a day, and how many have none that can be placed."""

    knots: tuple[Knot, ...]
    unplaced: int


def draw_life(days: Mapping[str, str]) -> Life:
    """Give the line of stages by their days, as exact as each is known."""
    spans = {name: span for name, day in days.items() if (span := When(day).days())}
    if not spans:
        return Life(knots=(), unplaced=len(days))
    first = min(start for start, _ in spans.values())
    last = max(end for _, end in spans.values())
    knots = []
    for number, (name, span) in enumerate(sorted(spans.items(), key=lambda one: one[1])):
        x, until = (_x(day, first, last) for day in span)
        y = _LINE + (34 + 22 * (number // 2 % 2) if number % 2 else -22 - 22 * (number // 2 % 2))
        knots.append(Knot(name=name, day=days[name], x=x, until=until, y=y))
    return Life(knots=tuple(knots), unplaced=len(days) - len(spans))


def _x(day: date, first: date, last: date) -> float:
    whole = (last - first).days
    if not whole:
        return WIDTH / 2
    return round(_LEFT + (day - first).days / whole * (WIDTH - _LEFT - _RIGHT), 1)
