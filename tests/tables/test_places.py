"""Each row of tables/places.toml finds its examples and leaves its look-alikes."""

from __future__ import annotations

from typing import Any

import pytest

from penholder.find.places import kind_of, places_in
from penholder.model.span import Span
from penholder.records.load import load_records
from penholder.tables.load import load_toml

ROWS = load_toml("places")["place"]


def _named(words: str) -> set[str]:
    return {place for place, _ in places_in(words, Span(0, len(words)))}


@pytest.mark.parametrize(
    ("row", "words"), [(row, w) for row in ROWS for w in row["examples"]], ids=str
)
def test_a_place_is_known_by_its_names(row: Any, words: str) -> None:
    """Every example names the place of its row, and the place has a kind."""
    assert row["id"] in _named(words)
    assert kind_of(row["id"]) == row["kind"]


@pytest.mark.parametrize(("row", "words"), [(row, w) for row in ROWS for w in row["near"]], ids=str)
def test_a_look_alike_is_no_place(row: Any, words: str) -> None:
    """Longer words, missiles called after a place and border guards are not the place."""
    assert row["id"] not in _named(words)


def test_every_place_lies_somewhere() -> None:
    """The record knows where each place of the table is."""
    known = {place.id for place in load_records().places}

    assert [row["id"] for row in ROWS if row["id"] not in known and row["kind"] != "line"] == []
