"""Imports files into the record and tells what came of each."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

import click

from penholder.errors import SourceError
from penholder.records.imports.compare import known_of
from penholder.records.imports.importing import Imported, import_file
from penholder.records.imports.members import seats_by_year
from penholder.records.imports.place import records_path
from penholder.records.load import load_records, load_shipped
from penholder.serve.lines import folded

# So many conflicts and refusals of a file are told one by one; of the rest, the number.
_TOLD = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesDone:
    """How many files were imported, and how many could not be."""

    read: int
    failed: int


def import_files(files: Iterable[Path], *, as_lines: bool) -> FilesDone:
    """Import each file and print what came of it; faults go to standard error."""
    shipped = load_shipped()
    known, seats = known_of(shipped), seats_by_year(shipped.seats)
    done = failed = 0
    for path in files:
        try:
            with _progress(path) as step:
                found = import_file(path, records_path(), known, seats, step)
        except SourceError as fault:
            failed += 1
            click.echo(str(fault), err=True)
            continue
        done += 1
        told = [json.dumps(_as_json(found), ensure_ascii=False)] if as_lines else tell_import(found)
        for line in told if as_lines else chain.from_iterable(map(folded, told)):
            click.echo(line)
    load_records.cache_clear()
    return FilesDone(read=done, failed=failed)


@contextmanager
def _progress(path: Path) -> Iterator[Callable[[int], None]]:
    """Give what says how many rows are read, where somebody watches; the line is wiped afterwards."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    width = 0

    def step(rows: int) -> None:
        nonlocal width
        told = f"{path.name}: {rows:,} rows read"
        width = max(width, len(told))
        click.echo(f"\r{told}", err=True, nl=False)

    try:
        yield step
    finally:
        click.echo(f"\r{' ' * width}\r", err=True, nl=False)


def _as_json(found: Imported) -> dict[str, object]:
    return asdict(found.done) | {
        "title": found.form.title, "table": found.form.table, "conflicts": list(found.conflicts),
        "refusals": [asdict(one) for one in found.refused], "missing": list(found.missing),
        "doubled": list(found.doubled), "kept_at": str(found.kept_at), "terms": found.form.terms,
    }  # fmt: skip


def tell_import(found: Imported) -> Iterator[str]:
    """Yield what came of a file: its numbers, conflicts, refusals, and the terms of use."""
    done = found.done
    yield f"{done.file}: {found.form.title}"
    days = f", {done.first} to {done.last}" if done.first else ""
    yield (
        f"  {done.rows:,} rows read{days}: {done.new:,} new, {done.same:,} the same, "
        f"{done.conflict:,} in conflict, {done.refused:,} refused"
    )
    yield from _some(
        "in conflict; both readings are kept, and `penholder vote` says which one stands",
        found.conflicts,
    )
    yield from _some("refused; none of these is used", [one.told for one in found.refused])
    if found.missing:
        yield f"  not in the file: {_listed(found.missing)}"
    if found.doubled:
        yield f"  more than once in the file: {_listed(found.doubled)}"
    yield f"  kept in {found.kept_at}"
    yield f"  terms of use: {found.form.terms}"


def _listed(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - _TOLD:,} more" if len(names) > _TOLD else ""
    return ", ".join(names[:_TOLD]) + more


def _some(label: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield the first lines under a label, and how many more there are."""
    told = list(lines)
    if told:
        yield f"  {label}:"
    yield from (f"    {line}" for line in told[:_TOLD])
    if len(told) > _TOLD:
        yield f"    and {len(told) - _TOLD:,} more; --json lists them all"
