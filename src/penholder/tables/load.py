"""Reads the word tables: TOML and CSV beside this file, each once, on first use."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from penholder.errors import TableError


@cache
def load_toml(name: str) -> Mapping[str, Any]:
    """Give the table `name`.toml as TOML has it.

    Raises:
        TableError: the file is missing or is not TOML.
    """
    try:
        return tomllib.loads(_read(f"{name}.toml"))
    except tomllib.TOMLDecodeError as fault:
        raise TableError(f"{name}.toml", fault=str(fault), remedy="Mend the row.") from fault


@cache
def load_csv(name: str) -> tuple[Mapping[str, str], ...]:
    """Give the rows of the table `name`.csv, each by column name.

    Raises:
        TableError: the file is missing.
    """
    return tuple(csv.DictReader(_read(f"{name}.csv").splitlines()))


def _read(file_name: str) -> str:
    try:
        return files("penholder.tables").joinpath(file_name).read_text("utf-8")
    except FileNotFoundError as fault:
        raise TableError(
            file_name, fault="there is no such table", remedy="Install penholder anew."
        ) from fault
