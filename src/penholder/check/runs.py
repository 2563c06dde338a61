"""Checks runs of periods with launches, and launches on days that are named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from penholder.check.answers import launches_of_others, undecided
from penholder.check.kinds import telling_kinds
from penholder.model.claim import DatedAsked, RunAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.model.when import When
from penholder.records.launches import Clock, Launch
from penholder.records.load import Records

_FIRED = frozenset({"ballistic", "cruise", "slv", "nuclear"})
# What the record tells apart within a kind that words name.
_FINER = {"icbm": frozenset({"icbm", "icbm_flight", "icbm_us_rok"})}


def check_run(asked: RunAsked, day: str | None, records: Records) -> Verdict:  # noqa: ARG001  one signature
    """Say whether each of the periods up to the event's had a launch, by either clock."""
    days = When(asked.event_day).days() if asked.event_day else None
    if asked.actor != "PRK":
        return launches_of_others()
    if days is None or not records.coverage["launches"].touches(*days):
        return undecided("The day of the latest launch cannot be told from the story.")
    for clock in Clock:
        run = max(
            (_run(asked, days[1], clock, _meant(asked.kinds, records), first) for first in (0, 1)),
            key=len,
        )
        if len(run) == asked.number:
            listed = ", ".join(launch.date_local for launch in run)
            reason = f"A launch in each, by the {clock.value} date: {listed}."
            return Verdict(
                ruling=Ruling.SUPPORTED, reason=reason, rows=tuple(one.row for one in run)
            )
    rows = tuple(one.row for one in run)
    return undecided(f"The record has such a launch in {len(run)} of {asked.number} on end.", rows)


def _run(
    asked: RunAsked, last: date, clock: Clock, launches: Sequence[Launch], sunday: int
) -> list[Launch]:
    """Give a launch of each period, the latest first, as long as the run holds.

    Weeks begin on Monday, or with `sunday` a day before.
    """
    found: list[Launch] = []
    first, end = _period(asked.period, last, sunday)
    while len(found) < asked.number:
        held = [x for x in launches if first <= x.days(clock)[0] <= end]
        if not held:
            break
        found.append(held[-1])
        first, end = _before(asked.period, first)
    return found


def _period(period: str, day: date, sunday: int) -> tuple[date, date]:
    """Give the first and last day of the period that a day lies in; the weekend before a weekday."""
    if period == "day":
        return day, day
    if period == "month":
        return day.replace(day=1), day
    monday = day - timedelta(days=day.weekday())
    if period == "week":
        begin = day - timedelta(days=(day.weekday() + sunday) % 7)
        return begin, day
    saturday = monday + timedelta(days=5 if day.weekday() >= 5 else -2)
    return saturday, saturday + timedelta(days=1)


def _before(period: str, first: date) -> tuple[date, date]:
    if period == "day":
        return first - timedelta(days=1), first - timedelta(days=1)
    if period == "month":
        last = first - timedelta(days=1)
        return last.replace(day=1), last
    length = 2 if period == "weekend" else 7
    start = first - timedelta(days=7)
    return start, start + timedelta(days=length - 1)


def check_dated(asked: DatedAsked, day: str | None, records: Records) -> Verdict:  # noqa: ARG001  one signature
    """Say whether each of the days had such a launch, all by one clock."""
    if asked.actor != "PRK":
        return launches_of_others()
    launches, days = _meant(asked.kinds, records), [date.fromisoformat(one) for one in asked.days]
    best: list[Launch] = []
    for clock in Clock:
        held = [next((x for x in launches if x.days(clock)[0] == one), None) for one in days]
        found = [launch for launch in held if launch]
        if len(found) == len(days):
            listed = ", ".join(launch.date_local for launch in found)
            reason = f"Such a launch on each day, by the {clock.value} date: {listed}."
            return Verdict(
                ruling=Ruling.SUPPORTED, reason=reason, rows=tuple(one.row for one in found)
            )
        best = max(best, found, key=len)
    rows = tuple(one.row for one in best)
    return undecided(f"The record has such a launch on {len(best)} of {len(days)} days.", rows)


def _meant(kinds: Sequence[str], records: Records) -> list[Launch]:
    """Give the launches that words for a weapon can mean: the narrowest kind that they name."""
    telling = telling_kinds(kinds)
    if {"ballistic", "cruise"} <= set(kinds):
        telling = []
    wanted = _FINER.get(telling[0], {telling[0]}) if telling else _FIRED
    return [launch for launch in records.launches if launch.kinds & wanted]
