"""Reads datelines: "WASHINGTON -- ", "SEOUL, May 4 (Yonhap) -- ", "(CNN) "."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from penholder.tables.load import load_toml

_DASH = r"(?:--|[-–—])"
_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_DATE = rf"{_MONTH}\s?\d{{1,2}}(?:,\s*(?:19|20)\d\d)?"
_UPPER = r"[A-Z][A-Z.’'\-]+(?:\s+[A-Z][A-Z.’'\-]+){0,3}"
_PLACE = (
    rf"(?:{_UPPER}|[A-Z][a-z]+(?:\s+[A-Z][a-z]+){{0,2}})(?:,\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)?"
)


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
    table = load_toml("datelines")
    parts = {
        "{place}": f"(?P<place>{_PLACE})",
        "{upper}": f"(?P<place>{_UPPER})",
        "{capital}": f"(?P<place>{_any_of(table['capitals']['names'])})",
        "{date}": f"(?P<date>{_DATE})",
        "{agency}": f"(?P<agency>{_any_of(load_toml('agencies')['names'])})",
        "{dash}": _DASH,
    }
    return tuple(re.compile(_filled(row["pattern"], parts)) for row in table["form"])


def _any_of(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    for name, source in parts.items():
        pattern = pattern.replace(name, source)
    return pattern
