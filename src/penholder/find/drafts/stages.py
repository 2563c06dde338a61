"""Tells how far a draft resolution has come, by the rows of tables/stages.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from penholder.find.phrases import any_of
from penholder.model.actor import ActorId
from penholder.model.statement import Polarity, Statement, StatementKind
from penholder.tables.load import load_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    stage: str
    kinds: frozenset[StatementKind]
    polarities: frozenset[Polarity]
    words: re.Pattern[str] | None
    by: frozenset[ActorId]
    dated: bool  # only where a time is told


def stage_of(statement: Statement) -> str | None:
    """Give the stage that a statement tells of a draft; None: of none, or not of one draft."""
    row = next((row for row in _rows() if _fits(row, statement)), None)
    return row.stage if row and _is_of_one(statement.text) else None


def is_definite(words: str) -> bool:
    """Say whether words take up a draft that was told of: "the text", "it", or no noun at all."""
    noun = _noun().search(words)
    return noun is None or bool(noun["definite"])


def names_no_draft(words: str) -> bool:
    """Say whether words have no noun for a draft: "was vetoed by Russia"."""
    return _noun().search(words) is None


def _fits(row: _Row, statement: Statement) -> bool:
    return (
        statement.kind in row.kinds
        and statement.polarity in row.polarities
        and (row.words is None or row.words.search(statement.text) is not None)
        and (not row.dated or statement.when is not None)
        and (not row.by or any(actor.id in row.by for actor in statement.actor))
    )


def _is_of_one(words: str) -> bool:
    """Say whether words are of one draft: not of "six resolutions" or "any such text"."""
    if _any().search(words):
        return False
    noun = _noun().search(words)
    return noun is None or not noun["several"]


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(_row(row) for row in load_toml("stages")["stage"])


def _row(row: Mapping[str, Any]) -> _Row:
    words = row.get("words")
    return _Row(
        stage=row["stage"],
        kinds=frozenset(map(StatementKind, row["kinds"])),
        polarities=frozenset(map(Polarity, row["polarities"])),
        words=re.compile(any_of(words), re.IGNORECASE) if words else None,
        by=frozenset(map(ActorId, row.get("by", ()))),
        dated=row.get("dated", False),
    )


@cache
def _noun() -> re.Pattern[str]:
    """Give the pattern of the first noun for a draft, with what stands before it."""
    nouns = load_toml("stages")["nouns"]
    several, one = any_of(nouns["several"]), any_of(nouns["one"])
    before = rf"(?:(?P<definite>{any_of(nouns['definite'])})\s+(?:[\w.\-’']+\s+){{0,3}}?)?"
    return re.compile(rf"{before}(?:(?P<several>{several})|{one})", re.IGNORECASE)


@cache
def _any() -> re.Pattern[str]:
    nouns = load_toml("stages")["nouns"]
    noun = any_of((*nouns["one"], *nouns["several"]))
    return re.compile(
        rf"{any_of(nouns['any'])}\s+(?:been\s+)?(?:[\w.\-’']+\s+){{0,3}}?(?:{noun}|blocked|vetoed)",
        re.IGNORECASE,
    )
