"""A launch that failed is a launch."""

from __future__ import annotations

import pytest

from penholder.find.reading import find_all
from penholder.model.statement import Polarity, StatementKind
from penholder.read.page import read_page
from penholder.read.sources import Page
from penholder.tables.load import load_toml

MISSED = load_toml("polarity")["missed"]


def told(text: str) -> set[Polarity]:
    """Give the polarities of the weapons tests of a text."""
    story = read_page(Page(source="a", form="txt", text=text, date="2016-04-16"))
    reading = find_all(story)
    return {s.polarity for s in reading.statements if s.kind is StatementKind.WEAPON_TEST}


@pytest.mark.parametrize("text", MISSED["examples"])
def test_what_failed_to_fly_was_launched(text: str) -> None:
    """ "Failed to launch a missile on Friday" tells of a launch."""
    assert told(text) == {Polarity.ASSERTED}


@pytest.mark.parametrize("text", MISSED["near"])
def test_what_was_perhaps_never_tried_is_no_launch(text: str) -> None:
    """ "Has failed to", "may have failed to" and "if it failed to" tell of none."""
    assert Polarity.ASSERTED not in told(text)
