"""Copies a ledger, as it is at one moment, into a new file or database."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text

from penholder.errors import LedgerError, OutputError
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.merging import mark_all
from penholder.store.places import LedgerPlace
from penholder.store.sqlite_files import reading_address
from penholder.store.tables import COPIED, STORY_VERSIONS

# Rows that are held in memory at once; a story has up to some megabytes.
_BATCH = 50


def back_up(source: LedgerPlace, target: LedgerPlace) -> None:
    """Copy a ledger to a place where nothing is yet; others may read and write meanwhile.

    A file becomes a file; between a file and PostgreSQL, whichever way, the rows are copied.

    Raises:
        OutputError: the target is there already, or cannot be written; nothing is left there then.
        LedgerError: the ledger cannot be read.
    """
    if target.is_postgres:
        with read_ledger(source.named) as ledger:
            _copy_rows(ledger, target)
        return
    with _new_file(target.path) as path:
        if source.is_postgres:
            with read_ledger(source.named) as ledger:
                _copy_rows(ledger, LedgerPlace(str(path)))
        else:
            with read_ledger(source.named):  # it is a ledger of today's version
                _copy_file(source.path, path)


@contextmanager
def _new_file(target: Path) -> Iterator[Path]:
    """Give a file beside the target, that takes its name once it is whole."""
    if target.exists():
        raise OutputError(str(target), fault="the file is there already", remedy="Name another")
    if not target.parent.is_dir():
        raise OutputError(
            str(target),
            fault=f"there is no folder {target.parent}",
            remedy="Make it first, or name another place",
        )
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield part
        os.replace(part, target)  # noqa: PTH105
    except (OSError, sqlite3.Error) as fault:
        told = getattr(fault, "strerror", None) or str(fault)
        raise OutputError(
            str(target), fault=told, remedy="Make room on the disk, or write elsewhere"
        ) from fault
    finally:
        for leftover in target.parent.glob(f"{part.name}*"):
            with suppress(OSError):
                leftover.unlink()


def _copy_file(source: Path, part: Path) -> None:
    origin = sqlite3.connect(reading_address(source), uri=True, timeout=60)
    copy = sqlite3.connect(part)
    try:
        origin.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    finally:
        copy.close()
        origin.close()


def _copy_rows(ledger: Connection, target: LedgerPlace) -> None:
    with open_ledger(target.named) as copy, copy.engine.begin() as connection:
        if connection.execute(select(func.count()).select_from(STORY_VERSIONS)).scalar():
            raise OutputError(target.told, fault="a ledger is there already", remedy="Name another")
        for table in COPIED:
            for batch in _batches(ledger, table):
                connection.execute(insert(table), batch)
            _check_size(ledger, connection, table)
            if target.is_postgres:
                _count_on(connection, table)
        mark_all(connection)  # the copy makes its own events, the same


def _batches(ledger: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    last = 0
    while True:
        part = select(table).where(table.c.no > last).order_by(table.c.no).limit(_BATCH)
        rows = [dict(row) for row in ledger.execute(part).mappings()]
        if not rows:
            return
        yield rows
        last = rows[-1]["no"]


def _check_size(ledger: Connection, copy: Connection, table: Table) -> None:
    number = select(func.count()).select_from(table)
    there, here = ledger.execute(number).scalar(), copy.execute(number).scalar()
    if there != here:
        raise LedgerError(table.name, fault=f"{here} of {there} rows came over", remedy="Try again")


def _count_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number new rows after the copied ones."""
    connection.execute(
        text(
            f"SELECT setval(pg_get_serial_sequence('{table.name}', 'no'),"  # noqa: S608
            f" (SELECT coalesce(max(no), 0) + 1 FROM {table.name}), false)"
        )
    )
