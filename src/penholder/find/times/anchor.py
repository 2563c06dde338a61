"""The day that times are counted from, and arithmetic from it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from penholder.model.story import StoryDate
from penholder.model.when import When

# Days around the story in which a weekday tells the year of a day: "Tuesday, November 19".
_NEAR = 200
# A story may name a day a little ahead of it or behind it: the time zones of its places differ.
_SLACK = 2
# Days that a day without its year may lie ahead of the story where no verb says that it does: the dates to come
# that news gives so ("the deadline was set for Nov. 20") lie within the next quarter.
_SOON = 92
# And where a verb says that it lies ahead; what lies farther has its year.
_SAID_AHEAD = 270
# Months that a month may lie so.
_MONTHS_SOON: Mapping[bool | None, int] = {None: 3, False: 2, True: 8}


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day counted from; None: the story is undated, and values keep X where it would decide."""

    day: date | None

    @classmethod
    def of(cls, story_date: StoryDate) -> Anchor:
        """Give the anchor of a story's date; a month or a year anchors nothing to the day."""
        days = When(story_date.value).days() if story_date.value else None
        return cls(days[1] if days and days[0] == days[1] else None)

    @classmethod
    def told(cls, value: str) -> Anchor:
        """Give the first day of a date that the story told."""
        days = When(value).days() if value else None
        return cls(days[0] if days else None)

    def weekday(self, number: int, *, ahead: bool, other: bool = False) -> str:
        """Give the day of a weekday (Monday is 0): the last one up to this day, or the next one from it.

        The weekday of the morrow is the morrow: stories go on after their date, and where they happen the day
        may have begun. `other`: never this day itself, nor the morrow ("last Thursday" of a Thursday).
        """
        if self.day is None:
            return f"XXXX-WXX-{number + 1}"
        off = (number - self.day.weekday()) % 7
        if not off and other:
            return self.days_off(7 if ahead else -7)
        near = off <= 1 and not other
        return self.days_off(off if ahead or near or not off else off - 7)

    def in_week(self, weeks: int, number: int) -> str:
        """Give the weekday (Monday is 0) of the week so many weeks from this day's."""
        if self.day is None:
            return f"XXXX-WXX-{number + 1}"
        return self.days_off(7 * weeks + number - self.day.weekday())

    def on_weekday(self, value: str, number: int) -> str:
        """Give a day, or that of the next or the last year where only that falls on the weekday (Monday is 0)."""
        given = day_of(value)
        if self.day is None or given is None:
            return value
        years = (given.year, given.year - 1, given.year + 1)
        days = (day_of(f"{year}-{value[5:]}") for year in years)
        fitting = (day for day in days if day and day.weekday() == number)
        near = next((day for day in fitting if abs((day - self.day).days) <= _NEAR), None)
        return near.isoformat() if near else value

    def month(self, number: int, *, ahead: bool | None) -> str:
        """Give the month of the year that fits; `ahead` None where no verb tells."""
        if self.day is None:
            return f"XXXX-{number:02}"
        off = (number - self.day.month) % 12
        own_year = number > self.day.month
        if off and off <= _MONTHS_SOON[ahead] and (ahead or own_year):
            return self.months_off(off)
        return self.months_off(off - 12 if off else 0)

    def month_day(self, month: int, day: int, *, ahead: bool | None) -> str | None:
        """Give the day of a month in the year that fits; None where no calendar has it."""
        if self.day is None:
            return f"XXXX-{month:02}-{day:02}"
        this = self.day.year
        days = [day_of(f"{year:04}-{month:02}-{day:02}") for year in (this, this - 1, this + 1)]
        known = [one for one in days if one]
        found = next((one for one in known if self._fits(one, ahead=ahead)), None)
        return (found or known[0]).isoformat() if known else None

    def _fits(self, one: date, *, ahead: bool | None) -> bool:
        """Say whether news would name a day without its year: of its own year, or near to it."""
        off = (one - (self.day or one)).days
        if ahead:
            return -_SLACK <= off <= _SAID_AHEAD
        if off > _SLACK:
            return off <= _SOON
        return off >= -_NEAR or one.year == (self.day or one).year

    def days_off(self, days: int) -> str:
        """Give the day so many days from this one."""
        if self.day is None:
            return "XXXX-XX-XX"
        try:
            return (self.day + timedelta(days=days)).isoformat()
        except OverflowError:
            return "XXXX-XX-XX"

    def months_off(self, months: int) -> str:
        """Give the month so many months from this day's."""
        day = self.day or date.min
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return f"{year:04}-{month + 1:02}"

    def unit(self, unit: str, off: int) -> str:
        """Give the day, week, month, quarter, year, decade or century so many units from this day's."""
        if self.day is None:
            return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(unit, "XXXX")
        if unit == "day":
            return self.days_off(off)
        if unit in {"week", "weekend"}:
            year, week, _ = (self.day + timedelta(weeks=off)).isocalendar()
            return f"{year}-W{week:02}" + ("-WE" if unit == "weekend" else "")
        if unit == "month":
            return self.months_off(off)
        if unit == "quarter":
            month = self.months_off(3 * off)
            return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"
        return f"{self.day.year + off * _YEARS[unit]:04}"[: _DIGITS[unit]]


_YEARS = {"year": 1, "decade": 10, "century": 100}
_DIGITS = {"year": 4, "decade": 3, "century": 2}


def day_of(value: str) -> date | None:
    """Give the day that an ISO day names, or None where there is none."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def full_day(year: int, month: int, day: int) -> str | None:
    """Give the ISO day, or None where there is none."""
    found = day_of(f"{year:04}-{month:02}-{day:02}")
    return found.isoformat() if found else None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> str | None:
    """Give the so-manieth weekday of a month (Monday is 0; nth -1: the last one)."""
    days = [
        day
        for day in range(1, monthrange(year, month)[1] + 1)
        if date(year, month, day).weekday() == weekday
    ]
    return full_day(year, month, days[nth if nth < 0 else nth - 1])
