"""Each row of abbreviations shows where sentences end, and they end there."""

from __future__ import annotations

import pytest

from penholder.find.sentences import split_sentences
from penholder.model.span import Span
from penholder.tables.load import load_toml

EXAMPLES = [
    (section, example)
    for section, row in load_toml("abbreviations").items()
    for example in row["examples"]
]


@pytest.mark.parametrize(("section", "example"), EXAMPLES)
def test_sentences_end_where_the_example_says(section: str, example: str) -> None:
    """Each ‖ is an end, and there is no other."""
    text = example.replace("‖", " ")

    found = split_sentences(text, Span(0, len(text)))
    assert [sentence.of(text) for sentence in found] == example.split("‖")
