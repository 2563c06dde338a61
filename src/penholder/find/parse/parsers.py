"""Finds the parser: none ships with penholder, and any package may bring one.

A package names its parser in the entry point group `penholder.parsers`. The entry point is a function
that takes what stands behind the colon of `NAME:ARGUMENT` (or "") and gives a parser.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points

# Of one sentence: upos, xpos, feats, head (from 1 on; 0: the root) and deprel, one per word.
Analysis = tuple[Sequence[str], Sequence[str], Sequence[str], Sequence[int], Sequence[str]]
# Sentences as lists of words; gives an analysis of each, in their order.
Parser = Callable[[Sequence[Sequence[str]]], Sequence[Analysis]]

GROUP = "penholder.parsers"
DEFAULT = "en"  # the parser of the distribution penholder-model-en


def has_parser() -> bool:
    """Say whether sentences can be parsed here."""
    return bool(chosen())


def chosen() -> str:
    """Give the name of the parser to use: PENHOLDER_PARSER's, else "en" if installed, else ""."""
    named = os.environ.get("PENHOLDER_PARSER")
    if named is not None:
        return "" if named == "none" else named
    return DEFAULT if DEFAULT in installed() else ""


@cache
def installed() -> dict[str, EntryPoint]:
    """Give the parsers that packages bring, by name."""
    return {point.name: point for point in entry_points(group=GROUP)}


@cache
def load_parser(name: str) -> Parser:
    """Give the parser called `NAME` or `NAME:ARGUMENT`."""
    point, _, argument = name.partition(":")
    parser: Parser = installed()[point].load()(argument)
    return parser
