"""Reads numbers as reporters write them: "14th", "fourteen", "twenty-three", "two dozen", "2,000"."""

from __future__ import annotations

import re

from penholder.tables.load import load_toml

TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)?$")


def read_number(words: str) -> int | None:
    """Give the whole number that the words name, or None."""
    words = words.casefold().strip()
    if match := _DIGITS.match(words):
        return int(match[1].replace(",", ""))
    vague = load_toml("numbers")["vague"].get(" ".join(words.split()))
    if isinstance(vague, int):
        return vague
    return _read_words(re.split(r"[\s\-]+", words))


def ordinal_pattern() -> str:
    """Give the pattern of an ordinal: "14th", "fourteenth", "twenty-third"."""
    ordinals = "|".join(sorted(load_toml("numbers")["ordinal"], key=len, reverse=True))
    return rf"(?:\d+(?:st|nd|rd|th)|(?:{TENS})-(?:{ordinals})|{ordinals})"


def _read_words(parts: list[str]) -> int | None:
    values = [_value(part) for part in parts if part not in {"a", "an", "of"}]
    if not values or None in values:
        return None
    return _combine([value for value in values if value is not None])


def _value(word: str) -> int | None:
    table = load_toml("numbers")
    named = (table[kind].get(word) for kind in ("cardinal", "ordinal", "times"))
    found = next((value for value in named if value is not None), None)
    if found is None and word.isdecimal():
        return int(word)
    return found if isinstance(found, int) else None


def _combine(values: list[int]) -> int | None:
    """Join "twenty three" to 23 and "two dozen" to 24."""
    if len(values) == 1:
        return values[0]
    if len(values) != 2:
        return None
    first, second = values
    if second in {12, 100} and first < 12:
        return first * second
    return first + second if first in range(20, 100, 10) and second < 10 else None
