"""Gives the closed classes of English words that tables/grammar_words.toml holds."""

from __future__ import annotations

from functools import cache

from penholder.tables.load import load_toml


@cache
def words_of(*names: str) -> frozenset[str]:
    """Give the words of one class or of several together, in lower case."""
    table = load_toml("grammar_words")
    return frozenset(word for name in names for word in table[name])
