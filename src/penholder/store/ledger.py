"""Opens the ledger and keeps checked stories in it, one transaction for each story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, insert, update
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from penholder.errors import LedgerError
from penholder.model.reading import CheckedStory
from penholder.store.creating import check, prepare
from penholder.store.engines import engine_of
from penholder.store.merging import mark_unmerged, merge_ledger, threads_of
from penholder.store.places import LedgerPlace, place_named
from penholder.store.rows import (
    Values,
    claim_rows,
    quote_rows,
    statement_rows,
    version_row,
    writable,
)
from penholder.store.tables import CLAIMS, QUOTES, STATEMENTS, STORY_VERSIONS
from penholder.store.versions import key_of, newest, same_text, seen_at, versions_of


@dataclass(frozen=True, slots=True)
class OpenLedger:
    """A ledger that can be written, or only read."""

    engine: Engine
    place: LedgerPlace


@contextmanager
def open_ledger(named: str | Path) -> Iterator[OpenLedger]:
    """Open the ledger for writing, new if there is none, brought up to date if it is old.

    What was saved is merged into events at the end; if it does not come to that, at the next opening.

    Raises:
        LedgerError: it is not a ledger of ours, or cannot be read or written.
    """
    place = place_named(named)
    _make_folder(place)
    with told_faults(place), _engine(place, read_only=False) as engine:
        with engine.begin() as connection:
            prepare(connection, place)
        _log_ahead(engine)
        merge_ledger(engine)
        yield OpenLedger(engine, place)
        merge_ledger(engine)


@contextmanager
def read_ledger(named: str | Path) -> Iterator[Connection]:
    """Open a ledger for reading alone, as it is at this moment; who writes meanwhile does no harm.

    Raises:
        LedgerError: there is none, it is not one of ours or of another version, or it cannot be read.
    """
    place = place_named(named)
    if not place.is_postgres and not place.path.exists():
        raise LedgerError(
            place.told,
            fault="there is no ledger yet",
            remedy="Read stories with penholder read, or name another with --ledger",
        )
    with (
        told_faults(place),
        _engine(place, read_only=True) as engine,
        engine.connect() as connection,
        connection.begin(),
    ):
        check(connection, place)
        yield connection


def _make_folder(place: LedgerPlace) -> None:
    if place.is_postgres:
        return
    try:
        place.path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise _told(place, fault.strerror or str(fault)) from fault


@contextmanager
def _engine(place: LedgerPlace, *, read_only: bool) -> Iterator[Engine]:
    engine = engine_of(place, read_only=read_only)
    try:
        yield engine
    finally:
        engine.dispose()


def _log_ahead(engine: Engine) -> None:
    """Let a SQLite file be read while it is written."""
    if engine.dialect.name != "sqlite":
        return
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


@contextmanager
def told_faults(place: LedgerPlace) -> Iterator[None]:
    """Tell the faults of a database and of its disk as errors of the ledger."""
    try:
        yield
    except DBAPIError as fault:
        raise _told(place, str(fault.orig).split("\n", 1)[0]) from fault
    except SQLAlchemyError as fault:
        raise _told(place, str(fault).split("\n", 1)[0]) from fault


def _told(place: LedgerPlace, fault: str) -> LedgerError:
    return LedgerError(
        place.told,
        fault=fault,
        remedy="Check the disk and the file, or name another with --ledger",
    )


def save_story(ledger: OpenLedger, checked: CheckedStory, told: Mapping[str, Any]) -> None:
    """Keep a story with all that was found in it, whole or not at all.

    A story with the same id, address or file is replaced; where its words have changed, the old ones
    are kept as a version. `told` is the story by the output contract.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    with told_faults(ledger.place), ledger.engine.begin() as connection:
        save_within(connection, checked, told)


def save_within(connection: Connection, checked: CheckedStory, told: Mapping[str, Any]) -> None:
    """Keep a story inside a transaction of the caller's."""
    told = writable(told)
    row = version_row(told)
    key = _taken(connection, key_of(connection, row))
    held = versions_of(connection, key)
    same = same_text(held, row)
    no = same.no if same else _add(connection, key, row, held)
    if same:
        connection.execute(update(STORY_VERSIONS).where(STORY_VERSIONS.c.no == no).values(**row))
    stands = newest(versions_of(connection, key))
    if stands.no != no:
        return  # a newer version stands already, with its parts
    statements = list(statement_rows(checked, told))
    new = {row["thread"] for row in statements if isinstance(row["thread"], str)}
    # Before any row is touched: who merges a thread holds its mark first as well.
    mark_unmerged(connection, new | threads_of(connection, (other.no for other in held)))
    for other in held:
        _make_past(connection, other.no)
    now = update(STORY_VERSIONS).where(STORY_VERSIONS.c.no == no).values(current=True)
    connection.execute(now)
    _fill(connection, STATEMENTS, no, statements)
    _fill(connection, QUOTES, no, quote_rows(told))
    _fill(connection, CLAIMS, no, claim_rows(told))


def _taken(connection: Connection, key: str) -> str:
    """Let whoever saves the same story elsewhere wait; SQLite has one writer at a time anyhow."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (key,))
    return key


def _add(connection: Connection, key: str, row: Values, held: Iterable[Any]) -> int:
    sequence = max((one.sequence for one in held), default=0) + 1
    seen = seen_at(str(row["source"]))
    new = insert(STORY_VERSIONS).values(key=key, sequence=sequence, seen=seen, **row)
    (no,) = connection.execute(new).inserted_primary_key or (0,)
    return int(no)


def _make_past(connection: Connection, no: int) -> None:
    """Take the parts of a version away."""
    for table in (STATEMENTS, QUOTES, CLAIMS):
        connection.execute(delete(table).where(table.c.version == no))
    past = update(STORY_VERSIONS).where(STORY_VERSIONS.c.no == no).values(current=False)
    connection.execute(past)


def _fill(connection: Connection, table: Table, version: int, rows: Iterable[Values]) -> None:
    if filled := [{"version": version, **row} for row in rows]:
        connection.execute(insert(table), filled)
