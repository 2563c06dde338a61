"""Compares the time between two days with the one that words name: "P5D", "P36Y"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from penholder.model.claim import Comparator

_UNITS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}
_GAP = re.compile(r"P(\d+)([DWMY])$")
# The part of a unit by which a gap may be rounded: from 18 December to 5 January is "three weeks",
# and October 1980 to May 2016 was "36 years".
_ROUNDED = 0.6
# "Two months", from 10 March to 8 May, can have 59 days.
_CALENDAR = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A duration as it is written: so many of a unit."""

    number: int
    unit: str  # D | W | M | Y

    @property
    def days(self) -> float:
        """Give its length in days."""
        return self.number * _UNITS[self.unit]

    @property
    def leeway(self) -> timedelta:
        """Give how far off a day may lie that the words can still mean."""
        return timedelta(days=max(1.0, _ROUNDED * _UNITS[self.unit]))

    def fits(self, days: float, comparator: Comparator) -> bool:
        """Say whether so many days are the gap: a little more for "more than", a little less for "nearly"."""
        if comparator is Comparator.MORE_THAN:
            return self.days <= days < self.days * 1.5 + 7
        if comparator is Comparator.LESS_THAN:
            return 0.75 * self.days <= days <= self.days
        return abs(days - self.days) <= self.leeway.days

    def is_first_after(self, days: float) -> bool:
        """Say whether a first after so many days is one "in five years": a little less, or up to half more."""
        return self.days * _CALENDAR <= days < self.days * 1.5 + 7

    def is_counted_out(self, days: float) -> bool:
        """Say whether so many days are the gap and less than a unit more: "74 years" of 74.7."""
        return 0 <= days - self.days < _UNITS[self.unit]

    def is_far_from(self, days: float) -> bool:
        """Say whether so many days are surely another gap: off by a unit and by a quarter."""
        return abs(days - self.days) > max(1.5 * _UNITS[self.unit], 0.25 * self.days)


def read_gap(value: str | None) -> Gap | None:
    """Read a TIMEX3 duration; None where it gives no number: "PXD"."""
    match = _GAP.match(value or "")
    return Gap(number=int(match[1]), unit=match[2]) if match else None


def years_or_days(days: int) -> str:
    """Tell a number of days to a reader: "12 days", "35.6 years"."""
    return f"{days} day{'s' * (days != 1)}" if days < 730 else f"{days / 365.25:.1f} years"


def middle(days: tuple[date, date]) -> date:
    """Give the day in the middle of a stretch of days."""
    return days[0] + (days[1] - days[0]) / 2
