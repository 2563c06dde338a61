"""Stretches of years, a row for each member: terms on the Council."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# Of a row on paper; a page draws it as wide as there is room, so its parts keep their proportions and nothing is written on it.
WIDTH = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One term: where it begins and how long it is."""

    x: float
    width: float
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The terms of one member."""

    member: Mapping[str, Any]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """A chart: its rows, its first and last year, and where lines stand in each row."""

    rows: tuple[Row, ...]
    first: int
    last: int
    lines: tuple[float, ...]


def draw_spans(
    rows: Sequence[tuple[Mapping[str, Any], Sequence[tuple[int, int]]]], first: int, last: int
) -> Spans:
    """Give the chart of rows of stretches, each from its first to the end of its last year; what reaches beyond the years is cut there."""
    step = WIDTH / (last - first + 1)
    return Spans(
        rows=tuple(
            Row(member=member, stretches=tuple(_stretch(term, first, last, step) for term in terms))
            for member, terms in rows
        ),
        first=first,
        last=last,
        lines=tuple(round((year - first) * step, 1) for year in _ticks(first, last)),
    )


def _stretch(term: tuple[int, int], first: int, last: int, step: float) -> Stretch:
    start, end = term
    return Stretch(
        x=round((max(start, first) - first) * step, 1),
        width=round((min(end, last) - max(start, first) + 1) * step, 1),
        first=start,
        last=end,
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
