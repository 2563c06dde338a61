"""Carries a parse over from other words of the same sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from penholder.find.parse.parsers import Analysis
from penholder.find.parse.trees import depths


@dataclass(frozen=True, slots=True)
class Row:
    """A word as a file has it."""

    form: str
    upos: str
    xpos: str
    feats: str
    head: int  # from 1 on; 0: the root
    deprel: str


def aligned(rows: Sequence[Row], words: Sequence[str]) -> Analysis:
    """Give the analysis of `words`, whose characters are those of `rows`.

    A word that is several rows takes the one nearest to the root; of several words that are one
    row the first takes it, and the others hang from that one as "goeswith".
    """
    homes = _homes([row.form for row in rows], words)
    placed: dict[int, int] = {}  # row → the word that took it, both from 0 on
    for word, home in enumerate(homes):
        for row in home:
            placed.setdefault(row, word)
    deep = depths([row.head for row in rows])
    tops = [min(home, key=lambda row: deep[row]) for home in homes]
    told = [_told(rows[top], word, placed, placed[top]) for word, top in enumerate(tops)]
    upos, xpos, feats, heads, deprels = zip(*told, strict=True)
    return upos, xpos, feats, heads, deprels


def _told(
    row: Row, word: int, placed: Mapping[int, int], owner: int
) -> tuple[str, str, str, int, str]:
    if owner != word:
        return ("X", "GW", "", owner + 1, "goeswith")
    head = placed[row.head - 1] + 1 if row.head else 0
    return (row.upos, row.xpos, row.feats, head, row.deprel)


def _homes(forms: Sequence[str], words: Sequence[str]) -> list[range]:
    """Give for each word the rows, from 0 on, that share characters with it."""
    row_ends, ends = _ends(forms), _ends(words)
    starts = [0, *ends[:-1]]
    return [
        range(bisect_right(row_ends, start), bisect_left(row_ends, end) + 1)
        for start, end in zip(starts, ends, strict=True)
    ]


def _ends(words: Sequence[str]) -> list[int]:
    """Give where each word ends, blanks left out."""
    return list(accumulate(len("".join(word.split())) for word in words))
