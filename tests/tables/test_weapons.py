"""Each row of tables/weapons.toml finds its examples and leaves its look-alikes."""

from __future__ import annotations

import pytest

from penholder.find.weapons import find_weapons
from penholder.tables.load import load_toml

ROWS = load_toml("weapons")["weapon"]


@pytest.mark.parametrize(
    ("kinds", "words"), [(tuple(row["kinds"]), words) for row in ROWS for words in row["examples"]]
)
def test_a_row_finds_its_examples(kinds: tuple[str, ...], words: str) -> None:
    """A weapon of the row's kinds is found."""
    assert kinds in {weapon.kinds for weapon in find_weapons(words)}


@pytest.mark.parametrize(
    ("kinds", "words"), [(tuple(row["kinds"]), words) for row in ROWS for words in row["near"]]
)
def test_a_row_leaves_its_look_alikes(kinds: tuple[str, ...], words: str) -> None:
    """None of the row's kinds is found."""
    assert kinds not in {weapon.kinds for weapon in find_weapons(words)}
