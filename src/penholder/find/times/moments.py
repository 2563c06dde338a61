"""Reads a clock in brackets as the moment that was told before it: "5:20 a.m. Seoul time (4:20 p.m. EDT)"."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from penholder.find.times.read import Place

# Offsets of clocks on earth, in minutes.
_WEST, _EAST = -12 * 60, 14 * 60


def same_moment(place: Place, clock: str) -> str | None:
    """Give the value of a clock ("T16:20-04:00", "T08:23") in brackets behind another one, with its own day.

    None where it stands in no brackets, or cannot be the moment told last.
    """
    told = _moment(place.told.value)
    if told is None or place.text[place.span.start - 1 : place.span.start] != "(":
        return None
    values = [f"{(told + timedelta(days=off)).date().isoformat()}{clock}" for off in (0, -1, 1)]
    if _moment(values[0]):
        return next((value for value in values if _moment(value) == told), None)
    return next(filter(None, (_with_offset(value, told) for value in values)), None)


def _with_offset(value: str, told: datetime) -> str | None:
    """Give a local clock with the offset that makes it the moment told; offsets are whole half hours."""
    minutes = (datetime.fromisoformat(f"{value}+00:00") - told).total_seconds() // 60
    if minutes % 30 or not _WEST <= minutes <= _EAST:
        return None
    hours, rest = divmod(abs(int(minutes)), 60)
    return f"{value}{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _moment(value: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(value)
        return at.astimezone(UTC) if at.tzinfo else None
    except (ValueError, OverflowError):
        return None
