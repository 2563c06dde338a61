"""A verb with a hyphen is one word to a parser."""

from __future__ import annotations

import pytest

from penholder.find.parse import has_parser
from penholder.find.parse.words import form_of, read_words
from penholder.find.reading import find_all
from penholder.model.span import Span
from penholder.read.page import read_page
from penholder.read.source_page import Page


def read(text: str) -> list[str]:
    """Give the words of a text as a parser is given them."""
    return [form_of(text, word) for word in read_words(text, Span(0, len(text)))]


def test_the_parts_of_test_fired_are_one_word() -> None:
    """The parser knows "fired"; the word stands for both parts."""
    text = "Iran test-fired two missiles."

    assert read(text) == ["Iran", "fired", "two", "missiles", "."]
    assert read_words(text, Span(0, len(text)))[1].of(text) == "test-fired"


def test_other_hyphens_stay_words() -> None:
    """ "Long-range" is three words, and "test - fired" is no verb."""
    assert read("a long-range missile") == ["a", "long", "-", "range", "missile"]


@pytest.mark.skipif(not has_parser(), reason="this needs the grammar")
@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Iran test-fired two ballistic missiles last week.", "IRN"),
        ("North Korea test-fired two ballistic missiles last week.", "PRK"),
        ("Japan criticized Iran after the country test-fired two missiles last week.", "IRN"),
    ],
)
def test_who_test_fired_is_found(text: str, state: str) -> None:
    """The subject of the verb tested."""
    story = read_page(Page(source="a", form="txt", text=text, date="2022-06-10"))
    tests = [one for one in find_all(story).statements if one.kind == "weapon_test"]

    assert [[actor.id for actor in one.actor] for one in tests] == [[state]]
