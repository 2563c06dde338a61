"""Each row of tables/times.toml reads its examples and leaves its look-alikes."""

from __future__ import annotations

import pytest

from penholder.find.reading import find_all
from penholder.model.when import TimeExpression
from penholder.read.page import read_page
from penholder.read.sources import Page
from penholder.tables.load import load_toml

ROWS = load_toml("times")["time"]


def times_in(words: str) -> tuple[TimeExpression, ...]:
    """Give the time expressions of words in a story of Thursday 5 May 2022."""
    text = f"SEOUL - North Korea fired a missile, it said: {words} it was."
    page = Page(source="row.txt", form="txt", text=text, date="2022-05-05")
    return find_all(read_page(page)).times


@pytest.mark.parametrize(
    ("words", "value"), [pair for row in ROWS for pair in row["examples"].items()]
)
def test_a_row_reads_its_examples(words: str, value: str) -> None:
    """The words have the value that stands beside them."""
    assert value in {time.value for time in times_in(words)}


@pytest.mark.parametrize("words", [words for row in ROWS for words in row["near"]])
def test_a_row_leaves_its_look_alikes(words: str) -> None:
    """The look-alike as a whole is no time."""
    assert words not in {time.text for time in times_in(words)}
