"""Reads days that go by their names: "Christmas Eve", "Thanksgiving 2017", "9/11"."""

from __future__ import annotations

import re

from penholder.find.times.anchor import full_day, nth_weekday
from penholder.find.times.days import ahead, nearest, year_said
from penholder.find.times.read import Place, Read, Reader
from penholder.find.times.words import mod_of, plain, table


def eleventh(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    """Read "9/11", a day that goes by its numbers."""
    return Read("2001-09-11", "date", aside=True)


def feast(match: re.Match[str], place: Place) -> Read | None:
    """Read "Christmas Eve", "Thanksgiving 2017"."""
    row = table("feasts")[plain(match["feast"]).replace("’", "'")]
    year = year_said(match, place)
    if not year and "day" in row:
        found = nearest(place, row["month"], row["day"])
    elif not (year := year or _feast_year(place, row)):
        return None
    elif "day" in row:
        found = full_day(year, row["month"], row["day"])
    else:
        found = nth_weekday(year, row["month"], row["weekday"], row["nth"])
    return Read(found, "date", mod_of(match)) if found else None


def _feast_year(place: Place, row: dict[str, int]) -> int | None:
    if place.base().day is None:
        return None
    return int(place.base().month(row["month"], ahead=ahead(place))[:4])


FEAST_READERS: dict[str, Reader] = {
    "eleventh": eleventh,
    "feast": feast,
}
