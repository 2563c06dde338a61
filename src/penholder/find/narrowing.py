"""Tells a first of fewer launches than its noun names: "the first missile to fly over Japan"."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.phrases import blanks
from penholder.find.weapons import find_weapons
from penholder.model.span import Span
from penholder.tables.load import load_toml


def is_narrowed(words: str) -> bool:
    """Say whether words between a first and its time leave out launches that the noun names."""
    return bool(_pattern().search(words))


def is_narrowed_behind(text: str, noun: Span) -> bool:
    """Say whether words right behind a noun leave out others that it names: "missile to fly over Japan"."""
    return bool(_behind().match(text, noun.end))


def over_land(words: str) -> str | None:
    """Give the country over which alone words say that a launch flew: "to fly over Japan" → "japan"."""
    return "japan" if _over().search(words) and not is_narrowed(_over().sub(" ", words)) else None


def over_land_behind(text: str, noun: Span) -> str | None:
    """Give the country over which a noun's launches flew: "launch over Japan", where nothing else narrows it."""
    return "japan" if _over().match(text, noun.end) else None


def is_of_one(noun: str) -> bool:
    """Say whether a noun means tests of one weapon that it does not name: "test of the solid-fuel missile"."""
    return bool(_OF_ONE.search(noun)) and not any(weapon.system for weapon in find_weapons(noun))


_OF_ONE = re.compile(
    r"\b(?:tests?|launch(?:es)?|firings?)\s+of\s+(?:the|its|their|this|that)\s+.*\b(?:missile|rocket|weapon|[A-Z]{1,2}BM)$",
    re.IGNORECASE | re.DOTALL,
)


@cache
def _behind() -> re.Pattern[str]:
    behind = blanks(load_toml("claims")["narrowing"]["behind"])
    return re.compile(rf"\s+{behind}", re.IGNORECASE)


@cache
def _over() -> re.Pattern[str]:
    return re.compile(blanks(load_toml("claims")["narrowing"]["over"]), re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    rows = load_toml("claims")["narrowing"]["patterns"]
    return re.compile("|".join(map(blanks, rows)), re.IGNORECASE)
