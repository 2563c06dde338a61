"""Each row of tables/datelines.toml opens its examples, and no row opens a look-alike."""

from __future__ import annotations

import pytest

from penholder.read.datelines import read_dateline
from penholder.tables.load import load_toml

FORMS = load_toml("datelines")["form"]


@pytest.mark.parametrize("example", [one for row in FORMS for one in row["examples"]])
def test_an_example_has_its_parts(example: list[str]) -> None:
    """Place, agency and day are read, and the story's first word comes after them."""
    words, *parts = example
    found = read_dateline(words)

    assert found is not None
    assert [found.place or "", found.agency or "", found.date or ""] == parts
    assert words[found.length :][:1].strip() not in {"", "-", "(", "/"}


@pytest.mark.parametrize("words", [words for row in FORMS for words in row["near"]])
def test_a_look_alike_has_no_dateline(words: str) -> None:
    """A sentence is left whole."""
    assert read_dateline(words) is None
