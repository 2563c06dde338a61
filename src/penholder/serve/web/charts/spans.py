"""Stretches of years along one axis: terms on the Council."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH = 900
_LEFT, _RIGHT, _ROW = 190.0, 12.0, 22.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One term: where it begins and how long it is."""

    x: float
    y: float
    width: float
    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """A chart: its height, its rows (name, middle), its stretches, and the years that are labelled."""

    height: float
    rows: tuple[tuple[str, float], ...]
    stretches: tuple[Stretch, ...]
    years: tuple[tuple[int, float], ...]


def draw_spans(
    rows: Sequence[tuple[str, Sequence[tuple[int, int]]]], first: int, last: int
) -> Spans:
    """Give the chart of rows of stretches, each from its first to the end of its last year; what reaches beyond the years is cut there."""
    step = (WIDTH - _LEFT - _RIGHT) / (last - first + 1)
    stretches = tuple(
        Stretch(
            x=round(_LEFT + (max(start, first) - first) * step, 1),
            y=round(number * _ROW + 4, 1),
            width=round((min(end, last) - max(start, first) + 1) * step, 1),
            first=start,
            last=end,
            label=name,
        )
        for number, (name, terms) in enumerate(rows)
        for start, end in terms
    )
    return Spans(
        height=len(rows) * _ROW + 28,
        rows=tuple(
            (name, round(number * _ROW + _ROW / 2 + 5, 1)) for number, (name, _) in enumerate(rows)
        ),
        stretches=stretches,
        years=tuple(
            (year, round(_LEFT + (year - first) * step, 1)) for year in _ticks(first, last)
        ),
    )


def terms_in(years: Iterable[int]) -> list[tuple[int, int]]:
    """Give the stretches of years that follow each other."""
    terms: list[tuple[int, int]] = []
    for year in sorted(years):
        if terms and terms[-1][1] == year - 1:
            terms[-1] = (terms[-1][0], year)
        else:
            terms.append((year, year))
    return terms


def _ticks(first: int, last: int) -> Iterable[int]:
    each = 10 if last - first > 25 else 5 if last - first > 10 else 1
    return (year for year in range(first, last + 1) if year % each == 0)
