"""Dates an undated story by intersecting the days that its clues allow."""

from __future__ import annotations

from dataclasses import replace

from penholder.check.clues import find_clues
from penholder.model.reading import Reading
from penholder.model.story import UNDATED, Basis, StoryDate
from penholder.records.load import Records


def infer_date(reading: Reading, records: Records) -> StoryDate:
    """Give the day on which all clues agree; without a clue that fixes the year, nothing."""
    clues = list(find_clues(reading, records))
    if not any(clue.fixes for clue in clues):
        return replace(UNDATED, reasons=tuple(clue.reason for clue in clues))
    days = sorted(frozenset.intersection(*(clue.days for clue in clues)))
    reasons = tuple(clue.reason for clue in clues)
    if not days:
        return replace(UNDATED, reasons=("The clues contradict each other.", *reasons))
    if len(days) == 1:
        return _inferred(days[0].isoformat(), "day", reasons)
    if len({(day.year, day.month) for day in days}) == 1:
        return _inferred(f"{days[0]:%Y-%m}", "month", reasons)
    return replace(UNDATED, reasons=reasons)


def _inferred(value: str, precision: str, reasons: tuple[str, ...]) -> StoryDate:
    return StoryDate(value=value, precision=precision, basis=Basis.INFERRED, reasons=reasons)
