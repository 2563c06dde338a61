"""Whose a launch is that is told without its doer: "a missile was fired from Wonsan"."""

from __future__ import annotations

import pytest

from penholder.find.parse import has_parser
from penholder.find.reading import find_all
from penholder.model.statement import Polarity, StatementKind
from penholder.read.page import read_page
from penholder.read.sources import Page
from penholder.tables.load import load_toml

TABLE = load_toml("unowned")

pytestmark = pytest.mark.skipif(not has_parser(), reason="passives without a doer need a parser")


def who_fired(text: str) -> list[tuple[str, ...]]:
    """Give who tests by each asserted test of a text."""
    reading = find_all(read_page(Page(source="a", form="txt", text=text, date="2022-10-05")))
    return [
        tuple(str(actor.id) for actor in one.actor)
        for one in reading.statements
        if one.kind is StatementKind.WEAPON_TEST and one.polarity is Polarity.ASSERTED
    ]


@pytest.mark.parametrize("text", TABLE["examples"])
def test_a_missile_that_was_fired_is_a_launch_of_whose_tests_the_text_speaks(text: str) -> None:
    """One launch, by North Korea."""
    assert who_fired(text) == [("PRK",)]


@pytest.mark.parametrize("text", TABLE["near"])
def test_what_somebody_else_may_have_fired_is_no_launch_of_the_north(text: str) -> None:
    """Another's ground, another doer, a habit, a doubt, a drill: none by North Korea."""
    assert ("PRK",) not in who_fired(text)
