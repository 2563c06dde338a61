"""Checks days of the month that are given with their weekday."""

from __future__ import annotations

from calendar import day_name
from datetime import date, timedelta

from penholder.check.answers import undecided
from penholder.model.claim import WeekdayAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records

# Without a year only a day beside the story's is surely of its year: timelines tell of others.
_NEAR = timedelta(days=3)
_YEARS_BACK = (1, 2)


def check_weekday(asked: WeekdayAsked, day: str | None, records: Records) -> Verdict:  # noqa: ARG001  one signature
    """Compare with the calendar; a day whose year the words leave open is not wrong far from the story."""
    said = date.fromisoformat(asked.day)
    row, true = Row("calendar", asked.day), day_name[said.weekday()]
    reason = f"{asked.day} was a {true}."
    if said.isoweekday() == asked.weekday:
        return Verdict(ruling=Ruling.SUPPORTED, reason=reason, rows=(row,))
    if asked.year_said or (_is_near(said, day) and not _fits_before(said, asked.weekday)):
        return Verdict(ruling=Ruling.CONTRADICTED, reason=reason, rows=(row,))
    return undecided(f"{reason} The story may mean another year.", (row,))


def _is_near(said: date, day: str | None) -> bool:
    days = When(day).days() if day else None
    return days is not None and days[0] - _NEAR <= said <= days[1] + _NEAR


def _fits_before(said: date, weekday: int) -> bool:
    """Whether the day was such a weekday in one of the years that a look back would tell of."""
    day = 28 if (said.month, said.day) == (2, 29) else said.day
    years = (said.year - back for back in _YEARS_BACK)
    return any(date(year, said.month, day).isoweekday() == weekday for year in years)
