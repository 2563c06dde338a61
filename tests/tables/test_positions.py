"""Each row of tables/positions.toml gives its examples the position and leaves its look-alikes."""

from __future__ import annotations

import pytest

from penholder.find.parse import has_parser
from penholder.find.reading import find_all
from penholder.model.statement import POSITIONS
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.tables.load import load_toml

ROWS = load_toml("positions")["position"]


def positions_in(words: str) -> set[str]:
    """Give the positions that a sentence tells."""
    page = Page(source="row.txt", form="txt", text=words, date="2017-09-05")
    statements = find_all(read_page(page)).statements
    return {name for one in statements for name in one.detail.get("position", "").split()}


@pytest.mark.parametrize(
    ("position", "words"), [(row["position"], words) for row in ROWS for words in row["examples"]]
)
def test_a_row_gives_its_examples_the_position(position: str, words: str) -> None:
    """Somebody takes the row's position in the example."""
    if not has_parser():
        pytest.skip("some of these statements need a parser")
    assert position in positions_in(words)


@pytest.mark.parametrize(
    ("position", "words"), [(row["position"], words) for row in ROWS for words in row["near"]]
)
def test_a_row_leaves_its_look_alikes(position: str, words: str) -> None:
    """Nobody takes the row's position in the look-alike."""
    assert position not in positions_in(words)


def test_the_positions_are_those_of_the_table() -> None:
    """Each position that a page can be asked for has a row, and each row's can be asked for."""
    assert {row["position"] for row in ROWS} == set(POSITIONS)
