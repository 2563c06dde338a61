"""Reads and writes the weights: a line per feature, thousandths for each code, zeros left out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from penholder.find.codes.learning import CODES, Weights

NAME = "weights.tsv"


@cache
def load_weights() -> Weights:
    """Give the weights that are shipped; docs/codes.md says what they were learnt from."""
    return parse(files("penholder.find.codes").joinpath(NAME).read_text("utf-8"))


def parse(written: str) -> Weights:
    """Give the weights of a file's text: a head with the codes, then a row per feature."""
    head, *rows = (line.split("\t") for line in written.splitlines())
    if tuple(head[1:]) != CODES:
        raise ValueError("the weights are of other codes: run scripts/train_codes.py")
    return {name: [int(value or 0) / 1000 for value in values] for name, *values in rows}


def write(weights: Weights, path: Path) -> None:
    """Write the weights, in the order of their features."""
    rows = [("feature", *CODES), *(_row(name, weights[name]) for name in sorted(weights))]
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def _row(name: str, row: Sequence[float]) -> tuple[str, ...]:
    thousandths = (round(value * 1000) for value in row)
    return (name, *(str(value or "") for value in thousandths))
