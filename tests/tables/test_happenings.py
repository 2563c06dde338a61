"""Happenings and places: the words of the one stage and the facts of the other belong together."""

from __future__ import annotations

import pytest

from penholder.find.claim_types.happenings import HappeningRow, happening_rows
from penholder.records.load import load_records
from penholder.tables.load import load_toml

ROWS = list(zip(happening_rows(), load_toml("happenings")["happening"], strict=True))
PLACES = [
    (words, row["id"])
    for row in load_toml("places")["place"]
    for words in row["examples"]
    if any(name in words for name in row["words"])
]


@pytest.mark.parametrize(
    ("row", "words"), [(row, words) for row, table in ROWS for words in table["examples"]], ids=str
)
def test_a_happening_is_known_by_its_examples(row: HappeningRow, words: str) -> None:
    """Every example is found by the row that brings it."""
    assert row.pattern.search(words)


@pytest.mark.parametrize(
    ("row", "words"), [(row, words) for row, table in ROWS for words in table["near"]], ids=str
)
def test_a_happening_leaves_its_look_alikes(row: HappeningRow, words: str) -> None:
    """No look-alike is taken for the happening, or what follows it rules it out."""
    match = row.pattern.search(words)

    assert match is None or words[match.end() :].lstrip().startswith(row.unless_after)


def test_every_happening_has_its_days() -> None:
    """What the words can name, the record dates; and nothing is dated that no words name."""
    assert {row.id for row, _ in ROWS} == {one.id for one in load_records().happenings}


def test_every_place_has_its_points() -> None:
    """What the words can name, the record places; each name stands in an example."""
    named = {row["id"] for row in load_toml("places")["place"]}

    assert named == {one.id for one in load_records().places}
    assert named == {place for _, place in PLACES}
