"""The print of a story's words: a sample of its runs of five words, by which copies are known."""

from __future__ import annotations

import re
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TypeAlias

# Sorted sums of runs, four bytes each: a million stories find room.
Print: TypeAlias = "array[int]"

_RUN = 5
# One run of so many is kept, chosen by its words alone; of a short story the lowest ones, whatever they are.
_SHARE, _FEWEST = 4, 24
# Of those one of two is looked up, and two of a short story at least.
_LOOKED_UP, _FEWEST_LOOKED_UP = 8, 8
_WORD = re.compile(r"\w+")
# Spreads the sums of like words evenly (Knuth's multiplicative hash).
_SPREAD, _BITS = 2_654_435_761, 0xFFFFFFFF


def print_of(text: str) -> Print:
    """Give the print of a text, the same wherever and whenever it is taken."""
    words = _WORD.findall(text.casefold())
    sums = {zlib.crc32(" ".join(run).encode()) for run in _runs(words)}
    kept = [run for one in sums if (run := one * _SPREAD & _BITS) < _BITS // _SHARE]
    if len(kept) < _FEWEST:
        kept = sorted(one * _SPREAD & _BITS for one in sums)[:_FEWEST]
    return array("I", sorted(kept))


def _runs(words: Sequence[str]) -> Iterable[Sequence[str]]:
    """Give each five words that follow each other; of fewer, all."""
    return zip(*(words[at:] for at in range(_RUN)), strict=False) if len(words) > _RUN else [words]


def looked_up(found: Print) -> Print:
    """Give the part of a print by which stories with something in common are looked for."""
    most = bisect_left(found, _BITS // _LOOKED_UP)
    return found[: max(most, _FEWEST_LOOKED_UP)]


def packed(found: Print) -> str:
    """Give a print as a ledger keeps it."""
    return found.tobytes().hex()


def unpacked(kept: str) -> Print:
    """Give the print that a ledger keeps."""
    runs: Print = array("I")
    runs.frombytes(bytes.fromhex(kept))
    return runs


def number_shared(one: Print, other: Print) -> int:
    """Give how many runs two prints share."""
    return len(set(one).intersection(other))
