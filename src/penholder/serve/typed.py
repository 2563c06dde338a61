"""What people type for a member of the Council or a resolution, as the record writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from penholder.errors import NotFoundError
from penholder.model.when import When
from penholder.tables.load import load_csv

_RESOLUTION = re.compile(
    r"(?:(?:UNSC\s*)?RES(?:OLUTION)?\.?\s*)?(\d{1,4})(\s*\(\d{4}\))?", re.IGNORECASE
)
_DAY = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_YEAR = re.compile(r"\((\d{4})\)\s*$")


def state_typed(words: str) -> str:
    """Give the id of a state, "RUS", for its id or one of its names in any case; else the words."""
    return _states().get(words.strip().casefold(), words.strip().upper())


def state_named(words: str) -> str | None:
    """Give the id of the state that has this id or name, in any case."""
    return _states().get(words.strip().casefold())


def state_known(words: str) -> str:
    """Give the id of a state that is typed.

    Raises:
        NotFoundError: no state has that name; the remedy names one that is written alike.
    """
    state = state_typed(words)
    if state not in _states().values():
        near = get_close_matches(words.strip(), [row["name"] for row in load_csv("states")], 1)
        remedy = f'Did you mean "{near[0]}"?' if near else "Give its name or its code: Japan, JPN"
        raise NotFoundError(words, fault="no state has that name", remedy=remedy)
    return state


def states_typed(listed: str) -> list[str]:
    """Give the ids in a list: "CHN, Russia"."""
    return [state_typed(words) for words in listed.split(",") if words.strip()]


def symbol_typed(words: str) -> str:
    """Give the symbol for a resolution's number, "2397" or "resolution 2397"; else the words."""
    number = _RESOLUTION.fullmatch(words.strip())
    return f"S/RES/{number[1]}{number[2] or ''}" if number else words


def year_typed(symbol: str) -> str | None:
    """Give the year in a resolution's symbol: "2017" in "S/RES/2397 (2017)"."""
    year = _YEAR.search(symbol)
    return year[1] if year else None


def day_typed(words: str) -> str | None:
    """Give a date as the ledger writes it, "2017-09-03" for "2017-9-3"; None where it is none."""
    day = _DAY.fullmatch(words.strip())
    written = "-".join(f"{int(part):02}" for part in day.groups() if part) if day else words.strip()
    return written if When(written).days() else None


@cache
def _states() -> dict[str, str]:
    return {name.casefold(): state for state, name in _names()}


def _names() -> Iterator[tuple[str, str]]:
    for row in load_csv("states"):
        for name in (row["id"], row["name"], *row["names"].split("|")):
            yield row["id"], name.strip()
