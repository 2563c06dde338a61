"""The rows of the word tables, for people who look for one or want to add another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from penholder.errors import NotFoundError
from penholder.tables.load import load_csv, load_toml, shipped_csv, shipped_toml
from penholder.tables.own import FACTS, table_names
from penholder.tables.refusing import did_you_mean

# Cells that are told in their own way.
_TOLD = frozenset({"id", "name", "examples", "near"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRow:
    """One row, or one section of a table that has no rows."""

    table: str
    part: str  # the name of the rows or of the section
    id: str | None  # None: its rows have none
    cells: Mapping[str, Any]
    own: bool  # whether it is the user's

    def as_json(self) -> dict[str, Any]:
        """Give the row as `--json` prints it."""
        named = {"table": self.table, "part": self.part, "id": self.id, "own": self.own}
        return {**named, "cells": dict(self.cells)}


def word_tables() -> tuple[str, ...]:
    """Give the names of the tables of words."""
    return tuple(name.partition(".")[0] for name in table_names() if name not in FACTS)


def find_words(table: str | None, search: str | None) -> Iterator[WordRow]:
    """Yield the rows of a table, or of all, that hold a text in whatever case.

    Raises:
        NotFoundError: there is no such table.
    """
    if table and table not in word_tables():
        raise NotFoundError(
            table, fault="there is no such table", remedy=did_you_mean(table, word_tables())
        )
    wanted = (search or "").casefold()
    for name in [table] if table else word_tables():
        yield from (row for row in _rows(name) if wanted in _text(row).casefold())


def lines_of(row: WordRow) -> Iterator[str]:
    """Yield a row for people: its cells, then what it matches and what it must not."""
    own = "  (yours)" if row.own else ""
    yield f"{row.table}, {row.part}{f' {row.id}' if row.id else ''}{own}"
    for key, value in row.cells.items():
        if key not in _TOLD and value not in ("", []):
            yield f"  {key}: {_told(value)}"
    yield from (f'  matches "{words}"' for words in row.cells.get("examples", ()))
    yield from (f'  leaves "{words}"' for words in row.cells.get("near", ()))


def _rows(name: str) -> Iterator[WordRow]:
    if f"{name}.csv" in table_names():
        shipped = shipped_csv(name)
        for row in load_csv(name):
            first = next(iter(row.values()))
            yield WordRow(table=name, part="row", id=first, cells=row, own=row not in shipped)
        return
    for part, value in load_toml(name).items():
        yield from _part(name, part, value, shipped_toml(name)[part])


def _part(name: str, part: str, value: Any, shipped: Any) -> Iterator[WordRow]:
    for id_, cells, as_shipped in _pieces(value, shipped):
        yield WordRow(table=name, part=part, id=id_, cells=cells, own=not as_shipped)


def _pieces(
    value: Any,
    shipped: Any,
) -> Iterator[tuple[str | None, Mapping[str, Any], bool]]:
    """Yield the rows of a part: its own ones, else the section as one, else each of its entries."""
    if isinstance(value, Mapping):
        if "words" in value or "examples" in value:
            yield None, value, value == shipped
            return
        for key, one in value.items():
            yield key, {"words": one}, shipped.get(key) == one
    elif isinstance(value[0], Mapping):
        yield from ((row.get("id"), row, row in shipped) for row in value)
    else:
        yield None, {"words": value}, value == shipped


def _text(row: WordRow) -> str:
    return " ".join((row.part, row.id or "", *map(_told, row.cells.values()), *row.cells))


def _told(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} = {_told(one)}" for key, one in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
