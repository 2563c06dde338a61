"""Tells what a search found, with the words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from penholder.store.search import CLOSE, OPEN, Found

_ONE = {"stories": "story", "quotes": "quote", "statements": "statement"}


def found_json(found: Iterable[Found]) -> Iterator[dict[str, Any]]:
    """Yield each find; `words` has those that were found in [brackets]."""
    for one in found:
        yield {
            "noun": one.noun, "story": one.story, "place": one.place, "date": one.date,
            "words": _marked(one.words),
        }  # fmt: skip


def found_lines(found: Iterable[Found]) -> Iterator[str]:
    """Yield two lines for each find: where it is, and its words."""
    for one in found:
        where = (
            f"{one.story}" if one.place is None else f"{one.story}, {_ONE[one.noun]} {one.place}"
        )
        yield f"{one.date or 'no date':<11} {where}"
        yield f"    {_marked(one.words)}"


def _marked(words: str) -> str:
    return " ".join(words.split()).replace(OPEN, "[").replace(CLOSE, "]")
