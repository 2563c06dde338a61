"""Tells a first of fewer launches than its noun names: "the first missile to fly over Japan"."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.phrases import blanks
from penholder.model.span import Span
from penholder.tables.load import load_toml


def is_narrowed(words: str) -> bool:
    """Say whether words between a first and its time leave out launches that the noun names."""
    return bool(_pattern().search(words))


def is_narrowed_behind(text: str, noun: Span) -> bool:
    """Say whether words right behind a noun leave out others that it names: "missile to fly over Japan"."""
    return bool(_behind().match(text, noun.end))


@cache
def _behind() -> re.Pattern[str]:
    behind = blanks(load_toml("claims")["narrowing"]["behind"])
    return re.compile(rf"\s+{behind}", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    rows = load_toml("claims")["narrowing"]["patterns"]
    return re.compile("|".join(map(blanks, rows)), re.IGNORECASE)
