"""Finds names that run on into the next word: "Kim Jong Unaffirmed", a blank lost after bold print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from penholder.model.span import Span
from penholder.tables.load import load_toml


def find_run_on(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield each name of a stretch that a small letter follows at once."""
    for match in _names().finditer(text, start, end):
        yield Span(match.start(), match.end())


def run_on_cut(text: str, start: int) -> int | None:
    """Give how many letters of a word are the end of a name that runs on; None: none are."""
    if not text[start].isupper():
        return None
    match = _lasts().match(text, start)
    return match.end() - start if match else None


@cache
def _names() -> re.Pattern[str]:
    names = load_toml("tokens")["run_on"]["words"]
    return re.compile("|".join(rf"{re.escape(name)}(?=[a-z]{{3}})" for name in names))


@cache
def _lasts() -> re.Pattern[str]:
    names = (name.rsplit(" ", 1) for name in load_toml("tokens")["run_on"]["words"])
    return re.compile("|".join(rf"(?<={first} ){last}(?=[a-z]{{3}})" for first, last in names))
