"""Symbols of resolutions and drafts, spelled one way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_SYMBOL = re.compile(r"S/[\w./-]*\w")
_RESOLUTION = re.compile(r"S/RES/(\d{1,5})\s*\((\d{4})\)")


def resolution(words: str) -> str | None:
    """Give "S/RES/1506 (2003)" for "S/RES/1506(2003)"; None: the words name no resolution."""
    found = _RESOLUTION.search(words)
    return f"S/RES/{found[1]} ({found[2]})" if found else None


def first_symbol(words: str) -> str:
    """Give "S/15255/Rev.2" for "S/15255/Rev.2 (as amended)"; "" where there is none."""
    found = _SYMBOL.search(words)
    return found[0] if found else ""


def year_of(symbol: str) -> str:
    """Give the year that a resolution's symbol ends with."""
    return symbol[-5:-1]


def passed_over(symbols: Iterable[str]) -> tuple[str, ...]:
    """Give the numbers between the first and the last resolution that none of the symbols has."""
    numbers = {int(found[1]) for symbol in symbols if (found := _RESOLUTION.search(symbol))}
    if not numbers:
        return ()
    return tuple(f"S/RES/{n}" for n in range(min(numbers), max(numbers)) if n not in numbers)


def doubled(symbols: Iterable[str]) -> tuple[str, ...]:
    """Give the symbols that stand more than once."""
    return tuple(symbol for symbol, times in Counter(symbols).items() if times > 1)
