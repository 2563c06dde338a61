"""The day that a story speaks from, and arithmetic from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from penholder.model.story import StoryDate
from penholder.model.when import When

# Days around the story in which a weekday tells the year of a day: "Tuesday, November 19".
_NEAR = 200


def _day_of(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of the story; None: the story is undated, and values keep X where it would decide."""

    day: date | None

    @classmethod
    def of(cls, story_date: StoryDate) -> Anchor:
        """Give the anchor of a story's date; a month or a year anchors nothing to the day."""
        days = When(story_date.value).days() if story_date.value else None
        return cls(days[1] if days and days[0] == days[1] else None)

    def weekday(self, number: int, *, future: bool, back: int = 0) -> str:
        """Give the day of a weekday (Monday is 0): the last one up to the story, or the next."""
        if self.day is None:
            return f"XXXX-WXX-{number + 1}"
        ago = (self.day.weekday() - number) % 7
        if future:
            return (self.day + timedelta(days=(7 - ago) if ago else 7)).isoformat()
        return (self.day - timedelta(days=ago + back)).isoformat()

    def on_weekday(self, value: str, number: int) -> str:
        """Give a day, or that of the next or the last year where only that falls on the weekday (Monday is 0)."""
        given = _day_of(value)
        if self.day is None or given is None:
            return value
        years = (given.year, given.year - 1, given.year + 1)
        days = (_day_of(f"{year}-{value[5:]}") for year in years)
        fitting = (day for day in days if day and day.weekday() == number)
        near = next((day for day in fitting if abs((day - self.day).days) <= _NEAR), None)
        return near.isoformat() if near else value

    def month(self, number: int, *, future: bool) -> str:
        """Give the month: the last one up to the story's, or the next where it lies ahead."""
        if self.day is None:
            return f"XXXX-{number:02}"
        year = self.day.year
        if future and number < self.day.month:
            year += 1
        if not future and number > self.day.month:
            year -= 1
        return f"{year}-{number:02}"

    def month_day(self, month: int, day: int, *, future: bool) -> str | None:
        """Give the day of a month: of the year in which it stands nearest to the story, or before."""
        if self.day is None:
            return f"XXXX-{month:02}-{day:02}"
        for year in (self.day.year, self.day.year - 1, self.day.year + 1):
            found = full_day(year, month, day)
            # A story may name a day a little ahead of it: the time zones of its places differ.
            ahead = 330 if future else 2
            if found and date.fromisoformat(found) <= self.day + timedelta(days=ahead):
                return found
        return None

    def days_off(self, days: int) -> str:
        """Give the day so many days from the story's."""
        return (self.day + timedelta(days=days)).isoformat() if self.day else "XXXX-XX-XX"

    def unit(self, unit: str, off: int) -> str:
        """Give the day, week, month, quarter or year so many units from the story's."""
        if self.day is None:
            return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(unit, "XXXX")
        if unit == "day":
            return self.days_off(off)
        if unit in {"week", "weekend"}:
            year, week, _ = (self.day + timedelta(weeks=off)).isocalendar()
            return f"{year}-W{week:02}" + ("-WE" if unit == "weekend" else "")
        if unit in {"month", "quarter"}:
            return self._month_off(unit, off)
        return str(self.day.year + off) if unit == "year" else str(self.day.year + 10 * off)[:3]

    def _month_off(self, unit: str, off: int) -> str:
        day = self.day or date.min
        months = day.year * 12 + day.month - 1 + off * (3 if unit == "quarter" else 1)
        year, month = divmod(months, 12)
        return f"{year}-Q{month // 3 + 1}" if unit == "quarter" else f"{year}-{month + 1:02}"


def full_day(year: int, month: int, day: int) -> str | None:
    """Give the ISO day, or None where there is none."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
