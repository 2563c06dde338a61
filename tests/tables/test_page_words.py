"""Each row of the tables that tell a page's lines and elements names its examples, not its look-alikes."""

from __future__ import annotations

import pytest

from penholder.read.class_words import kinds, kinds_in
from penholder.read.line_words import kinds_of_line, line_kinds
from penholder.tables.load import load_toml

CLASSES, PHRASES = load_toml("page_classes"), load_toml("page_phrases")


def rows(table: dict[str, dict[str, list[str]]], sort: str) -> list[tuple[str, str]]:
    """Give each example or look-alike with its kind."""
    return [(kind, words) for kind, row in table.items() for words in row[sort]]


@pytest.mark.parametrize(("kind", "names"), rows(CLASSES, "examples"))
def test_names_of_an_element_tell_their_kind(kind: str, names: str) -> None:
    """A class name says what stands inside the element."""
    assert kinds_in(names) >> kinds().index(kind) & 1


@pytest.mark.parametrize(("kind", "names"), rows(CLASSES, "near"))
def test_like_names_do_not(kind: str, names: str) -> None:
    """A name of other letters does not."""
    assert not kinds_in(names) >> kinds().index(kind) & 1


@pytest.mark.parametrize(("kind", "words"), rows(PHRASES, "examples"))
def test_a_line_tells_its_kind(kind: str, words: str) -> None:
    """Offers, teasers, credits and ends are told by their phrases."""
    assert kinds_of_line(words) >> line_kinds().index(kind) & 1


@pytest.mark.parametrize(("kind", "words"), rows(PHRASES, "near"))
def test_a_line_of_a_story_does_not(kind: str, words: str) -> None:
    """A sentence of a story has none of them."""
    assert not kinds_of_line(words) >> line_kinds().index(kind) & 1
