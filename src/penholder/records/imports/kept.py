"""Keeps imported rows beside the shipped record: a file of JSON Lines, replaced whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from penholder.errors import RecordError
from penholder.records.imports.listings import Listing
from penholder.records.imports.meetings import Meeting
from penholder.records.imports.reading import Value
from penholder.records.load import Vote
from penholder.records.offices import Term
from penholder.records.vetoes import ListedVeto

_HEAD = {"penholder": "imported records", "version": 1}
_KINDS: dict[str, type[Any]] = {
    "votes": Vote, "vetoes": ListedVeto, "offices": Term, "meetings": Meeting, "sanctions": Listing,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An imported row with where it came from."""

    form: str
    on: str  # the day of the import
    place: str
    value: Value

    @property
    def key(self) -> str:
        """Give the key that later imports of the same row share."""
        value = self.value
        return value.symbol if isinstance(value, Vote) else value.row.key

    @property
    def table(self) -> str:
        """Give the table that the row belongs to."""
        return self.value.row.table


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """A file that was imported, and what came of it."""

    form: str
    file: str
    on: str
    rows: int
    new: int
    same: int
    conflict: int
    refused: int
    first: str  # the days of its rows
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All that was imported."""

    imports: tuple[Import, ...] = ()
    rows: tuple[Kept, ...] = ()


# How each line begins: the table comes first.
_START = '{"table": "'


def read_shelf(path: Path, tables: Collection[str] = tuple(_KINDS)) -> Shelf:
    """Give what was imported, of some tables only if asked; nothing where there is no file.

    Raises:
        RecordError: the file is broken, or is somebody else's.
    """
    if not path.exists():
        return Shelf()
    imports: list[Import] = []
    rows: list[Kept] = []
    for number, line in _lines(path):
        # Most lines are of tables that few commands ask for: their start tells.
        if not line.startswith(_START):
            raise _broken(f"{path}:{number}", f"the row does not begin with {_START}")
        named = line[len(_START) : line.find('"', len(_START))]
        try:
            if named == "imports":
                imports.append(Import(**json.loads(line)["import"]))
            elif named in tables:
                rows.append(_kept(named, json.loads(line)))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
            raise _broken(f"{path}:{number}", f"the row cannot be read ({fault})") from fault
    return Shelf(imports=tuple(imports), rows=tuple(rows))


def write_shelf(path: Path, shelf: Shelf) -> None:
    """Put a new file in the place of the old one, in one step.

    Raises:
        RecordError: the file cannot be written; the old one stands as it was.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}-", delete=False
        ) as file:
            temporary = Path(file.name)
            file.writelines(f"{line}\n" for line in _written(shelf))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as fault:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise RecordError(
            str(path),
            fault=f"the imported rows cannot be kept ({fault.strerror or fault})",
            remedy="Make room on the disk, or name another file in PENHOLDER_RECORDS; what was there before stands.",
        ) from fault


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        lines = path.read_text("utf-8").rstrip("\n").split("\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise _broken(str(path), f"the file cannot be read ({fault})") from fault
    if not lines or _said(lines[0]) != _HEAD:
        raise _broken(str(path), "this is no file of imported rows")
    yield from enumerate(lines[1:], start=2)


def _said(line: str) -> object:
    try:
        return json.loads(line)
    except ValueError:
        return None


def _broken(where: str, fault: str) -> RecordError:
    remedy = (
        "Move the file away and import its sources again, or name another in PENHOLDER_RECORDS."
    )
    return RecordError(where, fault=fault, remedy=remedy)


def _written(shelf: Shelf) -> Iterable[str]:
    yield json.dumps(_HEAD)
    for done in shelf.imports:
        yield json.dumps({"table": "imports", "import": asdict(done)}, ensure_ascii=False)
    for kept in shelf.rows:
        facts = {"table": kept.table, "form": kept.form, "on": kept.on, "place": kept.place}
        yield json.dumps(facts | {"row": asdict(kept.value)}, ensure_ascii=False)


def _kept(table: str, line: dict[str, Any]) -> Kept:
    row = {key: _tupled(value) for key, value in line["row"].items()}
    return Kept(form=line["form"], on=line["on"], place=line["place"], value=_KINDS[table](**row))


def _tupled(value: Any) -> Any:
    return tuple(map(_tupled, value)) if isinstance(value, list) else value
