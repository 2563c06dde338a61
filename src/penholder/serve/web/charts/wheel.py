"""A year as a wheel of twelve months."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

SIZE = 420
_MIDDLE, _OUTER, _INNER, _TEXT = SIZE / 2, 200.0, 95.0, 150.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A month: the outline of its sector, and where its words stand."""

    month: int
    outline: str  # of an SVG path
    x: float
    y: float


def sectors() -> tuple[Sector, ...]:
    """Give the twelve months, January at the top, clockwise."""
    return tuple(_sector(month) for month in range(1, 13))


def _sector(month: int) -> Sector:
    first, last = (2 * pi * (month - 1.5 + side) / 12 for side in (0, 1))
    corners = [_at(_OUTER, first), _at(_OUTER, last), _at(_INNER, last), _at(_INNER, first)]
    (a, b), (c, d), (e, f), (g, h) = corners
    outline = f"M{a} {b}A{_OUTER} {_OUTER} 0 0 1 {c} {d}L{e} {f}A{_INNER} {_INNER} 0 0 0 {g} {h}Z"
    x, y = _at(_TEXT, (first + last) / 2)
    return Sector(month=month, outline=outline, x=x, y=y)


def _at(reach: float, angle: float) -> tuple[float, float]:
    """Give a place by its distance from the middle and its angle from the top."""
    return round(_MIDDLE + reach * sin(angle), 1), round(_MIDDLE - reach * cos(angle), 1)
