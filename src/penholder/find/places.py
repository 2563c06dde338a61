"""Finds the places of tables/places.toml by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from penholder.find.phrases import any_of
from penholder.model.span import Span
from penholder.tables.load import load_toml


def places_in(text: str, stretch: Span) -> Iterator[tuple[str, Span]]:
    """Yield the id of each place that is named in a stretch, with its name's span, in reading order."""
    for match in _names().finditer(text, stretch.start, stretch.end):
        yield _ids()[match[0]], Span(*match.span())


def place_at(text: str, start: int) -> tuple[str, Span] | None:
    """Give the place whose name begins at an offset, or None."""
    match = _names().match(text, start)
    return (_ids()[match[0]], Span(*match.span())) if match else None


def kind_of(place: str) -> str:
    """Give what a story calls a place once it has been named: "base", "site", "city", "line"."""
    return _kinds()[place]


@cache
def _names() -> re.Pattern[str]:
    others = any_of(word for row in _rows() for word in row.get("not", ()))
    return re.compile(rf"{any_of(_ids())}(?!\s+{others})")


@cache
def _ids() -> Mapping[str, str]:
    return {words: row["id"] for row in _rows() for words in row["words"]}


@cache
def _kinds() -> Mapping[str, str]:
    return {row["id"]: row["kind"] for row in _rows()}


def _rows() -> list[Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = load_toml("places")["place"]
    return rows
