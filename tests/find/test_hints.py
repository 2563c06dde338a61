"""Hints tell in one pass which words stand in a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from penholder.find.hints import Hints, may_match

WORDS = ("launch", "launches", "aunt", "test", "a", "st")


@given(st.text(alphabet="launchest ", max_size=30))
def test_every_word_is_seen_wherever_it_stands(text: str) -> None:
    """Words within words and words that overlap are seen too."""
    hints = Hints.of(WORDS)

    assert hints.seen_in(text) == hints.any_of(word for word in WORDS if word in text)


def test_each_need_wants_one_of_its_words() -> None:
    """A text must hold a word of every list."""
    hints = Hints.of(("one", "two", "red", "blue"))
    needs = (hints.any_of(("one", "two")), hints.any_of(("red", "blue")))

    assert may_match(needs, hints.seen_in("two blue"))
    assert not may_match(needs, hints.seen_in("one two"))
    assert may_match((), hints.seen_in(""))
