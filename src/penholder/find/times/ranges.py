"""Reads the days of a range whose month stands beside the other one: "April 6-7", "9 to 11 September 2017"."""

from __future__ import annotations

import re

from penholder.find.times.anchor import full_day
from penholder.find.times.days import nearest
from penholder.find.times.read import Place, Read, Reader
from penholder.find.times.words import month_number

# What stands before the second day of a range: the month with the first one.
_FIRST = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)\s(\d{1,2})(?:\s?[-–]\s?|\sand\s|\sto\s)$"
)
# Characters of "September 10 and ".
_REACH = 24


def range_end(match: re.Match[str], place: Place) -> Read | None:
    """Read the "7" of "April 6-7" by the month that stands before; days of a range go up."""
    first = _FIRST.search(place.text, max(0, place.span.start - _REACH), place.span.start)
    if first is None or int(first[2]) >= _number(match):
        return None
    return _day(match, place, first[1])


def range_start(match: re.Match[str], place: Place) -> Read | None:
    """Read the "6" of "6-7 April" by the month that stands behind."""
    return _day(match, place, match["month"])


def _day(match: re.Match[str], place: Place, month: str) -> Read | None:
    number, day = month_number(month), _number(match)
    year = match["year"]
    found = full_day(int(year), number, day) if year else nearest(place, number, day)
    return Read(found, "date") if found else None


def _number(match: re.Match[str]) -> int:
    return int(re.sub(r"\D", "", match["day"]))


RANGE_READERS: dict[str, Reader] = {
    "range_end": range_end,
    "range_start": range_start,
}
