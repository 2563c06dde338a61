"""The words of tables/positions.toml tell what somebody stands for."""

from __future__ import annotations

from typing import Any

import pytest

from penholder.find.reading import find_all
from penholder.model.statement import Statement, StatementKind
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.tables.load import load_toml

ROWS = load_toml("positions")["position"]


def told(words: str) -> tuple[Statement, ...]:
    """Give the statements of a text."""
    page = Page(source="row.txt", form="txt", text=words, date="2022-05-27")
    return find_all(read_page(page)).statements


def positions(words: str) -> set[str]:
    """Give every position that is taken in a text."""
    return {one for s in told(words) for one in s.detail.get("position", "").split()}


@pytest.mark.parametrize(
    ("row", "words"), [(row, words) for row in ROWS for words in row["examples"]]
)
def test_an_example_takes_its_position(row: dict[str, Any], words: str) -> None:
    """Each way of taking a position is read as it."""
    assert row["id"] in positions(words)


@pytest.mark.parametrize(("row", "words"), [(row, words) for row in ROWS for words in row["near"]])
def test_a_look_alike_takes_none(row: dict[str, Any], words: str) -> None:
    """What is only reported, denied, or the other way round is not the position."""
    assert row["id"] not in positions(words)


def test_kinds_are_kinds_of_statements() -> None:
    """Each kind that can take a position is one of the seventeen."""
    assert {kind for row in ROWS for kind in row["kinds"]} <= set(StatementKind)


def test_a_position_is_on_the_state_that_is_named() -> None:
    """North Korea where it is named; never the speaker's own state."""
    (one,) = (s for s in told("Japan condemned North Korea's launch.") if "position" in s.detail)
    assert one.detail["position_on"] == "PRK"
