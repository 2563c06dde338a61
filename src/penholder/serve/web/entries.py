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
    seen: str | None = (
        None  # when its story was first seen, UTC, by which an undated one stands in feeds
    )

    @property
    def came(self) -> str:
        """Give the day by which it stands among what is new: its own, else that on which it was seen; "": neither is known."""
        return self.day or (self.seen or "")[:10]
