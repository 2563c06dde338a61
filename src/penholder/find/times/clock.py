"""Reads the time of day with its zone: "10:40 a.m. Hawaii time" is T10:40-10:00."""

from __future__ import annotations

import re

from penholder.find.times.zones import offset_of, zone_named

_CLOCK = re.compile(
    r"(?P<hour>\d\d(?=\d\d\b)|\d{1,2})(?:[:.]?(?P<minute>\d\d))?(?::\d\d)?\s*(?P<half>[ap]\b|[ap]\.?m)?",
    re.IGNORECASE,
)
_DAY_MINUTES = 24 * 60


def read_clock(words: str, zone: str | None, day: str | None, utc: str | None = None) -> str | None:
    """Give "T16:30", with its offset where the words name a zone, or None where no clock shows it.

    `utc` is the same moment in GMT where the story adds it: "(0230 GMT)" tells the offset of "local time".
    """
    minutes = _minutes(words)
    if minutes is None:
        return None
    name = zone_named(zone)
    offset = (offset_of(name, day) if name else "") or _beside(minutes, utc)
    return f"T{minutes // 60:02}:{minutes % 60:02}{offset}"


def _minutes(words: str) -> int | None:
    """Give the minutes since midnight that a clock shows."""
    if words.casefold() in {"noon", "midday", "midnight"}:
        return 0 if words.casefold() == "midnight" else 12 * 60
    match = _CLOCK.match(words)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0].casefold() == "p" else 0)
    return 60 * hour + minute if hour < 24 and minute < 60 else None


def _beside(minutes: int, utc: str | None) -> str:
    """Give the offset of a clock from the same moment in GMT; whole and half hours from -12 to +14."""
    there = _minutes(utc) if utc else None
    if there is None:
        return ""
    off = (minutes - there + _DAY_MINUTES // 2) % _DAY_MINUTES - _DAY_MINUTES // 2
    if off % 15:
        return ""
    return f"{'-' if off < 0 else '+'}{abs(off) // 60:02}:{abs(off) % 60:02}"
