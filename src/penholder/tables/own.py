"""The folder with the user's own rows: that of `use_tables`, else of PENHOLDER_TABLES."""

from __future__ import annotations

import os
import sys
from importlib.resources import files
from pathlib import Path

from penholder.tables.refusing import did_you_mean, refuse

VARIABLE = "PENHOLDER_TABLES"
# The tables of facts that users may add to.
FACTS = frozenset({"outlet_habits.csv"})
# The table that a script makes from others.
_MADE = frozenset({"hints.toml"})
_WHERE = f"Give --tables or {VARIABLE} a folder with tables."
# The folder that was named in this process; empty: none was, and the variable decides.
_named: list[Path] = []


def use_tables(folder: Path | None) -> None:
    """Read the tables with the rows of a folder from now on; None: as the variable says.

    Everything that was made from the tables before is forgotten.
    """
    _named[:] = [folder] if folder else []
    _forget()


def own_tables() -> dict[str, Path]:
    """Give the user's tables by file name; empty where no folder is named.

    Raises:
        TableError: the folder is none, or holds a file that is no table.
    """
    folder = own_folder()
    if folder is None:
        return {}
    if not folder.is_dir():
        refuse(str(folder), "this is no folder", _WHERE)
    return {path.name: _known(path) for path in sorted(folder.iterdir()) if _is_table(path)}


def own_folder() -> Path | None:
    """Give the folder, or None where none is named."""
    if _named:
        return _named[0]
    written = os.environ.get(VARIABLE)
    return Path(written) if written else None


def own_text(file_name: str) -> str | None:
    """Give the text of the user's table of that name, or None where there is none.

    Raises:
        TableError: it cannot be read.
    """
    if (path := own_tables().get(file_name)) is None:
        return None
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        refuse(str(path), f"it cannot be read ({fault})", "Save it as UTF-8.")


def table_names() -> tuple[str, ...]:
    """Give the file names of all tables that users may add to."""
    tables = {one.name for one in files("penholder.tables").iterdir()} - _MADE
    return tuple(sorted(FACTS | {name for name in tables if name.endswith((".toml", ".csv"))}))


def _is_table(path: Path) -> bool:
    """Say whether a file is meant as a table: notes and hidden files may lie beside them."""
    return path.is_file() and path.suffix in {".toml", ".csv"} and not path.name.startswith(".")


def _known(path: Path) -> Path:
    if path.name not in table_names():
        refuse(str(path), "there is no table of that name", did_you_mean(path.name, table_names()))
    return path


def _forget() -> None:
    """Clear every cache of penholder: what is kept may have been made from the tables."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] != "penholder":
            continue
        for value in list(vars(module).values()):
            if clear := getattr(value, "cache_clear", None):
                clear()
