"""Each row of tables/polarity.toml lends its polarity to its examples alone."""

from __future__ import annotations

import pytest

from penholder.find.parse import has_parser
from penholder.find.reading import find_all
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.tables.load import load_toml

ROWS = {
    name: row
    for name, row in load_toml("polarity").items()
    if name in {"negated", "planned", "hypothetical"}
}


def polarities(words: str) -> list[str]:
    """Give the polarity of each statement of a sentence but those that only say."""
    page = Page(source="row.txt", form="txt", text=words, date="2022-05-05")
    statements = find_all(read_page(page)).statements
    return [one.polarity.value for one in statements if one.kind != "statement"]


@pytest.mark.parametrize(
    ("polarity", "words"),
    [(name, words) for name, row in ROWS.items() for words in row["examples"]],
)
def test_an_example_has_the_polarity(polarity: str, words: str) -> None:
    """The first statement of the example has the polarity of its row."""
    assert polarities(words)[0] == polarity


@pytest.mark.parametrize(
    ("polarity", "words"), [(name, words) for name, row in ROWS.items() for words in row["near"]]
)
def test_a_look_alike_is_asserted(polarity: str, words: str) -> None:
    """The look-alike has statements, and none of that polarity."""
    found = polarities(words)

    assert found
    assert polarity not in found


LENT = [
    ("planned", load_toml("polarity")["undoubted"]),
    ("negated", load_toml("polarity")["denying"]),
]
TRIES = [load_toml("polarity")[name] for name in ("tried", "tried_in")]
SURE = [load_toml("polarity")[name] for name in ("blamed", "answered", "unsure")]


@pytest.mark.skipif(not has_parser(), reason="no parser is installed")
@pytest.mark.parametrize(
    ("words", "made"),
    [
        *((words, True) for row in TRIES for words in row["examples"]),
        *((words, False) for row in TRIES for words in row["near"]),
    ],
)
def test_a_try_that_was_made_is_asserted(words: str, made: bool) -> None:
    """A failed attempt to launch was a launch; one that is prepared is not."""
    assert ("asserted" in polarities(words)) is made


@pytest.mark.skipif(not has_parser(), reason="this needs the grammar")
@pytest.mark.parametrize(
    ("polarity", "words", "lent"),
    [
        *((polarity, words, True) for polarity, row in LENT for words in row["examples"]),
        *((polarity, words, False) for polarity, row in LENT for words in row["near"]),
    ],
)
def test_words_that_turn_others_lend_their_polarity(
    polarity: str, words: str, *, lent: bool
) -> None:
    """Who does not hesitate to act will act; what somebody denies was not done."""
    found = polarities(words)
    assert found
    assert (polarity in found) is lent


@pytest.mark.skipif(not has_parser(), reason="this needs the grammar")
@pytest.mark.parametrize("words", load_toml("polarity")["carried_out"]["examples"])
def test_what_was_ordered_on_a_day_that_is_past_was_done(words: str) -> None:
    """Without a day it may be still to come."""
    assert "asserted" in polarities(words)
    assert "asserted" not in polarities(words.replace(" in January", ""))


@pytest.mark.skipif(not has_parser(), reason="this needs the grammar")
@pytest.mark.parametrize(
    ("words", "done"),
    [
        *((words, True) for row in SURE for words in row["examples"]),
        *((words, False) for row in SURE for words in row["near"]),
    ],
)
def test_a_test_that_is_blamed_or_likely_was_made(words: str, done: bool) -> None:
    """What somebody condemns was done, and what "likely" was fired, was fired; a plan stays one."""
    page = Page(source="row.txt", form="txt", text=words, date="2022-05-05")
    tests = [one for one in find_all(read_page(page)).statements if one.kind == "weapon_test"]
    assert any(one.polarity == "asserted" for one in tests) is done
