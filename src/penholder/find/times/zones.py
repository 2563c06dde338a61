"""Looks up time zones: those that words name, and the one on whose clock a dateline was written."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from penholder.tables.load import load_toml

UTC = "UTC"


def zone_named(words: str | None) -> str | None:
    """Give the IANA name of a zone as stories write it: "Hawaii time", "EST"; None for "local time"."""
    return _table("zones").get(_plain(words)) if words else None


def zone_of_place(place: str | None) -> str | None:
    """Give the zone of a dateline's place: "WASHINGTON", "Geneva, Switzerland"; None where no row names it."""
    if not place:
        return None
    return _table("places").get(_plain(place)) or _table("places").get(_plain(place.split(",")[0]))


def offset_of(zone: str, day: str | None) -> str:
    """Give the offset of a zone at noon of an ISO day: "-10:00", "Z" for UTC; "" where the day is open."""
    if zone == UTC:
        return "Z"
    try:
        at = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ZoneInfo(zone))
    except (ValueError, OverflowError):
        return ""
    offset = at.strftime("%z")
    return f"{offset[:3]}:{offset[3:]}"


def on_writers_clock(utc: str | None, place: str | None) -> str | None:
    """Give a moment on the clock of the dateline: "2022-05-05T08:30Z" in Washington is 04:30-04:00.

    None where the moment or the dateline's zone is not known.
    """
    zone = zone_of_place(place)
    if utc is None or zone is None:
        return None
    there = datetime.fromisoformat(utc).astimezone(ZoneInfo(zone))
    return there.isoformat(timespec="minutes")


@cache
def _table(name: str) -> dict[str, str]:
    return {_plain(words): zone for words, zone in load_toml("zones")[name].items()}


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
