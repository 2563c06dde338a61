"""Parses sentences with the network of this package, on one core."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import onnxruntime

from penholder_model_en.batches import batches_of, inputs_of
from penholder_model_en.labels import Labels, load_labels
from penholder_model_en.pieces import Pieces, Row
from penholder_model_en.trees import best_tree, is_tree

# Of one sentence: upos, xpos, feats, head (from 1 on; 0: the root) and deprel, one per word.
Analysis = tuple[list[str], list[str], list[str], list[int], list[str]]


class Parser:
    """Takes sentences as lists of words; gives an analysis of each, in their order."""

    def __init__(self, folder: Path) -> None:
        self._pieces = Pieces(folder / "tokenizer.json")
        self._labels: Labels = load_labels(folder / "labels.json")
        self._session = _session(folder / "parser.int8.onnx")
        self._inputs = {one.name for one in self._session.get_inputs()}
        self._outputs = [one.name for one in self._session.get_outputs()]

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        """Parse sentences; those of like length go through the network together."""
        found: list[list[tuple[int, Analysis]]] = [[] for _ in sentences]
        rows = sorted(self._pieces.rows(sentences), key=lambda row: len(row.ids))
        for batch in batches_of([row for row in rows if row.starts]):
            for row, analysis in zip(batch, self._run(batch), strict=True):
                found[row.sentence].append((row.first_word, analysis))
        return [_joined(sorted(parts)) for parts in found]

    def _run(self, batch: Sequence[Row]) -> Iterator[Analysis]:
        given = {k: v for k, v in inputs_of(batch).items() if k in self._inputs}
        told = dict(zip(self._outputs, self._session.run(self._outputs, given), strict=True))
        for at, row in enumerate(batch):
            mine = {name: rows[at, : len(row.starts)] for name, rows in told.items()}
            yield self._analysis(mine, len(row.starts))

    def _analysis(self, mine: dict[str, Any], words: int) -> Analysis:
        named = self._labels
        heads: list[int] = mine["head"].tolist()
        if not is_tree(heads):
            heads = best_tree(mine["arc"][:, : words + 1])
        feats = (
            [named.feats[i] for i in mine["feats"].tolist()] if "feats" in mine else [""] * words
        )
        relations = [named.deprel[i] for i in mine["rel"].tolist()]
        return (
            [named.upos[i] for i in mine["upos"].tolist()],
            [named.xpos[i] for i in mine["xpos"].tolist()],
            ["" if one == "_" else one for one in feats],
            heads,
            list(map(_fitting, relations, heads)),
        )


def load_parser(argument: str = "") -> Parser:
    """Give the parser of a folder: `argument`, else that of PENHOLDER_PARSER_DIR, else the package's.

    The folder holds parser.int8.onnx, labels.json and tokenizer.json.
    """
    folder = argument or os.environ.get("PENHOLDER_PARSER_DIR")
    return Parser(Path(folder) if folder else Path(__file__).with_name("weights"))


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _fitting(relation: str, head: int) -> str:
    """Give the relation, mended where the tree gave the word another head than it liked best."""
    if head == 0:
        return "root"
    return "parataxis" if relation == "root" else relation


def _joined(parts: Sequence[tuple[int, Analysis]]) -> Analysis:
    """Join the parts of a long sentence: later roots hang from the first."""
    joined: Analysis = ([], [], [], [], [])
    for first_word, (upos, xpos, feats, heads, relations) in parts:
        main = joined[3].index(0) + 1 if joined[3] else 0
        joined[0].extend(upos)
        joined[1].extend(xpos)
        joined[2].extend(feats)
        joined[3].extend(head + first_word if head else main for head in heads)
        joined[4].extend("parataxis" if main and r == "root" else r for r in relations)
    return joined
