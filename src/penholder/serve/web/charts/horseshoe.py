"""The Council's table: seats along a horseshoe, its open end below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any

WIDTH, HEIGHT = 620, 400
_MIDDLE, _LEVEL, _REACH = WIDTH / 2, 245.0, 200.0
# Degrees from which the table goes over the top to where it ends.
_FROM, _TO = 212.0, -32.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One seat: where its middle is, and who sits there."""

    x: float
    y: float
    seat: Mapping[str, Any]


def seat_around(seats: Sequence[Mapping[str, Any]], president: str | None) -> tuple[Place, ...]:
    """Give the places of members in the order of the table, the president's at its head.

    `seats` are in the alphabetical order by which the presidency turns; without a president the first one heads the table.
    """
    turned = _turned(seats, president)
    step = (_FROM - _TO) / max(1, len(turned) - 1)
    return tuple(_place(_FROM - number * step, seat) for number, seat in enumerate(turned))


def _turned(
    seats: Sequence[Mapping[str, Any]], president: str | None
) -> Sequence[Mapping[str, Any]]:
    """Turn the table until the president sits in the middle."""
    ids = [seat["id"] for seat in seats]
    if president not in ids:
        return seats
    start = (ids.index(president) - len(seats) // 2) % len(seats)
    return [*seats[start:], *seats[:start]]


def _place(angle: float, seat: Mapping[str, Any]) -> Place:
    x = _MIDDLE + _REACH * 1.25 * cos(radians(angle))
    y = _LEVEL - _REACH * sin(radians(angle))
    return Place(x=round(x, 1), y=round(y, 1), seat=seat)
