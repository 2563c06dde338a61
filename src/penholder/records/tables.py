"""Opens the tables of facts that ship with the package."""

from __future__ import annotations

import csv
import tomllib
from importlib.resources import files
from typing import Any

from penholder.errors import RecordError


def rows(table: str) -> list[dict[str, str]]:
    """Give the rows of a CSV table.

    Raises:
        RecordError: the table is missing, or a row has not a cell for each column.
    """
    read = csv.reader(_text(f"{table}.csv").splitlines())
    names = next(read)
    try:
        return [dict(zip(names, cells, strict=True)) for cells in read]
    except ValueError as fault:
        raise RecordError(
            f"{table}.csv:{read.line_num}",
            fault=f"the row has not {len(names)} cells, as the first one has",
            remedy="Mend the row.",
        ) from fault


def toml_rows(table: str, kind: str) -> list[dict[str, Any]]:
    """Give the entries of one kind of a TOML table.

    Raises:
        RecordError: the table is missing or is not TOML.
    """
    try:
        found: list[dict[str, Any]] = tomllib.loads(_text(f"{table}.toml"))[kind]
    except (tomllib.TOMLDecodeError, KeyError) as fault:
        raise RecordError(f"{table}.toml", fault=str(fault), remedy="Mend the table.") from fault
    return found


def _text(name: str) -> str:
    try:
        return files("penholder.records").joinpath("data", name).read_text("utf-8")
    except FileNotFoundError as fault:
        raise RecordError(
            name, fault="there is no such table", remedy="Install penholder anew."
        ) from fault
