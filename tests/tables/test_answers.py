"""The words of tables/answers.toml join what answers a launch to it."""

from __future__ import annotations

import pytest

from penholder.find.reading import find_all
from penholder.model.statement import Statement, StatementKind
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.tables.load import load_toml

TABLE = load_toml("answers")


def told(words: str) -> tuple[Statement, ...]:
    """Give the statements of a text."""
    return find_all(
        read_page(Page(source="row.txt", form="txt", text=words, date="2022-05-05"))
    ).statements


@pytest.mark.parametrize("words", TABLE["examples"])
def test_an_answer_names_where_its_launch_begins(words: str) -> None:
    """One statement of each example answers the launch that it tells of."""
    statements = told(words)
    (launch,) = (one for one in statements if one.kind is StatementKind.WEAPON_TEST)
    answers = {one.detail["answers"] for one in statements if "answers" in one.detail}

    assert answers == {str(launch.span.start)}


@pytest.mark.parametrize("words", TABLE["near"])
def test_what_is_about_something_else_answers_no_launch(words: str) -> None:
    """Look-alikes answer none."""
    assert [one for one in told(words) if "answers" in one.detail] == []


def test_kinds_are_kinds_of_statements() -> None:
    """Each kind that can answer is one of the seventeen."""
    assert {*TABLE["kinds"], *TABLE["objects"]} <= {kind.value for kind in StatementKind}
