"""Each row of tables/polarity.toml lends its polarity to its examples alone."""

from __future__ import annotations

import pytest

from penholder.find.reading import find_all
from penholder.read.page import read_page
from penholder.read.sources import Page
from penholder.tables.load import load_toml

ROWS = load_toml("polarity")


def polarities(words: str) -> list[str]:
    """Give the polarity of each statement of a sentence but those that only say."""
    page = Page(source="row.txt", form="txt", text=words, date="2022-05-05")
    statements = find_all(read_page(page)).statements
    return [one.polarity.value for one in statements if one.kind != "statement"]


@pytest.mark.parametrize(
    ("polarity", "words"),
    [(name, words) for name, row in ROWS.items() for words in row["examples"]],
)
def test_an_example_has_the_polarity(polarity: str, words: str) -> None:
    """The first statement of the example has the polarity of its row."""
    assert polarities(words)[0] == polarity


@pytest.mark.parametrize(
    ("polarity", "words"), [(name, words) for name, row in ROWS.items() for words in row["near"]]
)
def test_a_look_alike_is_asserted(polarity: str, words: str) -> None:
    """The look-alike has statements, and none of that polarity."""
    found = polarities(words)

    assert found
    assert polarity not in found
