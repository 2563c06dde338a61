"""Checks firsts and counts of flights over a country: "over Japan for the first time since 2017"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from penholder.check.answers import undecided
from penholder.check.gaps import read_gap
from penholder.model.claim import Comparator, CountAsked, FirstAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.model.when import When
from penholder.records.launches import Launch
from penholder.records.load import Records
from penholder.records.overflights import READINGS, flown_over

_DAY = timedelta(days=1)


def first_over(asked: FirstAsked, whens: Sequence[tuple[date, date]], records: Records) -> Verdict:
    """Say whether a flight over a country was the first since the day, or in the time, that is named.

    Any reading that agrees supports it; outlets differ on islets and satellites, so that none refutes it.
    """
    pairs = [pair for when in whens for pair in _pairs(asked.over or "", when, records)]
    if not pairs:
        return undecided("The record has no such flight on that day.")
    for reading, before, now in pairs:
        if _holds(asked, before, now):
            return Verdict(
                ruling=Ruling.SUPPORTED,
                reason=_told(reading, before, now),
                rows=(before.row, now.row),
            )
    return undecided(_told(*pairs[0]), (pairs[0][1].row, pairs[0][2].row))


def count_over(asked: CountAsked, days: tuple[date, date], records: Records) -> Verdict:
    """Count the flights over a country between two days; one reading that agrees supports the count."""
    told = []
    for reading in READINGS:
        flown = [x for x in flown_over(records, asked.over or "", reading) if _within(x, days)]
        told.append(f"{len(flown)} by {reading}")
        if len(flown) == asked.number and asked.comparator is Comparator.EXACT:
            rows = tuple(x.row for x in flown)
            return Verdict(ruling=Ruling.SUPPORTED, reason=f"True: {told[-1]}.", rows=rows)
    return undecided(f"No reading gives {asked.number}: {'; '.join(told)}.")


def _within(launch: Launch, days: tuple[date, date]) -> bool:
    return days[0] <= launch.days()[0] <= days[1] + _DAY


def _pairs(
    over: str, when: tuple[date, date], records: Records
) -> Iterator[tuple[str, Launch, Launch]]:
    """Yield, for each reading, the flight of some days and the one before it."""
    for reading in READINGS:
        for before, now in pairwise(flown_over(records, over, reading)):
            if _within(now, when):
                yield reading, before, now


def _holds(asked: FirstAsked, before: Launch, now: Launch) -> bool:
    day = before.days()[0]
    if since := When(asked.since).days() if asked.since else None:
        inside = since[0] - _DAY <= day <= since[1] + _DAY
        return inside if asked.rank == "first" else day < since[0]
    gap, days = read_gap(asked.gap), (now.days()[0] - day).days
    if gap is None:
        return False
    if asked.comparator in {Comparator.LESS_THAN, Comparator.MORE_THAN, Comparator.ABOUT}:
        return gap.fits(days, asked.comparator)
    return gap.is_first_after(days)


def _told(reading: str, before: Launch, now: Launch) -> str:
    gap = (now.days()[0] - before.days()[0]).days
    return f"Of {reading}, the one before {now.date_local} was on {before.date_local}, {gap} days earlier."
