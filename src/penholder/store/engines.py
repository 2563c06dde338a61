"""Opens the two kinds of database."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import QueuePool

from penholder.errors import LedgerError
from penholder.store.places import LedgerPlace
from penholder.store.sqlite_files import reading_address

# Seconds to wait for another writer: four processes that save at once wait for three stories.
_PATIENCE = 60
# Connections that are kept open for whoever asks next; no more are opened than are asked for at once.
KEPT = 8


def engine_of(place: LedgerPlace, *, read_only: bool) -> Engine:
    """Give an engine for a ledger; nothing is opened before it is first asked.

    Raises:
        LedgerError: the ledger is in PostgreSQL, and its driver is not installed.
    """
    return _postgres(place, read_only) if place.is_postgres else _sqlite(place, read_only)


def _sqlite(place: LedgerPlace, read_only: bool) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: _connected(place.path, read_only),
        poolclass=QueuePool,
        pool_size=KEPT,
    )
    # A writer takes its turn when it begins: one that began as a reader could not become one.
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _connected(path: Path, read_only: bool) -> sqlite3.Connection:
    address = reading_address(path) if read_only else f"file:{quote(str(path.absolute()))}"
    connection = sqlite3.connect(
        address,
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,  # transactions begin where the engine says, not where the driver guesses
        check_same_thread=False,
    )
    connection.execute(f"PRAGMA {'query_only' if read_only else 'foreign_keys'} = ON")
    return connection


def _postgres(place: LedgerPlace, read_only: bool) -> Engine:
    try:
        import psycopg  # noqa: F401, PLC0415 - only teams have it
    except ImportError as fault:
        raise LedgerError(
            place.told,
            fault="the driver of PostgreSQL is not installed",
            remedy="pip install 'penholder[postgres]'",
        ) from fault
    url = make_url(place.named).set(drivername="postgresql+psycopg")
    engine = create_engine(url, pool_size=KEPT, connect_args={"connect_timeout": 10})
    if read_only:
        # One snapshot from first to last: what is written meanwhile is not seen in part.
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine
