"""Days as UN papers write them."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
# Two digits of a year mean the 1900s: the library's list has "30 January 86".
_SHORT_YEAR = 1900
_WRITTEN = re.compile(r"(?:\d{1,2}\s*[-–]\s*)?(\d{1,2})\s+([A-Za-z]+),?\s+(\d{4}|\d{2})\b")


def read_day(words: str) -> str | None:
    """Give "2001-03-28" for "27-28 March 2001" or "2001-03-28 00:00:00"; None: there is no such day."""
    plain = " ".join(words.split())
    if found := re.match(r"(\d{4})-(\d{2})-(\d{2})(?!\d)", plain):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _WRITTEN.match(plain)
    if found is None or found[2].casefold() not in _MONTHS:
        return None
    year = int(found[3]) + (_SHORT_YEAR if len(found[3]) == 2 else 0)
    return _day(year, _MONTHS.index(found[2].casefold()) + 1, int(found[1]))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
