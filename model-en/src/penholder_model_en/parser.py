"""Parses sentences with the network of this package, on one core."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from penholder_model_en.labels import Labels, load_labels
from penholder_model_en.pieces import Pieces, Row
from penholder_model_en.trees import best_tree, is_tree

# Of one sentence: upos, xpos, feats, head (from 1 on; 0: the root) and deprel, one per word.
Analysis = tuple[list[str], list[str], list[str], list[int], list[str]]

# Pieces in one run of the network, padding included: enough to fill the core, few enough to stay in
# its cache.
_BATCH = 1500


class Parser:
    """Takes sentences as lists of words; gives an analysis of each, in their order."""

    def __init__(self, folder: Path) -> None:
        self._pieces = Pieces(folder / "tokenizer.json")
        self._labels: Labels = load_labels(folder / "labels.json")
        self._session = _session(folder / "parser.int8.onnx")
        self._outputs = [output.name for output in self._session.get_outputs()]

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        """Parse sentences; those of like length go through the network together."""
        found: list[list[tuple[int, Analysis]]] = [[] for _ in sentences]
        rows = sorted(self._pieces.rows(sentences), key=lambda row: len(row.ids))
        for batch in _batches([row for row in rows if row.starts]):
            for row, analysis in zip(batch, self._run(batch), strict=True):
                found[row.sentence].append((row.first_word, analysis))
        return [_joined(sorted(parts)) for parts in found]

    def _run(self, batch: Sequence[Row]) -> Iterator[Analysis]:
        told = dict(
            zip(self._outputs, self._session.run(self._outputs, _inputs(batch)), strict=True)
        )
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


def _batches(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield rows of like length together; `rows` come shortest first."""
    batch: list[Row] = []
    for row in rows:
        if batch and len(row.ids) * (len(batch) + 1) > _BATCH:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def _inputs(batch: Sequence[Row]) -> dict[str, np.ndarray[Any, Any]]:
    """Give ids and att (rows, pieces), first and wm (rows, words), filled up with 0."""
    pieces, words = max(len(r.ids) for r in batch), max(len(r.starts) for r in batch)
    zeros = partial(np.zeros, dtype=np.int64)
    ids, att = zeros((len(batch), pieces)), zeros((len(batch), pieces))
    first, wm = zeros((len(batch), words)), zeros((len(batch), words))
    for at, row in enumerate(batch):
        ids[at, : len(row.ids)] = row.ids
        att[at, : len(row.ids)] = 1
        first[at, : len(row.starts)] = row.starts
        wm[at, : len(row.starts)] = 1
    return {"ids": ids, "att": att, "first": first, "wm": wm}


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
