"""A treebank as it is read: whole paragraphs, and where its sentences and words stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from treebanks import Sentence

from penholder.model.span import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The text of a paragraph, and its sentences with their places in it."""

    text: str
    sentences: tuple[tuple[Span, Sentence], ...]


def paragraphs_of(sentences: Iterable[Sentence]) -> Iterator[Paragraph]:
    """Yield the paragraphs; a blank stands between two sentences."""
    numbers = _numbered(sentences)
    for _, group in groupby(numbers, key=lambda one: one[0]):
        yield _paragraph([sentence for _, sentence in group])


def _numbered(sentences: Iterable[Sentence]) -> Iterator[tuple[int, Sentence]]:
    number = 0
    for sentence in sentences:
        number += sentence.opens_paragraph
        yield number, sentence


def _paragraph(sentences: list[Sentence]) -> Paragraph:
    placed, start = [], 0
    for sentence in sentences:
        placed.append((Span(start, start + len(sentence.text)), sentence))
        start += len(sentence.text) + 1
    return Paragraph(" ".join(sentence.text for sentence in sentences), tuple(placed))
