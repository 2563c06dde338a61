"""Reads datelines: "WASHINGTON -- ", "SEOUL, May 4 (Yonhap) -- ", "(CNN) "."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from penholder.tables.load import load_toml

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_DATE = rf"{_MONTH}\s?\d{{1,2}}(?:,\s*(?:19|20)\d\d)?"
_UPPER = r"[A-Z][A-Z.’'\-]+(?:\s+[A-Z][A-Z.’'\-]+){0,3}"
_PLACE = (
    rf"(?:{_UPPER}|[A-Z][a-z]+(?:\s+[A-Z][a-z]+){{0,2}})(?:,\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)?"
)
_DASH = r"(?:--|[-–—])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """What a story opens with; `length` characters before its first word."""

    length: int
    place: str | None
    agency: str | None
    date: str | None  # as printed: "Oct. 20", "May 4, 2022"


def read_dateline(words: str) -> Dateline | None:
    """Give the dateline that a paragraph begins with, or None."""
    for pattern in _patterns():
        if match := pattern.match(words):
            groups = match.groupdict()
            return Dateline(
                length=match.end(),
                place=_clean(groups.get("place")),
                agency=_clean(groups.get("agency")),
                date=_clean(groups.get("date")),
            )
    return None


def _clean(words: str | None) -> str | None:
    return " ".join(words.split()).rstrip(".,") if words else None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    agency = "|".join(
        re.escape(name) for name in sorted(load_toml("agencies")["names"], key=len)[::-1]
    )
    signed = rf"\(\s*(?P<agency>{agency})\s*\)"
    slashed = rf"/\s*(?P<agency>{agency})\s*/"
    place, upper, date = rf"(?P<place>{_PLACE})", rf"(?P<place>{_UPPER})", rf"(?P<date>{_DATE})"
    sources = (
        rf"{place},\s+{date}\.?\s*{signed}\s*{_DASH}+\s*",
        rf"{place}[.,]\s+{date}\.?\s*{slashed}\.?\s*{_DASH}*\s*",
        rf"{place}\s+{signed}\s*{_DASH}+\s*",
        rf"{place}\s+{signed}\s+(?:{date}\s+)?",
        rf"{place}\s*\|\s*(?P<agency>{agency})\s*\|\s*",
        rf"{upper}(?:,\s+{date})?\.?\s*(?:--|[–—]|-(?=\s))\s*",
        rf"{signed}\s*{_DASH}*\s*",
        r"(?P<place>[A-Z]{3,}(?:\s[A-Z]{3,})?):\s+(?=[A-Z][a-z])",
        # "TOKYO A North Korean …": a template ate the separator
        r"(?P<place>[A-Z]{4,}(?:\s[A-Z]{4,})?)\s+(?=(?:A|An|The|In|On|North|South|Two|Three|China|Russia|Japan|U\.S\.|U\.N\.|It|He|She)\s)",
    )
    return tuple(re.compile(source) for source in sources)
