"""When something happened, as precisely as it is known."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from penholder.model.span import Span


@dataclass(frozen=True, slots=True)
class When:
    """A partial date: "2017", "2017-09", "2017-W36", "2017-09-03", or "A/B" for a range of days."""

    value: str

    def days(self) -> tuple[date, date] | None:
        """Give the first and last day it could be, or None where the value names no day."""
        if "/" in self.value:
            return _range(*self.value.split("/", 1))
        return _days(self.value)

    def could_be(self, other: When) -> bool:
        """Say whether both could be the same day."""
        mine, theirs = self.days(), other.days()
        if mine is None or theirs is None:
            return False
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _range(first: str, last: str) -> tuple[date, date] | None:
    start, end = _days(first), _days(last)
    return (start[0], end[1]) if start and end else None


def _days(value: str) -> tuple[date, date] | None:
    """Give the days of a decade, year, half, quarter, month, ISO week, weekend or day (a time of day is cut off)."""
    try:
        return _read_days(value.split("T", maxsplit=1)[0])
    except (ValueError, OverflowError):
        return None


def _read_days(value: str) -> tuple[date, date]:
    year, *rest = value.split("-")
    if len(year) < len("2017"):  # "199": the decade; "19": the century
        return date(int(f"{year:0<4}"), 1, 1), date(int(f"{year:9<4}"), 12, 31)
    if not rest:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    if rest[0][:1] in _PARTS:
        first, last = _part_days(int(year), rest[0][0], int(rest[0][1:]))
        return (last - timedelta(days=1), last) if rest[1:] == ["WE"] else (first, last)
    day = date(int(year), int(rest[0]), int(rest[1]) if len(rest) > 1 else 1)
    return day, day if len(rest) > 1 else _month_end(day.year, day.month)


# Months of a quarter and of a half; weeks are counted by themselves.
_PARTS = {"Q": 3, "H": 6, "W": 0}


def _part_days(year: int, part: str, number: int) -> tuple[date, date]:
    if part == "W":
        monday = date.fromisocalendar(year, number, 1)
        return monday, monday + timedelta(days=6)
    last = _PARTS[part] * number
    return date(year, last - _PARTS[part] + 1, 1), _month_end(year, last)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that say when: `value` follows TIMEX3 ("2022-05-05", "2022-W18", "P4Y", "PAST_REF").

    A value with X in it ("XXXX-05", "XXXX-WXX-4") waits for the story's date.
    """

    span: Span
    text: str
    value: str
    kind: str  # date | time | duration | set
    mod: str | None = None  # TIMEX3 mod: MORE_THAN, LESS_THAN, APPROX, START, END, EQUAL_OR_MORE …
    zone: str | None = None  # whose clock, as the words say: "local time", "Hawaii time"

    @property
    def utc(self) -> str | None:
        """Give the moment in UTC, "2022-05-05T08:30Z"; None where the words name no clock with its offset."""
        try:
            at = datetime.fromisoformat(self.value)
        except ValueError:
            return None
        if at.tzinfo is None:
            return None
        try:
            return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
        except OverflowError:
            return None
