"""Each row of tables/walls.toml is seen in its examples alone."""

from __future__ import annotations

import pytest

from penholder.read.walls import wall_kind
from penholder.tables.load import load_toml

WALLS = load_toml("walls")


@pytest.mark.parametrize(
    ("kind", "words"), [(kind, words) for kind, row in WALLS.items() for words in row["examples"]]
)
def test_a_wall_is_seen(kind: str, words: str) -> None:
    """Its own phrases tell which wall it is."""
    assert wall_kind(words) == kind


@pytest.mark.parametrize("words", [words for row in WALLS.values() for words in row["near"]])
def test_news_is_no_wall(words: str) -> None:
    """Sentences with the same words are left alone."""
    assert wall_kind(words) is None
