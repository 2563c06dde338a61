"""Works out the first and last day of a window from the time that names it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from penholder.find.window import Window, last_day, made_of
from penholder.model.claim import LOOSE
from penholder.model.when import TimeExpression, When

# Days that a unit of a TIMEX3 duration takes at most.
_UNIT_DAYS = {"D": 1, "W": 7, "M": 31, "Y": 366}
_DURATION = re.compile(r"P(\d+)([DWMY])$")


def lasting(time: TimeExpression, anchor: str | None) -> Window | None:
    """Give so many days up to the anchor: "in less than two weeks"; None where the time gives no number."""
    match = _DURATION.match(time.value)
    if not match:
        return None
    days = int(match[1]) * _UNIT_DAYS[match[2]]
    if time.mod == "MORE_THAN":
        days += days // 4  # "just over two weeks" was 17 days in the counts that outlets published
    if time.mod == "APPROX":
        days += days // 7  # "about three weeks" was 23 days
    end = last_day(anchor)
    start = end - timedelta(days=days - 1) if end else None
    return made_of(time, start, end)


def until_time(time: TimeExpression) -> Window | None:
    """Give the year up to a day or the end of a month; from when is counted the words leave open."""
    days = When(time.value).days()
    if days is None or days[0].year != days[1].year or len(time.value) == len("2022"):
        return None
    start = days[1].replace(month=1, day=1)
    return replace(made_of(time, start, days[1]), value=f"{days[1].year}{LOOSE}")


def since_time(time: TimeExpression, anchor: str | None) -> Window:
    """Give the days from a time up to the anchor: "since May"."""
    days = When(time.value).days()
    return made_of(time, days[0] if days else None, last_day(anchor))


def inside_time(time: TimeExpression, anchor: str | None) -> Window:
    """Give the days of a time, up to the anchor where it lies in them: "this year"."""
    days, until = When(time.value).days(), last_day(anchor)
    if days and until and timedelta(0) < days[0] - until <= _JUST:
        days = _around(time.value, until)
    if not days:
        return made_of(time, None, until)
    end = min(days[1], until) if until and until >= days[0] else days[1]
    return made_of(time, days[0], end)


# A story of 1 January that numbers a launch of 31 December means the old year by "this year".
_JUST = timedelta(days=7)


def _around(value: str, day: date) -> tuple[date, date] | None:
    """Give the year or month that a day lies in, as long as the one that is named."""
    return When(day.isoformat()[: len(value)]).days() if value[-1].isdigit() else None
