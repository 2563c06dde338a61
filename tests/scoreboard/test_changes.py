"""What a change gains and loses is told line by line, and only then."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from penholder.find.reading import find_all
from penholder.model.reading import Reading
from penholder.read.page import read_page
from penholder.read.source_page import Page

SCOREBOARD = Path(__file__).parents[2] / "scoreboard"


@pytest.fixture
def changes(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Import the script as it is when it runs: beside its neighbours."""
    monkeypatch.syspath_prepend(str(SCOREBOARD))
    before = set(sys.modules)
    import changes as module  # noqa: PLC0415

    yield module
    for name in set(sys.modules) - before:
        if not name.startswith("penholder"):
            del sys.modules[name]


def read(text: str) -> Reading:
    """Read a story."""
    page = Page(source="-", form="txt", id="one", date="2022-05-05", text=text)
    return find_all(read_page(page))


BOTH = read("North Korea fired a missile on Wednesday. The United States condemned the launch.")
LESS = read("North Korea fired a missile on Wednesday. The United States has seen the launch.")


def told(changes: ModuleType, before: Reading, now: Reading) -> list[str]:
    """Give the lines on a change."""
    old, new = changes.told_by(before), changes.told_by(now)
    story = next(changes.told_by(now)).story
    return list(changes.changes(old, new, {story: now}))


def test_nothing_changed_is_no_line(changes: ModuleType) -> None:
    """The same reading twice gives nothing, and the same digest."""
    assert told(changes, BOTH, BOTH) == []
    assert changes.digest([BOTH]) == changes.digest([BOTH])


def test_a_lost_statement_is_told_with_its_words(changes: ModuleType) -> None:
    """The kind is counted, and the words come from the story."""
    lines = told(changes, BOTH, LESS)

    assert any(line.split() == ["condemn", "0", "gained", "1", "lost"] for line in lines)
    assert any(line.startswith("- condemn by USA in one: ") for line in lines)
    assert changes.digest([BOTH]) != changes.digest([LESS])


def test_a_gained_statement_is_told(changes: ModuleType) -> None:
    """The other way round it is gained."""
    assert any(line.startswith("+ condemn by USA in one: ") for line in told(changes, LESS, BOTH))


def test_a_line_is_read_as_it_was_written(changes: ModuleType) -> None:
    """The list keeps all that is compared, and no word of a story."""
    for one in changes.told_by(BOTH):
        assert changes.Told.of(one.line) == one
        assert "missile" not in one.line
