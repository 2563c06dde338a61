"""Bars of stacked parts, one for each year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 900, 340
_LEFT, _BELOW, _ABOVE = 44.0, 38.0, 10.0
_TICKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One part of a bar."""

    name: str
    year: int
    number: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stacks:
    """A chart: its blocks, the heights that are labelled, and the years that are."""

    blocks: tuple[Block, ...]
    levels: tuple[tuple[int, float], ...]
    years: tuple[tuple[int, float], ...]


def stack(numbers: Mapping[int, Mapping[str, int]], names: Sequence[str]) -> Stacks:
    """Give the chart of numbers by year and name; years between the first and the last without any stay empty."""
    if not numbers:
        return Stacks(blocks=(), levels=(), years=())
    first, last = min(numbers), max(numbers)
    most = max(sum(parts.values()) for parts in numbers.values())
    step = (WIDTH - _LEFT) / (last - first + 1)
    tall = (HEIGHT - _BELOW - _ABOVE) / most
    blocks = tuple(
        block
        for year, parts in sorted(numbers.items())
        for block in _bar(year, parts, names, (_LEFT + (year - first) * step, step), tall)
    )
    each = max(1, -(-most // _TICKS))
    levels = tuple((n, round(_height(n, tall), 1)) for n in range(0, most + 1, each))
    decades = [year for year in range(first, last + 1) if year % 10 == 0] or [first]
    years = tuple((year, round(_LEFT + (year - first + 0.5) * step, 1)) for year in decades)
    return Stacks(blocks=blocks, levels=levels, years=years)


def _bar(
    year: int,
    parts: Mapping[str, int],
    names: Sequence[str],
    place: tuple[float, float],
    tall: float,
) -> list[Block]:
    start, step = place
    below, blocks = 0, []
    for name in names:
        number = parts.get(name, 0)
        below += number
        if number:
            blocks.append(
                Block(
                    name=name,
                    year=year,
                    number=number,
                    x=round(start + 0.1 * step, 1),
                    y=round(_height(below, tall), 1),
                    width=round(0.8 * step, 1),
                    height=round(number * tall, 1),
                )
            )
    return blocks


def _height(number: int, tall: float) -> float:
    return HEIGHT - _BELOW - number * tall
