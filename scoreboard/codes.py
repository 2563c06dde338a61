"""Scores the PLOVER codes of sentences: the weights of four folds tell the fifth.

Near-duplicates share a fold, so that no sentence is told by its twin. The shipped weights, which
know these sentences, play no part; the examples of our own table teach in every fold, and none of
them is scored.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from zlib import crc32

from annotated import read_lines
from tally import Score, macro_f1

from penholder.find.codes.learning import learn
from penholder.find.codes.marked import Marked, example_of, table_examples
from penholder.find.codes.reader import read_code
from penholder.model.code import Code

_FOLDS = 5
# Two sentences that share this much of the shorter one's triples of words are one.
_ALIKE = 0.4
_MARKS = {"<s>": "<", "</s>": ">", "<t>": "{", "</t>": "}"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its parties and the code that an annotator gave it."""

    marked: Marked
    code: Code


def read_sentences(shared: Path) -> list[Sentence]:
    """Give the annotated sentences."""
    rows = read_lines(shared / "gold" / "events" / "plv_train.jsonl")
    return [
        Sentence(Marked.of(_marked(row["marked"])), Code(row["events"][0]["code"])) for row in rows
    ]


def _marked(words: str) -> str:
    return re.sub(r"</?[st]>", lambda mark: _MARKS[mark[0]], words)


def scores(shared: Path) -> Mapping[str, Score]:
    """Give the scores of sentences that the weights have not seen."""
    sentences = read_sentences(shared)
    told = list(_told(sentences))
    right = sum(one.code is code for one, code in zip(sentences, told, strict=True))
    return {
        "PLOVER codes, macro-F1": macro_f1([one.code for one in sentences], told),
        "PLOVER codes, right": Score(right, len(sentences)),
    }


def _told(sentences: Sequence[Sentence]) -> Iterator[Code | None]:
    """Yield the code of each sentence by weights learnt from the folds without it."""
    folds = _folds([one.marked.text for one in sentences])
    examples = [example_of(one.marked, one.code) for one in sentences]
    ours = list(table_examples())
    weights = [
        learn([*ours, *(one for one, own in zip(examples, folds, strict=True) if own != fold)])
        for fold in range(_FOLDS)
    ]
    for one, fold in zip(sentences, folds, strict=True):
        marked = one.marked
        yield read_code(marked.text, marked.source, marked.target, weights=weights[fold])


def _folds(texts: Sequence[str]) -> list[int]:
    """Give each text its fold; those that are alike, directly or by others between, share one."""
    group = list(range(len(texts)))
    for one, two in _alike(texts):
        old, new = group[two], group[one]
        group = [new if own == old else own for own in group]
    # A digest deals the groups out, so that neighbours in the file part.
    return [crc32(str(own).encode()) % _FOLDS for own in group]


def alike_to(texts: Sequence[str], known: Sequence[str]) -> frozenset[int]:
    """Give the places of the texts that are like one of those known."""
    first = len(texts)
    pairs = _alike([*texts, *known])
    return frozenset(one for one, two in pairs if one < first <= two)


def _alike(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    triples = [_triples(text) for text in texts]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, own in enumerate(triples):
        for triple in own:
            holders[triple].append(place)
    shared = Counter(pair for places in holders.values() for pair in combinations(places, 2))
    for (one, two), number in shared.items():
        if number > _ALIKE * min(len(triples[one]), len(triples[two])):
            yield one, two


def _triples(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(words, words[1:], words[2:], strict=False))
