"""Reads the time of day with its zone: "10:40 a.m. Hawaii time" is T10:40-10:00."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from penholder.tables.load import load_toml

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?::\d\d)?\s*(?P<half>[ap])?", re.IGNORECASE
)


def read_clock(words: str, zone: str | None, day: str | None) -> str | None:
    """Give "T16:30", with its offset where the words name a zone, or None where no clock shows it."""
    if words.casefold() in {"noon", "midnight"}:
        return ("T12:00" if words.casefold() == "noon" else "T00:00") + _offset(zone, day)
    match = _CLOCK.match(words)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].casefold() == "p" else 0)
    return f"T{hour:02}:{minute:02}{_offset(zone, day)}" if hour < 24 and minute < 60 else None


def _offset(zone: str | None, day: str | None) -> str:
    name = _zones().get(" ".join(zone.casefold().split())) if zone else None
    if name is None:
        return ""
    if name == "UTC":
        return "Z"
    try:
        at = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ZoneInfo(name))
    except (ValueError, OverflowError):
        return ""
    offset = at.strftime("%z")
    return f"{offset[:3]}:{offset[3:]}"


@cache
def _zones() -> dict[str, str]:
    return {words.casefold(): zone for words, zone in load_toml("zones")["zones"].items()}
