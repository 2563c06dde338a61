"""Reads times that are counted from another: "last week", "two years ago", "three days later"."""

from __future__ import annotations

import re

from penholder.find.times.anchor import Anchor
from penholder.find.times.days import ahead, looks_back
from penholder.find.times.durations import period
from penholder.find.times.read import Place, Read, Reader
from penholder.find.times.words import mod_of, number_of, offset_of, plain, table, unit_of

_QUARTER = re.compile(r"(\d{4})(-Q\d)$")
_BACK = frozenset({"ago", "earlier", "before", "previously", "back"})
_VAGUE = {"ago": "PAST_REF", "earlier": "PAST_REF", "previously": "PAST_REF", "before": "PAST_REF"}
# "The last year", "the past month" last: they are no calendar unit.
_LASTING = frozenset({"the past", "past", "the last"})


def relative_unit(match: re.Match[str], place: Place) -> Read | None:
    """Read "earlier this week", "the following month", "the end of last year", "the same day"."""
    unit, rel = plain(match["unit"]), plain(match["rel"])
    if rel in _LASTING and not match["phase"]:
        return Read(period("1", unit), "duration")
    off, base = offset_of(rel) or 0, _base(place, rel, unit)
    if unit == "weekend" and rel == "this":
        off -= _is_over(place)
    value = base.unit(unit, off)
    if match["end"]:
        return Read(f"{value}-12-31" if unit == "year" else value, "date", "END")
    return Read(value, "date", mod_of(match), aside=rel.endswith("previous"))


def _base(place: Place, rel: str, unit: str) -> Anchor:
    if rel == "the":
        return place.base()
    if looks_back(rel) or (place.history and rel in {"next", "this"}):
        return place.behind_day() if unit in _DAYS else place.behind()
    return place.anchor


def _is_over(place: Place) -> bool:
    """Say whether "this weekend" is the one before: told early in the week, of what is done."""
    return place.anchor.day is not None and place.anchor.day.weekday() < 3 and ahead(place) is False


def the_unit(match: re.Match[str], place: Place) -> Read | None:
    """Read "the weekend", and "the year" of "the 11th launch of the year"."""
    unit = plain(match["unit"])
    if unit != "weekend":
        return Read(place.base().unit(unit, 0), "date")
    day = place.anchor.day
    if day is None:
        return Read("XXXX-WXX-WE", "date")
    return Read(place.anchor.unit(unit, 0 if ahead(place) or day.weekday() > 4 else -1), "date")


def day_around(match: re.Match[str], place: Place) -> Read | None:
    """Read "the day before", "the night after", by the date told last."""
    unit = plain(match["unit"])
    off = -1 if plain(match["way"]) in _BACK else 1
    if unit == "night":
        return Read(f"{place.behind_day().days_off(off)}TNI", "time")
    base = place.behind_day() if unit in _DAYS else place.behind()
    return Read(base.unit(unit, off), "date")


def in_a_row(match: re.Match[str], place: Place) -> Read:
    """Read "third week in a row": the week of the story."""
    return Read(place.anchor.unit(plain(match["unit"]), 0), "date")


def ago(match: re.Match[str], place: Place) -> Read | None:
    """Read "five days ago", "two years later", "a year earlier"."""
    number, unit, way = number_of(match["number"]), unit_of(match["unit"]), plain(match["way"])
    if plain(match["number"]) in {"a", "an"} and unit == "second":
        return None
    if not number.isdecimal():
        return Read(_VAGUE.get(way, "FUTURE_REF"), "date")
    if unit == "year" and number == "1" and (value := _year_before(place, way)):
        return Read(value, "date", mod_of(match), aside=True)
    base = _base_of(place, way, unit)
    value = _off(base, unit, int(number) * (-1 if way in _BACK else 1))
    return Read(value, "date", mod_of(match), aside=way in _BACK) if value else None


def _base_of(place: Place, way: str, unit: str) -> Anchor:
    """Give what "ago" counts from, the story's day, and "later", what was told last: days from a day."""
    if way in {"ago", "from now"}:
        return place.anchor
    return place.behind_day() if unit in _DAYS else place.behind()


_DAYS = frozenset({"day", "night", "week", "fortnight"})


def _year_before(place: Place, way: str) -> str | None:
    """Give the quarter of the year before, where a quarter was told last: what it is compared with."""
    told = _QUARTER.match(place.told.quarter) if way in {"ago", "earlier"} else None
    return f"{int(told[1]) - 1}{told[2]}" if told else None


def _off(base: Anchor, unit: str, off: int) -> str | None:
    if table("units").get(unit, "").startswith("T"):
        return base.days_off(0)
    if unit in {"day", "night"}:
        return base.days_off(off)
    if unit in {"week", "fortnight"}:
        return base.days_off(7 * off * (2 if unit == "fortnight" else 1))
    if unit in {"decade", "century"}:
        return base.unit("year", off * (10 if unit == "decade" else 100))
    return base.unit(unit, off) if unit in {"month", "quarter", "year"} else None


def vague(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    """Read "days ago", "weeks later", "long ago"."""
    way = plain(match["way"])
    return Read("FUTURE_REF" if way == "later" else "PAST_REF", "date")


OFFSET_READERS: dict[str, Reader] = {
    "relative_unit": relative_unit,
    "the_unit": the_unit,
    "day_around": day_around,
    "in_a_row": in_a_row,
    "ago": ago,
    "vague_ago": vague,
}
