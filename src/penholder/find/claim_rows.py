"""The rows of tables/claims.toml, compiled, and the places in a text that they match."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from penholder.find.hints import Needs, may_match, needs_of, seen_in
from penholder.find.lengths import LENGTH
from penholder.find.numbers import TENS, ordinal_pattern
from penholder.find.phrases import blanks
from penholder.model.claim import ClaimType, Comparator
from penholder.tables.load import load_toml


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One way of writing a checkable clause."""

    id: str
    type: ClaimType
    pattern: re.Pattern[str]
    needs: Needs  # what a sentence must hold for a match

    @property
    def counts(self) -> bool:
        """Say whether the row reads a number and the noun that it counts."""
        return {"number", "noun"} <= set(self.pattern.groupindex)


# Sentences of a long story, times the types of claims that several finders ask for.
@lru_cache(maxsize=4096)
def matches(
    text: str, start: int, end: int, type_: ClaimType, only: frozenset[str] = frozenset()
) -> tuple[tuple[str, re.Match[str]], ...]:
    """Give the row id and the match of each row of a claim type between two offsets.

    Args:
        text: a story's text.
        start: where to begin.
        end: where to stop.
        type_: the rows' type.
        only: the ids of the rows that are wanted; empty: all.
    """
    return tuple(
        (row.id, match)
        for row in rows_for(text, start, end, type_)
        if not only or row.id in only
        for match in row.pattern.finditer(text, start, end)
    )


def rows_for(text: str, start: int, end: int, type_: ClaimType) -> list[ClaimRow]:
    """Give the rows of a claim type that may match between two offsets, in the table's order."""
    seen = seen_in(text, start, end)
    return [row for row in _rows_of(type_) if may_match(row.needs, seen)]


@cache
def _rows_of(type_: ClaimType) -> tuple[ClaimRow, ...]:
    return tuple(row for row in claim_rows() if row.type is type_)


@cache
def claim_rows() -> tuple[ClaimRow, ...]:
    """Give all rows in the order of the table."""
    return tuple(_row(row) for row in load_toml("claims")["claim"])


@cache
def comparators() -> Mapping[str, Comparator]:
    """Give the comparator that each word stands for: "over" → more_than."""
    table: Mapping[str, list[str]] = load_toml("claims")["comparators"]
    return {word: Comparator(name) for name, words in table.items() for word in words}


def expanded(pattern: str) -> str:
    """Give a pattern of the table with its macros written out."""
    for name, part in _macros().items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern


def _row(row: Mapping[str, Any]) -> ClaimRow:
    pattern = re.compile(blanks(expanded(row["pattern"])), re.IGNORECASE)
    like = row.get("like", row["id"])  # a row of the user's is read as a shipped one
    return ClaimRow(like, ClaimType(row["type"]), pattern, needs_of("claim", row["id"]))


@cache
def _macros() -> dict[str, str]:
    table = load_toml("claims")["macros"]
    numbers = load_toml("numbers")
    cardinals = "|".join(sorted(numbers["cardinal"], key=len, reverse=True))
    return {
        "ORD": ordinal_pattern(),
        "NUM": rf"(?:\d+(?:,\d{3})*(?![\w%]|[.,]\d)|(?:a|one|two|three|four|five) dozen|(?:{TENS})-(?:{cardinals})|"
        rf"{cardinals})(?!-)",
        "VAGUE": "|".join(sorted(numbers["vague"], key=len, reverse=True)).join(("(?:", ")")),
        "LEN": LENGTH,
        "CMP": table["CMP"],
        "BODY": table["BODY"],
        "OWN": table["OWN"],
        "NP": table["NP"].replace("{HEAD}", table["HEAD"]),
        "HEAD": table["HEAD"],
        "C": table["C"],
    }
