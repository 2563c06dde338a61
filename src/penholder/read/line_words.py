"""What the words of a line say of the line: an offer, a teaser, a credit, the end of a story."""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick

from penholder.tables.load import load_toml, shipped_toml

# Characters from which phrases inside a line say little of it: a paragraph may speak of cookies.
_LONG = 600


@cache
def line_kinds() -> tuple[str, ...]:
    """Give the kinds of lines, in the order of their bits; the trees know no others."""
    return tuple(shipped_toml("page_phrases"))


def kinds_of_line(words: str) -> int:
    """Give the kinds whose phrases stand in a line as bits: bit n is set for the n-th kind."""
    scan, bits, starts = _scan()
    folded = words[:_LONG].casefold()
    found = 0
    for place, begin, _ in scan.find_matches_as_indexes(folded, overlapping=True):
        if begin == 0 or not starts[place]:
            found |= bits[place]
    return found


@cache
def _scan() -> tuple[AhoCorasick, tuple[int, ...], tuple[bool, ...]]:
    table = load_toml("page_phrases")
    rows = [
        (words, 1 << place, start)
        for place, kind in enumerate(line_kinds())
        for start, key in ((False, "words"), (True, "starts"))
        for words in table[kind][key]
    ]
    words, bits, starts = zip(*rows, strict=True)
    return AhoCorasick(list(words)), bits, starts
