"""The words by which statements refer to events, row by row."""

from __future__ import annotations

import pytest

from penholder.merge.manners import Manner, is_of_the_evening, manner_of
from penholder.merge.weapons import is_one_sort, kinds_of, may_be_one
from penholder.tables.load import load_toml

TABLE = load_toml("references")
MANNERS = {
    "latest": Manner.LATEST,
    "earlier": Manner.EARLIER,
    "habit": Manner.HABIT,
    "plural": Manner.SEVERAL,
}
CASES = [
    (sort, words, key == "examples")
    for sort in MANNERS
    for key in ("examples", "near")
    for words in TABLE[sort][key]
]


@pytest.mark.parametrize(("sort", "words", "fits"), CASES)
def test_rows_match_their_examples_alone(sort: str, words: str, fits: bool) -> None:
    """Examples are of the row's manner, look-alikes are not."""
    assert (manner_of(words) is MANNERS[sort]) is fits


@pytest.mark.parametrize("key", ["examples", "near"])
def test_evenings(key: str) -> None:
    """Words of the evening, and look-alikes."""
    assert {is_of_the_evening(words) for words in TABLE["evening"][key]} == {key == "examples"}


@pytest.mark.parametrize(
    ("mine", "other", "one", "sort"),
    [
        ("icbm", "ballistic", True, True),
        ("icbm", "srbm", False, True),
        ("icbm", "missile", True, True),
        ("cruise", "ballistic", False, False),
        ("slv", "ballistic", False, True),
        ("artillery", "cruise", False, False),
    ],
)
def test_weapons_that_can_be_one(mine: str, other: str, one: bool, sort: bool) -> None:
    """A class can be the wider one it belongs to; first reports of a day may err in the class."""
    assert may_be_one(kinds_of(mine), kinds_of(other)) is one
    assert is_one_sort(kinds_of(mine), kinds_of(other)) is sort
