"""Each row of the table of words shows its cuts, and the cuts are made."""

from __future__ import annotations

import pytest

from penholder.find.tokens import find_tokens
from penholder.model.span import Span
from penholder.tables.load import load_toml

EXAMPLES = [
    (section, example)
    for section, row in load_toml("tokens").items()
    for example in row["examples"]
]


@pytest.mark.parametrize(("section", "example"), EXAMPLES)
def test_an_example_is_cut_where_it_says(section: str, example: str) -> None:
    """Each | is a cut, each _ a blank inside a word, and every other blank a cut."""
    text = example.replace("|", "").replace("_", " ")
    words = [word.replace("_", " ") for word in example.replace("|", " ").split()]

    assert [span.of(text) for span in find_tokens(text, Span(0, len(text)))] == words


@pytest.mark.parametrize("word", load_toml("tokens")["splits"]["words"])
def test_a_word_that_is_two_is_cut_however_it_is_written(word: str) -> None:
    """Both parts come back, in lower case and in capitals."""
    for written in (word, word.upper()):
        text = written.replace("|", "")
        assert [s.of(text) for s in find_tokens(text, Span(0, len(text)))] == written.split("|")
