"""Each row of tables/measures.toml finds its examples and leaves its look-alikes."""

from __future__ import annotations

from typing import Any

import pytest

from penholder.find.measures import body_in, items_in
from penholder.records.load import load_records
from penholder.tables.load import load_toml


@pytest.mark.parametrize("row", load_toml("measures")["item"])
def test_an_item_is_known_by_its_words(row: Any) -> None:
    """What is traded is read from the words of its row alone."""
    assert all(row["id"] in items_in(example) for example in row["examples"])
    assert not any(row["id"] in items_in(near) for near in row["near"])


@pytest.mark.parametrize("row", load_toml("measures")["body"])
def test_a_body_is_known_by_its_words(row: Any) -> None:
    """A body of the Council is read from its name."""
    assert all(body_in(example) == row["id"] for example in row["examples"])
    assert not any(body_in(near) == row["id"] for near in row["near"])


def test_tables_of_words_and_facts_agree() -> None:
    """Every measure and body of the record has words, and every group names known resolutions."""
    records, words = load_records(), load_toml("measures")
    adopted = {vote.symbol.split(" ")[0] for vote in records.votes}

    assert {one.item for one in records.measures} <= {row["id"] for row in words["item"]}
    assert {one.body for one in records.council_bodies} == {row["id"] for row in words["body"]}
    assert {s for group in records.resolution_groups for s in group.symbols} <= adopted
    assert {one.symbol.split(" ")[0] for one in records.regimes} <= adopted


def test_days_of_sanctions_that_were_read_are_those_of_their_resolutions() -> None:
    """A first or last day that can refute is the day on which its resolution was adopted."""
    records = load_records()
    days = {v.symbol: v.date for v in records.votes if v.outcome == "adopted"}
    begun = [one for one in records.regimes if one.begun_read]
    ended = [one for one in records.regimes if one.ended_read]

    assert [one.row for one in begun if days.get(one.symbol) != one.adopted] == []
    assert [one.row for one in ended if days.get(one.ended_by) != one.ended] == []
