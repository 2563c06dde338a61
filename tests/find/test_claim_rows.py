"""Each row of tables/claims.toml matches its examples and none of its look-alikes."""

from __future__ import annotations

import pytest

from penholder.find.claim_rows import ClaimRow, claim_rows
from penholder.find.counters import counter_pattern
from penholder.tables.load import load_toml

ROWS = [
    (row, words)
    for row, table in zip(claim_rows(), load_toml("claims")["claim"], strict=True)
    for words in table["examples"]
]
NEAR = [
    (row, words)
    for row, table in zip(claim_rows(), load_toml("claims")["claim"], strict=True)
    for words in table["near"]
]


@pytest.mark.parametrize(("row", "words"), ROWS, ids=lambda value: getattr(value, "id", None))
def test_a_row_matches_its_examples(row: ClaimRow, words: str) -> None:
    """Every example in the table is found by the row that brings it."""
    assert row.pattern.search(words)


@pytest.mark.parametrize(("row", "words"), NEAR, ids=lambda value: getattr(value, "id", None))
def test_a_row_leaves_its_look_alikes(row: ClaimRow, words: str) -> None:
    """No look-alike in the table is taken for a claim."""
    assert not row.pattern.search(words)


COUNTERS = load_toml("claims")["counters"]


@pytest.mark.parametrize("words", COUNTERS["examples"])
def test_a_named_counter_is_read(words: str) -> None:
    """Whose count a number is stands in the sentence."""
    assert counter_pattern().search(words)


@pytest.mark.parametrize("words", COUNTERS["near"])
def test_nobody_counts_where_none_is_named(words: str) -> None:
    """A source is not a counter."""
    assert not counter_pattern().search(words)
