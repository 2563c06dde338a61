"""Words that make a claim one of other launches, or of ones to come."""

from __future__ import annotations

import pytest

from penholder.find.narrowing import is_narrowed, over_land
from penholder.find.unreal import is_unreal
from penholder.model.span import Span
from penholder.tables.load import load_toml

NARROWING, UNREAL = load_toml("claims")["narrowing"], load_toml("claims")["unreal"]


@pytest.mark.parametrize("words", NARROWING["examples"])
def test_a_narrowed_first_is_seen(words: str) -> None:
    """A missile "to fly over Japan" is one of few."""
    assert is_narrowed(words)


@pytest.mark.parametrize("words", NARROWING["near"])
def test_a_plain_first_is_not_narrowed(words: str) -> None:
    """Who tested, and that it was a test, leaves nothing out."""
    assert not is_narrowed(words)


@pytest.mark.parametrize("words", NARROWING["over_examples"])
def test_a_flight_over_japan_is_told_apart(words: str) -> None:
    """The record lists the flights over Japan."""
    assert over_land(words) == "japan"


@pytest.mark.parametrize("words", NARROWING["over_near"])
def test_other_flights_are_not_over_japan(words: str) -> None:
    """What else narrows the launches down, and waters and air beside the land, leave it open."""
    assert over_land(words) is None


@pytest.mark.parametrize("words", UNREAL["examples"])
def test_a_test_to_come_is_seen(words: str) -> None:
    """Preparations and "would" make a count one of a test that has not been held."""
    assert is_unreal(words, Span(0, len(words)), _numbered(words))


@pytest.mark.parametrize("words", UNREAL["near"])
def test_a_test_that_was_held_counts(words: str) -> None:
    """A test that was conducted is no plan."""
    assert not is_unreal(words, Span(0, len(words)), _numbered(words))


def _numbered(words: str) -> Span:
    number = "seventh" if "seventh" in words else "sixth"
    return Span(words.index(number), words.index("nuclear test") + len("nuclear test"))
