"""Finds the parser: none ships with penholder, and any package may bring one.

A package names its parser in the entry point group `penholder.parsers`. The entry point is a function
that takes what stands behind the colon of `NAME:ARGUMENT` (or "") and gives a parser.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from penholder.errors import ParserError

# Of one sentence: upos, xpos, feats, head (from 1 on; 0: the root) and deprel, one per word.
Analysis = tuple[Sequence[str], Sequence[str], Sequence[str], Sequence[int], Sequence[str]]
# Sentences as lists of words; gives an analysis of each, in their order (None: it has none).
Parser = Callable[[Sequence[Sequence[str]]], Sequence[Analysis | None]]

GROUP = "penholder.parsers"
DEFAULT = "en"  # the parser of the distribution penholder-model-en
NONE = "none"

_asked_for: ContextVar[str | None] = ContextVar("_asked_for", default=None)


@contextmanager
def use_parser(name: str | None) -> Iterator[None]:
    """Use the parser called `NAME` or `NAME:ARGUMENT` for a while; None: the one that is used anyhow.

    Raises:
        ParserError: no installed package brings such a parser.
    """
    before = _asked_for.set(name or _asked_for.get())
    try:
        if chosen():
            _entry_point(chosen())
        yield
    finally:
        _asked_for.reset(before)


def has_parser() -> bool:
    """Say whether sentences are parsed."""
    return bool(chosen())


def parser_is_missing() -> bool:
    """Say whether sentences go without a parser although nobody asked for that."""
    return not has_parser() and _named() is None


def chosen() -> str:
    """Give the parser's name: the one asked for, else "en" if installed, else "" for none."""
    named = _named()
    if named is not None:
        return "" if named == NONE else named
    return DEFAULT if DEFAULT in installed() else ""


def _named() -> str | None:
    return _asked_for.get() or os.environ.get("PENHOLDER_PARSER") or None


@cache
def installed() -> dict[str, EntryPoint]:
    """Give the parsers that packages bring, by name."""
    return {point.name: point for point in entry_points(group=GROUP)}


@cache
def load_parser(name: str) -> Parser:
    """Give the parser called `NAME` or `NAME:ARGUMENT`.

    Raises:
        ParserError: there is none, or its package is broken.
    """
    point = _entry_point(name)
    try:
        parser: Parser = point.load()(name.partition(":")[2])
    except ParserError:
        raise
    except Exception as fault:  # a package of others may raise anything
        raise ParserError(
            f"parser {name}",
            fault=f"it cannot be loaded: {fault}",
            remedy="Install its package anew, or read without a parser: --parser none",
        ) from fault
    return parser


def _entry_point(name: str) -> EntryPoint:
    point = installed().get(name.partition(":")[0])
    if point is None:
        raise ParserError(
            f"parser {name}",
            fault="no installed package brings it",
            remedy=f"Give one of {', '.join(sorted(installed()))} or {NONE}",
        )
    return point
