"""Reads the word tables: TOML and CSV beside this file and the user's own, each once, on first use."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from penholder.errors import TableError
from penholder.tables.merging import merged, merged_rows
from penholder.tables.own import FACTS, own_tables, own_text
from penholder.tables.own_csv import parse_rows
from penholder.tables.own_toml import parse_table


@cache
def load_toml(name: str) -> Mapping[str, Any]:
    """Give the table `name`.toml as TOML has it, with the user's rows.

    Raises:
        TableError: the file is missing or is not TOML, or a row of the user's is broken.
    """
    shipped = shipped_toml(name)
    if name == "hints":
        return _hints_of_shipped(shipped)
    own = own_text(f"{name}.toml")
    return merged(name, shipped, parse_table(name, shipped, own)) if own else shipped


@cache
def load_csv(name: str) -> tuple[Mapping[str, str], ...]:
    """Give the rows of the table `name`.csv, each by column name, with the user's rows.

    Raises:
        TableError: the file is missing, or a row of the user's is broken.
    """
    shipped = shipped_csv(name)
    own = own_text(f"{name}.csv")
    if not own:
        return shipped
    return tuple(merged_rows(shipped, parse_rows(f"{name}.csv", tuple(shipped[0]), own)))


def check_own() -> None:
    """Read all of the user's tables of words, so that a broken row is refused before any story.

    Raises:
        TableError: one is broken.
    """
    for path in own_tables().values():
        if path.name in FACTS:
            continue
        load = load_toml if path.suffix == ".toml" else load_csv
        load(path.stem)


@cache
def shipped_csv(name: str) -> tuple[Mapping[str, str], ...]:
    """Give the rows of the table `name`.csv without the user's.

    Raises:
        TableError: the file is missing.
    """
    return tuple(csv.DictReader(_read(f"{name}.csv").splitlines()))


@cache
def shipped_toml(name: str) -> Mapping[str, Any]:
    """Give the table `name`.toml without the user's rows.

    Raises:
        TableError: the file is missing or is not TOML.
    """
    try:
        return tomllib.loads(_read(f"{name}.toml"))
    except tomllib.TOMLDecodeError as fault:
        raise TableError(f"{name}.toml", fault=str(fault), remedy="Mend the row.") from fault


def _hints_of_shipped(hints: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the hints of rows that stand as they ship: the user's match other words."""
    return {
        sort: {id_: words for id_, words in rows.items() if id_ in _unchanged(sort)}
        for sort, rows in hints.items()
    }


@cache
def _unchanged(sort: str) -> frozenset[str]:
    name = f"{sort}s"
    shipped = shipped_toml(name)[sort]
    return frozenset(row["id"] for row in load_toml(name)[sort] if row in shipped)


def _read(file_name: str) -> str:
    try:
        return files("penholder.tables").joinpath(file_name).read_text("utf-8")
    except FileNotFoundError as fault:
        raise TableError(
            file_name, fault="there is no such table", remedy="Install penholder anew."
        ) from fault
