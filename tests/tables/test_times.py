"""Each row of tables/times.toml reads its examples and leaves its look-alikes."""

from __future__ import annotations

from datetime import date

import pytest

from penholder.find.times.anchor import Anchor
from penholder.find.times.finder import find_in
from penholder.model.span import Span
from penholder.model.when import TimeExpression
from penholder.tables.load import load_toml

ROWS = load_toml("times")["time"]
THURSDAY = Anchor(date(2022, 5, 5))


def times_in(words: str) -> tuple[TimeExpression, ...]:
    """Give the time expressions of words in a story of Thursday 5 May 2022."""
    text = f"SEOUL - North Korea fired a missile, it said: {words} it was."
    return tuple(find_in(text, Span(0, len(text)), THURSDAY))


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
