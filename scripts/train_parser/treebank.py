"""Sentences of a Universal Dependencies treebank."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word: a row of a CoNLL-U file with a whole number for its id."""

    form: str
    upos: str
    xpos: str
    feats: str  # as in the file: "Case=Nom|Number=Sing", "_" for none
    head: int  # 1 is the first word; 0: the root
    deprel: str  # with its subtype: "nsubj:pass"


Sentence = tuple[Word, ...]


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file that xz has packed; empty nodes and ranges are left out."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from read_sentences(lines)


def read_sentences(lines: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences that the lines of a CoNLL-U file hold."""
    words: list[Word] = []
    for line in lines:
        columns = line.rstrip("\n").split("\t")
        if columns[0].isdecimal():
            words.append(_read_word(columns))
        elif words and not line.strip():
            yield tuple(words)
            words = []
    if words:
        yield tuple(words)


def _read_word(columns: list[str]) -> Word:
    _, form, _, upos, xpos, feats, head, deprel, _, _ = columns
    return Word(form, upos, xpos, feats, int(head), deprel)
