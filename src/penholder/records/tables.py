"""Opens the tables of facts that ship with the package."""

from __future__ import annotations

import csv
import tomllib
from importlib.resources import files
from typing import Any


def rows(table: str) -> list[dict[str, str]]:
    """Give the rows of a CSV table."""
    return list(csv.DictReader(_text(f"{table}.csv").splitlines()))


def toml_rows(table: str, kind: str) -> list[dict[str, Any]]:
    """Give the entries of one kind of a TOML table."""
    found: list[dict[str, Any]] = tomllib.loads(_text(f"{table}.toml"))[kind]
    return found


def _text(name: str) -> str:
    return files("penholder.records").joinpath("data", name).read_text("utf-8")
