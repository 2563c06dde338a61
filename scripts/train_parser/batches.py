"""Sentences as tensors, gathered into batches of like length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple, Protocol

import torch
from label_lists import LabelLists
from penholder_model_en.casing import letter_case
from tokenizers import Tokenizer
from torch import Tensor
from treebank import Sentence

START, END, UNKNOWN = 101, 102, 100  # [CLS], [SEP], [UNK] in MiniLM's vocabulary
NO_LABEL = -100  # what torch's cross entropy passes over


class Pieces(Protocol):
    """Splits words into sub-words."""

    def __call__(self, form: str) -> list[int]:
        """The numbers of a word's sub-words: one or more."""


class Batch(NamedTuple):
    """Whole numbers; (batch, pieces) the first three, (batch, words) the others."""

    pieces: Tensor
    cases: Tensor
    mask: Tensor
    first: Tensor
    words: Tensor
    upos: Tensor
    xpos: Tensor
    feats: Tensor
    head: Tensor
    deprel: Tensor

    @property
    def inputs(self) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """What the network reads."""
        return self.pieces, self.cases, self.mask, self.first, self.words


def read_pieces(path: str) -> Pieces:
    """The splitter of a tokenizer.json; it remembers each word's sub-words."""
    tokenizer, known = Tokenizer.from_file(path), dict[str, list[int]]()
    tokenizer.no_padding()
    tokenizer.no_truncation()

    def split(form: str) -> list[int]:
        if form not in known:
            known[form] = tokenizer.encode(form, add_special_tokens=False).ids or [UNKNOWN]
        return known[form]

    return split


def batches(sentences: Sequence[Sentence], pieces: Pieces, size: int) -> Iterator[list[Sentence]]:
    """Yield sentences of like length together, up to `size` sub-words with the padding."""
    lengths = [(_length(sentence, pieces), sentence) for sentence in sentences]
    batch: list[Sentence] = []
    for length, sentence in sorted(lengths, key=lambda pair: pair[0]):
        if batch and length * (len(batch) + 1) > size:
            yield batch
            batch = []
        batch.append(sentence)
    if batch:
        yield batch


def shuffled_batches(
    sentences: Sequence[Sentence], pieces: Pieces, size: int, chance: Random
) -> list[list[Sentence]]:
    """Batches in an order, and with neighbours, that differ from epoch to epoch."""
    mixed = list(sentences)
    chance.shuffle(mixed)
    found = list(batches(mixed, pieces, size))  # the sort is stable: equal lengths stay shuffled
    chance.shuffle(found)
    return found


def _length(sentence: Sentence, pieces: Pieces) -> int:
    return 2 + sum(len(pieces(word.form)) for word in sentence)


def as_batch(sentences: Sequence[Sentence], pieces: Pieces, labels: LabelLists) -> Batch:
    """The sentences' tensors, padded to the longest of them."""
    rows = [_row(sentence, pieces, labels) for sentence in sentences]
    padding = (0, 0, 0, 0, 0, NO_LABEL, NO_LABEL, NO_LABEL, NO_LABEL, NO_LABEL)
    columns = zip(zip(*rows, strict=True), padding, strict=True)
    return Batch(*(_padded(column, fill) for column, fill in columns))


def _row(sentence: Sentence, pieces: Pieces, labels: LabelLists) -> tuple[list[int], ...]:
    numbers, cases, first = [START], [0], []
    for word in sentence:
        first.append(len(numbers))
        own = pieces(word.form)
        numbers += own
        cases += [int(letter_case(word.form))] * len(own)
    numbers, cases = [*numbers, END], [*cases, 0]
    ids = labels.ids
    return (
        numbers,
        cases,
        [1] * len(numbers),
        first,
        [1] * len(first),
        [ids["upos"].get(word.upos, NO_LABEL) for word in sentence],
        [ids["xpos"].get(word.xpos, NO_LABEL) for word in sentence],
        [ids["feats"].get(word.feats, NO_LABEL) for word in sentence],
        [word.head for word in sentence],
        [ids["deprel"].get(word.deprel, NO_LABEL) for word in sentence],
    )


def _padded(rows: Sequence[list[int]], fill: int) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([row + [fill] * (width - len(row)) for row in rows])
