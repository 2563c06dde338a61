"""What the class and item names of a page's elements say of the words inside them."""

from __future__ import annotations

from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick

from penholder.tables.load import load_toml, shipped_toml


@cache
def kinds() -> tuple[str, ...]:
    """Give the kinds of names, in the order of their bits; the trees know no others."""
    return tuple(shipped_toml("page_classes"))


@lru_cache(maxsize=20_000)
def kinds_in(names: str) -> int:
    """Give the kinds that stand in `names` as bits: bit n is set for the n-th kind."""
    scan, bits = _scan()
    found = 0
    for place in scan.find_matches_as_indexes(names[:400].casefold(), overlapping=True):
        found |= bits[place[0]]
    return found


@cache
def _scan() -> tuple[AhoCorasick, tuple[int, ...]]:
    table = load_toml("page_classes")
    words = [
        (word, 1 << place) for place, kind in enumerate(kinds()) for word in table[kind]["words"]
    ]
    return AhoCorasick([word for word, _ in words]), tuple(bit for _, bit in words)
