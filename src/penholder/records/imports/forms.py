"""The forms of file that can be imported, with their titles and terms."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of file: what it is called, what it brings, and on which terms."""

    id: str
    title: str
    table: str
    covers: str
    terms: str
    whole: bool = False  # each file is the whole list and takes the place of the one before


@cache
def forms() -> Mapping[str, Form]:
    """Give every form by its id."""
    path = files("penholder.records.imports").joinpath("forms.toml")
    table = tomllib.loads(path.read_text("utf-8"))
    return {name: Form(id=name, **row) for name, row in table.items()}
