"""Reads the treebanks of Universal Dependencies, with the place of each word in its sentence's text."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A syntactic word as the treebank annotates it."""

    form: str
    start: int  # in the sentence's text
    end: int
    upos: str
    xpos: str
    feats: str  # "_": none
    head: int
    deprel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a treebank with its text as it was written."""

    text: str
    opens_paragraph: bool
    words: tuple[Word, ...]


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a .conllu.xz file."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            if block.strip():
                yield _sentence(block.split("\n"))


def _sentence(lines: list[str]) -> Sentence:
    text = next(line[9:] for line in lines if line.startswith("# text = "))
    rows = [line.split("\t") for line in lines if line and line[0] != "#"]
    return Sentence(
        text=text,
        opens_paragraph=any(line.startswith(("# newpar", "# newdoc")) for line in lines),
        words=tuple(_words(text, rows)),
    )


def _words(text: str, rows: list[list[str]]) -> Iterator[Word]:
    """Place each word; the parts of a multiword token share its text in the order they stand."""
    place, last_of_multiword, end_of_multiword = 0, 0, 0
    for row in rows:
        if "." in row[0]:  # an empty node of the enhanced graph
            continue
        if "-" in row[0]:
            last_of_multiword = int(row[0].split("-")[1])
            end_of_multiword = _find(text, row[1], place) + len(row[1])
            continue
        inside = int(row[0]) <= last_of_multiword
        start = _find(text, row[1], place)
        place = start + len(row[1])
        if inside and place > end_of_multiword:
            raise ValueError(f"{row[1]} is no part of its token in: {text}")
        yield Word(
            form=row[1], start=start, end=place, upos=row[3], xpos=row[4], feats=row[5],
            head=int(row[6]), deprel=row[7],
        )  # fmt: skip


def _find(text: str, form: str, place: int) -> int:
    while text[place : place + 1].isspace():
        place += 1
    if not text.startswith(form, place):
        raise ValueError(f"{form} does not stand at {place} of: {text}")
    return place
