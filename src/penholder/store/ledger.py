"""Opens the ledger and keeps checked stories in it, one transaction for each story."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from penholder.errors import LedgerError, NoLedgerError
from penholder.store.creating import check, prepare
from penholder.store.engines import engine_of
from penholder.store.merging import merge_ledger
from penholder.store.places import LedgerPlace, place_named

# How often, and after how many seconds, a file is asked again to keep a log; the next who opens it asks too.
_TRIES, _PAUSE = 50, 0.02


@dataclass(frozen=True, slots=True)
class OpenLedger:
    """A ledger that can be written, or only read."""

    engine: Engine
    place: LedgerPlace


@contextmanager
def open_ledger(named: str | Path, *, new: bool = True) -> Iterator[OpenLedger]:
    """Open the ledger for writing, brought up to date if it is old; where there is none, a new one.

    What was saved is merged into events at the end, also of a run that was broken off; after a crash, at the next opening.

    Raises:
        LedgerError: it is not a ledger of ours, cannot be read or written, or is missing and not to be new.
    """
    place = place_named(named)
    if not new:
        _must_be_there(place)
    _must_have_folder(place)
    with told_faults(place), _engine(place, read_only=False) as engine:
        with engine.begin() as connection:
            prepare(connection, place)
        _log_ahead(engine)
        merge_ledger(engine)
        try:
            yield OpenLedger(engine, place)
        finally:  # also where somebody breaks off: what was saved by then stands
            merge_ledger(engine)


def merge_now(ledger: OpenLedger) -> None:
    """Merge what was saved so far; whoever keeps a ledger open for long does so after each round.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    with told_faults(ledger.place):
        merge_ledger(ledger.engine)


@contextmanager
def read_ledger(named: str | Path) -> Iterator[Connection]:
    """Open a ledger for reading alone, as it is at this moment; who writes meanwhile does no harm.

    Raises:
        LedgerError: there is none, it is not one of ours or of another version, or it cannot be read.
    """
    place = place_named(named)
    _must_be_there(place)
    with (
        told_faults(place),
        _engine(place, read_only=True) as engine,
        engine.connect() as connection,
        connection.begin(),
    ):
        check(connection, place)
        yield connection


def _must_be_no_folder(place: LedgerPlace) -> None:
    if not place.is_postgres and place.path.is_dir():
        raise LedgerError(
            place.told,
            fault="it is a folder",
            remedy=f"Name a file, such as {place.path / 'ledger.db'}",
        )


def _must_be_there(place: LedgerPlace) -> None:
    _must_be_no_folder(place)
    if place.is_postgres or place.path.exists():
        return
    raise NoLedgerError(
        place.told,
        fault="there is no ledger yet",
        remedy="Read stories with penholder read, or name another with --ledger",
    )


def _must_have_folder(place: LedgerPlace) -> None:
    """Refuse to make folders: a path with a slip in it is no place for a ledger."""
    _must_be_no_folder(place)
    if place.is_postgres or place.path.parent.is_dir():
        return
    raise LedgerError(
        place.told,
        fault=f"there is no folder {place.path.parent}",
        remedy="Make it first, or name another place with --ledger",
    )


@contextmanager
def _engine(place: LedgerPlace, *, read_only: bool) -> Iterator[Engine]:
    engine = engine_of(place, read_only=read_only)
    try:
        yield engine
    finally:
        engine.dispose()


def _log_ahead(engine: Engine) -> None:
    """Let a SQLite file be read while it is written; whoever opens it in the same moment does so too."""
    if engine.dialect.name != "sqlite":
        return
    for _ in range(_TRIES):
        if _is_ahead(engine):
            return
        time.sleep(_PAUSE)


def _is_ahead(engine: Engine) -> bool:
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        return (cursor.fetchone() or ("",))[0] == "wal"
    except (
        sqlite3.OperationalError
    ):  # somebody is at work in the file, for SQLite waits for nobody here
        return False
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
