"""Reads when a page was published and updated, with the zone where the page gives one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from penholder.read.dates import read_date
from penholder.read.html_blocks import HtmlBlock
from penholder.read.metadata import Metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTimes:
    """Times in ISO form, as exact as the page is: "2022-05-04", "2022-05-04T10:00:00+09:00"."""

    published: str | None = None
    updated: str | None = None


UNTIMED = PageTimes()
# As JSON-LD writes it: 2022-05-04T10:00:00.123Z or 2022-05-04 10:00 +0900.
_ISO = re.compile(
    r"(?P<day>(?:19|20)\d\d-\d\d-\d\d)(?:[T ]+(?P<clock>\d\d?:\d\d(?::\d\d)?)(?:[.,]\d+)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[A-Z]{3,4}\b)?)?"
)
# As mail and servers write it: Fri Apr 28 19:20:36 CEST 2023 or Fri, 28 Apr 2023 19:20:36 GMT.
_MAIL = re.compile(
    r"(?:[A-Z][a-z]{2},?\s+)?(?P<day>(?:[A-Z][a-z]{2}\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2}))\s+"
    r"(?P<year>(?:19|20)\d\d\s+)?(?P<clock>\d\d?:\d\d(?::\d\d)?)\s*(?P<zone>[A-Z]{3,4}|[+-]\d{4})?\s*(?P<late>(?:19|20)\d\d)?"
)
# The usual form of the last, with all that it needs.
_PLAIN = re.compile(
    r"\s*(?:[A-Z][a-z]{2}, )?(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2}) (?P<year>(?:19|20)\d\d) "
    r"(?P<clock>\d\d:\d\d:\d\d) (?P<zone>[+-](?P<hours>\d\d)\d\d|GMT|UTC)\s*"
)
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {name: f"{number:02}" for number, name in enumerate(_NAMES, start=1)}
# No zone lies as many hours from Greenwich.
_FARTHEST = "13"
_NUMBERS = re.compile(
    r"\b(?P<day>\d{1,2})(?P<mark>[./])\s?(?P<month>\d{1,2})(?P=mark)\s?(?P<year>(?:19|20)\d\d)\b"
    r"|\b(?P<year2>(?:19|20)\d\d)(?P<mark2>[./年])\s?(?P<month2>\d{1,2})(?:(?P=mark2)|月)\s?(?P<day2>\d{1,2})"
)
_CLOCK = re.compile(r"\b(?P<hour>[012]?\d)[:h.](?P<minute>[0-5]\d)\b(?!\.\d)")
# Hours of the zones whose letters mean one thing in news.
_ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "BST": 1, "CET": 1, "CEST": 2, "EST": -5, "EDT": -4}
_ZONES |= {"PST": -8, "PDT": -7, "JST": 9, "KST": 9, "MSK": 3}
# Blocks around the title, and characters of a block, in which a page stamps its story.
_AROUND, _STAMP = 25, 120


def read_page_times(meta: Metadata, blocks: Sequence[HtmlBlock]) -> PageTimes:
    """Give the times by metadata, then by the stamp near the top, then by the last change."""
    updated = _first(map(read_time, meta.updated))
    published = _first(map(read_time, meta.published)) or _first(_stamps(blocks)) or updated
    return PageTimes(published=published, updated=updated)


def read_time(words: str) -> str | None:
    """Give the ISO form of a time as metadata writes it, or None."""
    if (match := _PLAIN.fullmatch(words)) and (found := _plain(match)):
        return found
    if match := _ISO.search(words):
        return _iso(match["day"], match["clock"], match["zone"])
    if match := _MAIL.search(words):
        day = read_date(f"{match['day']} {match['year'] or match['late'] or ''}")
        return _iso(day, match["clock"], match["zone"]) if day else None
    return _stamp(words)


def _plain(match: re.Match[str]) -> str | None:
    """Give the ISO form of the usual time of a feed; None: it is no time after all."""
    month = _MONTHS.get(match["month"])
    zone = "+00:00" if match["zone"] in {"GMT", "UTC"} else match["zone"]
    if month is None or (match["hours"] or "") > _FARTHEST:
        return None
    written = f"{match['year']}-{month}-{match['day']:0>2}T{match['clock']}{zone}"
    try:
        return datetime.fromisoformat(written).isoformat()
    except ValueError:
        return None


def _stamps(blocks: Sequence[HtmlBlock]) -> Iterator[str | None]:
    """Yield the times that short lines near the first heading give."""
    top = next((place for place, block in enumerate(blocks) if block.tag == "h1"), 0)
    near = blocks[max(0, top - 8) : top + _AROUND]
    for block in near:
        if len(block.words) <= _STAMP and any(map(str.isdigit, block.words)):
            yield _stamp(block.words)


def _stamp(words: str) -> str | None:
    """Give the time of words such as "24.10.2024, 15:48", "May 4, 2022" or "2022年5月4日"."""
    day, end = _day_in(words)
    if day is None:
        return None
    clock = _CLOCK.search(words, end)
    if clock is None or int(clock["hour"]) > 23 or clock.start() > end + 12:
        return day
    return _iso(day, f"{int(clock['hour']):02}:{clock['minute']}", None)


def _day_in(words: str) -> tuple[str | None, int]:
    """Give the day that words name and where its name ends."""
    match = _NUMBERS.search(words)
    if match is None:
        return read_date(words), 0
    year, month = match["year"] or match["year2"], match["month"] or match["month2"]
    day = match["day"] or match["day2"]
    if match["mark"] == "/" and int(month) > 12:  # "10/24/2024"
        day, month = month, day
    return read_date(f"{year}-{int(month):02}-{int(day):02}"), match.end()


def _iso(day: str, clock: str | None, zone: str | None) -> str | None:
    if read_date(day) is None:
        return None
    if clock is None:
        return day
    clock = clock if len(clock.split(":")[0]) == 2 else f"0{clock}"
    try:
        read = datetime.fromisoformat(f"{day}T{clock}")
    except ValueError:
        return day
    known = _zone(zone)
    return (read.replace(tzinfo=known) if known else read).isoformat()


def _zone(zone: str | None) -> timezone | None:
    if zone is None:
        return None
    if zone[0] in "+-":
        sign = -1 if zone[0] == "-" else 1
        minutes = int(zone[1:3]) * 60 + int(zone[-2:])
        return timezone(sign * timedelta(minutes=min(minutes, 14 * 60)))
    hours = _ZONES.get(zone)
    return None if hours is None else UTC if hours == 0 else timezone(timedelta(hours=hours))


def _first(found: Iterable[str | None]) -> str | None:
    return next((one for one in found if one), None)
