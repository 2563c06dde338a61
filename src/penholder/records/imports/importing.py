"""The way of an import: read the file, weigh its rows, keep what the record does not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from penholder.errors import SourceError
from penholder.records.imports.compare import (
    Known,
    Standing,
    Weighed,
    differences,
    weigh_value,
)
from penholder.records.imports.forms import Form, forms
from penholder.records.imports.kept import Import, Kept, Shelf, read_shelf, write_shelf
from penholder.records.imports.members import Seats
from penholder.records.imports.reading import Entry, Reading, Refusal, Value
from penholder.records.imports.recognise import read_import
from penholder.records.load import Vote
from penholder.records.offices import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came of importing a file."""

    done: Import
    form: Form
    conflicts: tuple[str, ...]  # "S/RES/400 (1976): 15-0-0, where the record has 13-0-2"
    refused: tuple[Refusal, ...]
    missing: tuple[str, ...]
    doubled: tuple[str, ...]
    kept_at: Path


def import_file(
    path: Path, shelf_path: Path, known: Known, seats: Seats, step: Callable[[int], None]
) -> Imported:
    """Import a file; one that cannot be read leaves what was imported before as it was.

    Raises:
        SourceError: the file cannot be read, is none that can be imported, or is an older list.
        RecordError: the imported rows cannot be kept.
    """
    read = read_import(path, seats, step)
    weighed = list(_weighed(read.entries, known))
    shelf = read_shelf(shelf_path)
    done = _done(path, read, weighed, {kept.value for kept in shelf.rows})
    _refuse_older(path, done, shelf)
    write_shelf(shelf_path, _renewed(shelf, done, weighed))
    return Imported(
        done=done,
        form=forms()[read.form],
        conflicts=tuple(
            f"{_name(entry)}: {one.told}"
            for entry, one in weighed
            if one.standing is Standing.CONFLICT
        ),
        refused=read.refused,
        missing=read.missing,
        doubled=read.doubled,
        kept_at=shelf_path,
    )


def _refuse_older(path: Path, done: Import, shelf: Shelf) -> None:
    """Keep a whole list from being replaced by an older one."""
    before = [one for one in shelf.imports if one.form == done.form and one.last > done.last]
    if before and forms()[done.form].whole:
        raise SourceError(
            str(path),
            fault=f"the list ends on {done.last}, and {before[-1].file}, imported before, on {before[-1].last}",
            remedy="Download a newer list",
        )


def _weighed(entries: Iterable[Entry], known: Known) -> Iterator[tuple[Entry, Weighed]]:
    """Weigh each row; a new vote that stands twice in the file is weighed against itself too."""
    seen: dict[str, Vote] = {}
    for entry in entries:
        value, weighed = entry.value, weigh_value(entry.value, known)
        if isinstance(value, Vote) and weighed.standing is Standing.NEW:
            if value.symbol in seen:
                weighed = _again(value, seen[value.symbol])
            seen.setdefault(value.symbol, value)
        yield entry, weighed


def _again(vote: Vote, before: Vote) -> Weighed:
    found = tuple(differences(vote, before))
    standing = Standing.CONFLICT if found else Standing.SAME
    return Weighed(standing=standing, differences=found)


def _done(
    path: Path, read: Reading, weighed: list[tuple[Entry, Weighed]], before: Set[Value]
) -> Import:
    """Give the numbers of an import; a row that an earlier import brought is the same, not new."""
    days = sorted(filter(None, [_day(entry) for entry, _ in weighed] + [read.made]))
    numbers = Counter(
        Standing.SAME if one.standing is Standing.NEW and entry.value in before else one.standing
        for entry, one in weighed
    )
    return Import(
        form=read.form,
        file=path.name,
        on=date.today().isoformat(),  # noqa: DTZ011  the user's own day
        rows=read.rows,
        new=numbers[Standing.NEW],
        same=numbers[Standing.SAME],
        conflict=numbers[Standing.CONFLICT],
        refused=len(read.refused),
        first=days[0] if days else "",
        last=days[-1] if days else "",
    )


def _renewed(shelf: Shelf, done: Import, weighed: list[tuple[Entry, Weighed]]) -> Shelf:
    """Give the shelf with this import's rows in the place of those its form had for them."""
    rows = [
        Kept(form=done.form, on=done.on, place=entry.place, value=entry.value)
        for entry, one in weighed
        if one.standing is not Standing.SAME
    ]
    here = {
        Kept(form=done.form, on=done.on, place="", value=entry.value).key for entry, _ in weighed
    }
    whole = forms()[done.form].whole
    stays = [
        kept for kept in shelf.rows if kept.form != done.form or not (whole or kept.key in here)
    ]
    imports = [
        one
        for one in shelf.imports
        if one.form != done.form or not (whole or one.file == done.file)
    ]
    return Shelf(imports=(*imports, done), rows=(*stays, *_last_of_each(rows)))


def _last_of_each(rows: list[Kept]) -> list[Kept]:
    """Give each vote once: one that stands twice in a file counts as it stands last."""
    votes = {kept.key: kept for kept in rows if isinstance(kept.value, Vote)}
    return [*votes.values(), *(kept for kept in rows if not isinstance(kept.value, Vote))]


def _day(entry: Entry) -> str:
    value = entry.value
    if isinstance(value, Term):
        return value.first
    return getattr(value, "date", "") or getattr(value, "listed", "")


def _name(entry: Entry) -> str:
    value = entry.value
    return value.symbol if isinstance(value, Vote) else value.row.key
