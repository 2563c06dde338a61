"""Reads days and their parts: "May 3", "Sunday morning local time", "yesterday", "that evening"."""

from __future__ import annotations

import re
from dataclasses import replace

from penholder.find.times.anchor import full_day
from penholder.find.times.clock import read_clock
from penholder.find.times.direction import Direction
from penholder.find.times.moments import same_moment
from penholder.find.times.read import Place, Read, Reader
from penholder.find.times.words import (
    mod_of,
    month_number,
    offset_of,
    plain,
    table,
    weekday_number,
)


def iso(match: re.Match[str], place: Place) -> Read | None:  # noqa: ARG001
    """Read "2022-05-26"."""
    found = full_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return Read(found, "date") if found else None


def slashed(match: re.Match[str], place: Place) -> Read | None:  # noqa: ARG001
    """Read "26/05/2022" and "5/26/2022"; where both could be the month, only the year is sure."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first <= 12 and second <= 12 and first != second:
        return Read(match["year"], "date")
    day, month = (first, second) if first > 12 else (second, first)
    found = full_day(year, month, day)
    return Read(found, "date") if found else None


def month_day(match: re.Match[str], place: Place) -> Read | None:
    """Read "May 3", "Thursday, 5 May 2022", "the night of 8 February 1904"."""
    found = _day(match, place)
    return _in_part(found, match, mod_of(match)) if found else None


def _day(match: re.Match[str], place: Place) -> str | None:
    month, day = month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
    groups = match.groupdict()
    if year := year_said(match, place):
        return full_day(year, month, day)
    found = nearest(place, month, day)
    if found and groups.get("past"):
        return _before(place, found)
    if found and groups.get("weekday"):
        return place.anchor.on_weekday(found, weekday_number(match["weekday"]))
    return found


def _before(place: Place, day: str) -> str | None:
    """Give a day that lies behind, or that of the year before: "last Oct. 23"."""
    if place.anchor.day is None or day <= place.anchor.days_off(0):
        return day
    return full_day(int(day[:4]) - 1, int(day[5:7]), int(day[8:]))


def year_said(match: re.Match[str], place: Place) -> int | None:
    """Give the year that "2017", "of that year" or "last year" names; None where none is named."""
    groups = match.groupdict()
    if said := groups.get("year") or groups.get("shared"):
        return int(said)
    if short := groups.get("short"):
        return full_year(place, int(short))
    rel = plain(groups.get("of"))
    if not rel:
        return None
    base = place.behind() if rel.split()[-1] in _TOLD else place.anchor
    return base.day.year + (offset_of(rel) or 0) if base.day else None


def full_year(place: Place, short: int) -> int | None:
    """Give the year of "’22": the last one so written, or one that is soon to come."""
    if place.anchor.day is None:
        return None
    latest = place.anchor.day.year + _SOON_YEARS
    return latest - (latest - short) % 100


# A year without its century lies at most so far ahead of the story: "the class of ’29".
_SOON_YEARS = 10

# "That month", "the same year", "the following day" look back in the text, not to the story's day.
_TOLD = frozenset({"that", "same", "following", "previous", "preceding", "the"})


def looks_back(rel: str) -> bool:
    """Say whether "that", "the same" or "the following" counts from the date told last."""
    return rel.rsplit(" ", maxsplit=1)[-1] in _TOLD or rel == "the next"


def nearest(place: Place, month: int, day: int) -> str | None:
    """Give a day without its year: in a history that of the year told last, else the one that fits the verbs."""
    if place.history and place.told.anchor.day:
        return full_day(place.told.anchor.day.year + goes_on(place, month), month, day)
    return place.anchor.month_day(month, day, ahead=ahead(place))


# A history that goes from a month to one at least so many months earlier in the year means the next year's.
_TURN = 8


def goes_on(place: Place, month: int) -> bool:
    """Say whether a tale goes on into the next year with a month: from December to February."""
    told = place.told.month
    return bool(told) and int(told[5:]) - month >= _TURN


def ahead(place: Place) -> bool | None:
    """Say whether a time lies ahead of the story; None where the words do not tell."""
    return {Direction.AHEAD: True, Direction.BEHIND: False}.get(place.direction())


def weekday(match: re.Match[str], place: Place) -> Read:
    """Read "Thursday", "late last Sunday", "Sunday morning local time", "that Tuesday"."""
    rel, number = plain(match["rel"]), weekday_number(match["weekday"])
    if rel and looks_back(rel):
        return _in_part(_from_told(place, rel, number), match, mod_of(match))
    if match["week"]:
        value = place.anchor.in_week(offset_of(match["week"]) or 0, number)
        return _in_part(value, match, mod_of(match))
    word = rel.rsplit(" ", maxsplit=1)[-1]
    forward = word in {"next", "coming"} or (not rel and ahead(place) is True)
    value = place.anchor.weekday(number, ahead=forward, other=word in _OTHERS)
    return _in_part(value, match, mod_of(match))


# "Last Thursday" and "next Thursday" of a Thursday are other days; "this Thursday" is not.
_OTHERS = frozenset({"last", "past", "next", "coming", "following", "previous", "preceding"})


def _from_told(place: Place, rel: str, number: int) -> str:
    word = rel.rsplit(" ", maxsplit=1)[-1]
    forward = word in {"following", "next"}
    return place.behind_day().weekday(number, ahead=forward, other=word in _OTHERS)


def deictic(match: re.Match[str], place: Place) -> Read:
    """Read "yesterday afternoon", "overnight"."""
    word = plain(match["word"])
    value = place.anchor.days_off(table("deictics")[word])
    part = table("parts").get(word.split(" ")[-1])
    if part:
        return Read(f"{value}T{part}", "time", mod_of(match), aside=place.history)
    return replace(_in_part(value, match, mod_of(match)), aside=place.history)


def this_part(match: re.Match[str], place: Place) -> Read:
    """Read "this morning", "that evening", "early the next morning"."""
    rel = plain(match["rel"])
    back = looks_back(rel) or (place.history and rel == "next")
    base = place.behind_day() if back else place.anchor
    off = offset_of(rel) or 0
    return _in_part(base.days_off(off), match, mod_of(match))


def clock(match: re.Match[str], place: Place) -> Read | None:
    """Read "around 5:30 p.m. local time", "9 a.m. on Thursday"; "(0230 GMT)" tells whose clock."""
    day = _clock_day(match, place)
    groups = match.groupdict()
    zone = groups["zone"] or groups.get("zone_beside")
    value = read_clock(match["clock"], zone, day, groups.get("utc"))
    if not value or not day:
        return None
    moment = None if _names_day(match) else same_moment(place, value)
    return Read(moment or f"{day}{value}", "time", mod_of(match), zone)


def _names_day(match: re.Match[str]) -> bool:
    return any(match.groupdict().get(name) for name in ("weekday", "word", "month"))


def _clock_day(match: re.Match[str], place: Place) -> str | None:
    groups = match.groupdict()
    if groups.get("weekday"):
        return place.anchor.weekday(weekday_number(match["weekday"]), ahead=ahead(place) is True)
    if groups.get("word"):
        return place.anchor.days_off(table("deictics")[plain(match["word"])])
    if groups.get("month"):
        return _day(match, place)
    return place.base().days_off(0)


def _in_part(day: str, match: re.Match[str], mod: str | None) -> Read:
    """Give a day, or the part of it that the group "part" names, on the clock that "zone" names."""
    groups = match.groupdict()
    part = table("parts").get(plain(groups.get("part")).removesuffix(" hours"))
    zone = groups.get("zone")
    return Read(f"{day}T{part}", "time", mod, zone) if part else Read(day, "date", mod, zone)


DAY_READERS: dict[str, Reader] = {
    "iso": iso,
    "slashed": slashed,
    "month_day": month_day,
    "weekday": weekday,
    "deictic": deictic,
    "this_part": this_part,
    "clock": clock,
}
