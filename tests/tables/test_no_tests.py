"""What is fired at somebody is no test, and neither is the site of one."""

from __future__ import annotations

import pytest

from penholder.find.reading import find_all
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.tables.load import load_toml

ROWS = load_toml("no_tests").values()


def kinds(words: str) -> set[str]:
    """Give the kinds of statement of a sentence."""
    page = Page(source="row.txt", form="txt", text=words, date="2022-05-05")
    return {one.kind.value for one in find_all(read_page(page)).statements}


@pytest.mark.parametrize("words", [words for row in ROWS for words in row["examples"]])
def test_an_example_is_no_test(words: str) -> None:
    """No statement of the sentence is a weapons test."""
    assert "weapon_test" not in kinds(words)


@pytest.mark.parametrize("words", [words for row in ROWS for words in row["near"]])
def test_a_look_alike_is_a_test(words: str) -> None:
    """A launch into the sea, at an hour or at a target is a test."""
    assert "weapon_test" in kinds(words)
