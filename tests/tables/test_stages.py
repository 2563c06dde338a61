"""Each row of tables/stages.toml gives its examples the stage and leaves its look-alikes."""

from __future__ import annotations

import pytest

from penholder.find.reading import find_all
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.tables.load import load_toml

ROWS = load_toml("stages")["stage"]


def stages_in(words: str) -> set[str]:
    """Give the stages that a sentence tells."""
    page = Page(source="row.txt", form="txt", text=words, date="2022-05-05")
    statements = find_all(read_page(page)).statements
    return {one.detail["stage"] for one in statements if "stage" in one.detail}


@pytest.mark.parametrize(
    ("stage", "words"), [(row["stage"], words) for row in ROWS for words in row["examples"]]
)
def test_a_row_gives_its_examples_the_stage(stage: str, words: str) -> None:
    """The example tells of the row's stage."""
    assert stage in stages_in(words)


@pytest.mark.parametrize(
    ("stage", "words"), [(row["stage"], words) for row in ROWS for words in row["near"]]
)
def test_a_row_leaves_its_look_alikes(stage: str, words: str) -> None:
    """The look-alike tells of another stage, or of none."""
    assert stage not in stages_in(words)
