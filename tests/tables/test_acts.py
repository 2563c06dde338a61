"""Each row of tables/acts.toml finds its examples and leaves its look-alikes."""

from __future__ import annotations

import pytest

from penholder.find.acts import load_acts
from penholder.find.parse import has_parser
from penholder.find.reading import find_all
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.tables.load import load_toml

ROWS = load_toml("acts")["act"]


def kinds_in(words: str) -> set[str]:
    """Give the kinds of statement that a sentence makes."""
    page = Page(source="row.txt", form="txt", text=words, date="2022-05-05")
    return {statement.kind.value for statement in find_all(read_page(page)).statements}


@pytest.mark.parametrize(
    ("row", "words"),
    [(row["id"], words) for row in ROWS for words in row["examples"]],
)
def test_a_row_finds_its_examples(row: str, words: str) -> None:
    """The example gives a statement of the row's kind."""
    if next(one.grammar for one in load_acts() if one.id == row) and not has_parser():
        pytest.skip("this row needs a parser")
    kind = next(act.kind.value for act in load_acts() if act.id == row)

    assert kind in kinds_in(words)


@pytest.mark.parametrize(
    ("row", "words"), [(row["id"], words) for row in ROWS for words in row["near"]]
)
def test_a_row_leaves_its_look_alikes(row: str, words: str) -> None:
    """The look-alike gives no statement of the row's kind."""
    kind = next(act.kind.value for act in load_acts() if act.id == row)

    assert kind not in kinds_in(words)


def test_every_row_has_examples_and_look_alikes() -> None:
    """A row without proof is not finished."""
    assert [row["id"] for row in ROWS if not row["examples"] or not row["near"]] == []
