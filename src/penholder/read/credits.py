"""Finds the agency that a story is from in the lines around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from penholder.tables.load import load_toml

# Characters from which a line is no credit but a sentence.
_LONG = 160


def read_credit(line: str) -> str | None:
    """Give the agency that a line credits with the story, or None."""
    if len(line) > _LONG:
        return None
    matches = (pattern.search(line) for pattern in _patterns())
    return next((match["agency"] for match in matches if match), None)


def find_credit(lines: Iterable[str]) -> str | None:
    """Give the agency that the first line with a credit names, or None."""
    return next((found for line in lines if (found := read_credit(line))), None)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = sorted(load_toml("agencies")["names"], key=len, reverse=True)
    agency = f"(?P<agency>{'|'.join(map(re.escape, names))})"
    rows = load_toml("credits")["line"]
    return tuple(re.compile(row["pattern"].replace("{agency}", agency)) for row in rows)
