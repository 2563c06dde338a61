"""Asks a SQLite ledger: opened for reading alone, and allowed to do nothing but select."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

from penholder.store.queries.given import BrokenError, Given, RefusedError
from penholder.store.sqlite_files import APPLICATION_ID, FORMAT, reading_address

# Bytes of one value, and of the statement.
_LONGEST_VALUE, _LONGEST_STATEMENT = 50_000_000, 100_000
# Steps of SQLite's machine between two looks at the clock: about a tenth of a millisecond.
_STEPS = 10_000
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
_INDEXES = ("story_versions_words", "story_quotes_words", "story_statements_words")
# The index of words asks whether the file has changed.
_ALLOWED_PRAGMA = "data_version"


def rows_of(given: Given) -> Iterator[Any]:
    """Yield that it has begun, the columns as {"columns": …}, each row as a list, and "seconds" where the time is over.

    Raises:
        RefusedError: the statement is wrong, or does more than read.
        BrokenError: there is no ledger of today's version there.
    """
    connection = _opened(Path(given.place))
    yield {"begun": True}
    end = monotonic() + given.seconds
    connection.set_progress_handler(lambda: monotonic() > end, _STEPS)
    try:
        cursor = connection.execute(given.statement)
        if cursor.description is None:
            raise RefusedError("it is no question")
        yield {"columns": [column[0] for column in cursor.description]}
        yield from map(list, cursor)
    except (sqlite3.Error, sqlite3.Warning, ValueError) as fault:
        if "interrupted" not in str(fault):
            raise RefusedError(_fault(fault)) from fault
        yield "seconds"
    finally:
        connection.close()


def _opened(path: Path) -> sqlite3.Connection:
    if not path.exists():
        raise BrokenError("there is no ledger yet", "Read stories with penholder read first")
    try:
        connection = sqlite3.connect(reading_address(path), uri=True, timeout=1)
        owner = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as fault:
        raise BrokenError(str(fault), "Check the file, or name another with --ledger") from fault
    if owner != APPLICATION_ID:
        raise BrokenError("this database is not a penholder ledger", "Name another with --ledger")
    if version != FORMAT:
        raise BrokenError(
            "this ledger has another version", "Bring it up to date: penholder upgrade"
        )
    _bind(connection)
    return connection


def _bind(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    for index in _INDEXES:  # opened here, for to open one SQLite does more than it may below
        connection.execute(f"SELECT 1 FROM {index} LIMIT 0")  # noqa: S608
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, _LONGEST_STATEMENT)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.set_authorizer(_may)


def _may(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    """Say whether SQLite may do a step of the statement."""
    if action in _ALLOWED:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and (second or "").casefold() != "load_extension":
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and first == _ALLOWED_PRAGMA and second is None:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _fault(fault: Exception) -> str:
    """Say what is wrong with a statement."""
    denied = any(words in str(fault) for words in ("not authorized", "authorization", "prohibited"))
    return "it does more than read" if denied else str(fault).rstrip(".")
