"""Finds what is traded, and which body of the Council is named, by the words of a table."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.phrases import any_of
from penholder.tables.load import load_toml


def items_in(words: str) -> tuple[str, ...]:
    """Give the items of trade that words name: "coal, iron and seafood"."""
    return tuple(item for item, pattern in _patterns("item") if pattern.search(words))


def body_in(words: str) -> str | None:
    """Give the body of the Council that words name, or None."""
    return next((body for body, pattern in _patterns("body") if pattern.search(words)), None)


@cache
def _patterns(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = load_toml("measures")[kind]
    return tuple((row["id"], re.compile(any_of(row["words"]), re.IGNORECASE)) for row in rows)
