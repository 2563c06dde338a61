"""What a list gives to whoever subscribes to it: one line of it, with its own address and day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed or a calendar."""

    path: str  # on this site: "/events/abc"
    title: str
    summary: str
    day: str | None  # as exact as it is known; an entry without a full day is in no calendar
    category: str = ""
