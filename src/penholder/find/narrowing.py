"""Tells a first of fewer launches than its noun names: "the first missile to fly over Japan"."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.phrases import blanks
from penholder.tables.load import load_toml


def is_narrowed(words: str) -> bool:
    """Say whether words between a first and its time leave out launches that the noun names."""
    return bool(_pattern().search(words))


@cache
def _pattern() -> re.Pattern[str]:
    rows = load_toml("claims")["narrowing"]["patterns"]
    return re.compile("|".join(map(blanks, rows)), re.IGNORECASE)
