"""Records in the other sense: the year with the most launches, the farthest, the longest pause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from penholder.records.counting import Count, CountingRule, count, launches_under
from penholder.records.launches import Launch
from penholder.records.load import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """What a rule gives for one year, or for its part that has passed or is covered."""

    year: int
    found: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """The days from one launch that a rule counts to the next."""

    before: Launch
    after: Launch

    @property
    def days(self) -> int:
        """Give the days between the two, from the last that one could bear to the first of the other."""
        return (self.after.days()[0] - self.before.days()[1]).days


@cache
def counts_by_year(records: Records, rule: CountingRule) -> tuple[YearCount, ...]:
    """Give the count of each year that the table of launches covers, oldest first."""
    covered = records.coverage["launches"]
    years = range(covered.first.year, covered.last.year + 1)
    return tuple(
        YearCount(year=year, found=count(records, rule, date(year, 1, 1), date(year, 12, 31)))
        for year in years
    )


def most_in_a_year(
    records: Records, rule: CountingRule, until: int | None = None
) -> tuple[YearCount, ...]:
    """Give the year with the most launches under a rule, up to a year; all of them where they tie.

    A year counts with its least number, so that a record is one whatever a floor may hide.
    """
    years = [one for one in counts_by_year(records, rule) if until is None or one.year <= until]
    most = max((one.found.low for one in years), default=0)
    return tuple(one for one in years if most and one.found.low == most)


def most_in_a_month(records: Records, rule: CountingRule, until: date) -> tuple[str, int] | None:
    """Give the month ("2022-11") with the most launches under a rule up to a day; the first of several."""
    months = sorted(
        {x.date_local[:7] for x in launches_under(records, rule) if x.days()[1] <= until}
    )
    counts = [(month, _count_of_month(records, rule, month, until)) for month in months]
    return max(counts, key=lambda one: one[1], default=None)


def farthest(launches: Iterable[Launch]) -> Launch | None:
    """Give the launch that flew farthest, of those whose distance is known; the first of several."""
    known = [launch for launch in launches if launch.range_km is not None]
    return max(known, key=lambda launch: launch.range_km or 0, default=None)


def highest(launches: Iterable[Launch]) -> Launch | None:
    """Give the launch that flew highest, of those whose height is known; the first of several."""
    known = [launch for launch in launches if launch.apogee_km is not None]
    return max(known, key=lambda launch: launch.apogee_km or 0, default=None)


def longest_pause(records: Records, rule: CountingRule, since: date) -> Pause | None:
    """Give the longest time between two launches that a rule counts, since a day."""
    launches = [x for x in launches_under(records, rule) if since <= x.days()[0]]
    pauses = [Pause(before=a, after=b) for a, b in pairwise(launches)]
    return max(pauses, key=lambda pause: pause.days, default=None)


def _count_of_month(records: Records, rule: CountingRule, month: str, until: date) -> int:
    first = date.fromisoformat(f"{month}-01")
    last = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return count(records, rule, first, min(date.fromordinal(last.toordinal() - 1), until)).low
