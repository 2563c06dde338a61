"""How somebody stands to an office: holds it, held it, or is to get it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from penholder.find.phrases import any_of
from penholder.model.span import Span
from penholder.tables.load import load_toml

# "Trump's pick for secretary of state, Rex Tillerson": the office is wanted, not held.
_WANTED = re.compile(r"\b(?:for|as|become|becoming|be|nominate[sd]?|to)\s+(?:the\s+)?$")


def read_standing(text: str, office: Span) -> str | None:
    """Give the standing that the words before or inside an office's name say, or None."""
    before = text[max(0, office.start - 20) : office.start]
    match = re.search(rf"{_pattern()}[\s\-]+$", before)
    match = match or re.search(_pattern(before_only=False), office.of(text))
    return _standings()[_key(match[1])] if match else None


def is_wanted(text: str, office: Span) -> bool:
    """Say whether the words before an office tell of somebody who is to get it."""
    return bool(_WANTED.search(text[max(0, office.start - 20) : office.start]))


@cache
def _pattern(*, before_only: bool = True) -> str:
    """Give the pattern of the words, without those that count only before a name if asked so."""
    rows = load_toml("standings")["standing"]
    words = [w for row in rows if before_only or "before_only" not in row for w in row["words"]]
    return f"({any_of((*words, *map(str.capitalize, words)))})"


@cache
def _standings() -> Mapping[str, str]:
    rows = load_toml("standings")["standing"]
    return {_key(words): row["id"] for row in rows for words in row["words"]}


def _key(words: str) -> str:
    return " ".join(re.split(r"[\s\-]+", words.casefold()))
