"""Keeps checked stories in SQLite, one transaction for each story."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from penholder.errors import LedgerError, NotFoundError
from penholder.model.reading import CheckedStory
from penholder.store.rows import claim_rows, quote_rows, statement_rows

_APPLICATION_ID = 0x50454E48  # "PENH"
_VERSION = 1  # of schema.sql


@contextmanager
def open_ledger(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the ledger, new if there is none.

    Raises:
        LedgerError: the file is not a ledger of ours, or cannot be read or written.
    """
    connection = _connect(path)
    try:
        yield connection
    except sqlite3.Error as fault:
        raise _broken(path, fault) from fault
    finally:
        connection.close()


def _connect(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=10)
    except (sqlite3.Error, OSError) as fault:
        raise _broken(path, fault) from fault
    try:
        _claim(connection, path)
    except (sqlite3.Error, LedgerError) as fault:
        connection.close()
        raise fault if isinstance(fault, LedgerError) else _broken(path, fault) from fault
    return connection


def _broken(path: Path, fault: Exception) -> LedgerError:
    return LedgerError(
        str(path),
        fault=getattr(fault, "strerror", None) or str(fault),
        remedy="Check the disk and the file, or name another with --ledger",
    )


def save_story(ledger: sqlite3.Connection, checked: CheckedStory, told: dict[str, Any]) -> None:
    """Keep a story with all that was found in it; one with the same id is replaced, whole.

    `told` is the story by the output contract.
    """
    story = checked.reading.story
    head = (story.id, story.source, story.outlet, story.title, story.date.value, story.date.basis)
    with ledger:
        ledger.execute("DELETE FROM stories WHERE id = ?", (story.id,))
        _insert(ledger, "stories", [(*head, json.dumps(told, ensure_ascii=False))])
        _insert(ledger, "statements", list(statement_rows(checked)))
        _insert(ledger, "quotes", list(quote_rows(checked)))
        _insert(ledger, "claims", list(claim_rows(checked)))


def _insert(ledger: sqlite3.Connection, table: str, rows: list[tuple[object, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        ledger.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608


def list_events(
    ledger: sqlite3.Connection, kind: str | None = None
) -> list[tuple[str, str, str, int, int]]:
    """Give id, day, kind and the numbers of stories and statements of every event, oldest first."""
    query = (
        "SELECT id, day, kind, stories, statements FROM events"
        " WHERE ? IS NULL OR kind = ? ORDER BY day, id"
    )
    return list(ledger.execute(query, (kind, kind)))


def list_stories(ledger: sqlite3.Connection) -> list[tuple[str, str | None, str | None]]:
    """Give id, date and title of every story, oldest first."""
    return list(ledger.execute("SELECT id, date, title FROM stories ORDER BY date, id"))


def load_story(ledger: sqlite3.Connection, story_id: str) -> dict[str, Any]:
    """Give a story by its id.

    Raises:
        NotFoundError: the ledger has no story of that id.
    """
    row = ledger.execute("SELECT json FROM stories WHERE id = ?", (story_id,)).fetchone()
    if row is None:
        raise NotFoundError(
            story_id, fault="the ledger has no such story", remedy="See `penholder stories`"
        )
    story: dict[str, Any] = json.loads(row[0])
    return story


def _claim(connection: sqlite3.Connection, path: Path) -> None:
    """Make an empty file a ledger; refuse a file of somebody else's, or of another version."""
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and owner != _APPLICATION_ID:
        raise _refused(path, "this database is not a penholder ledger")
    if tables and version != _VERSION:
        raise _refused(path, f"this ledger has version {version}, and {_VERSION} is read here")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")
    if not tables:
        _create(connection)


def _refused(path: Path, fault: str) -> LedgerError:
    return LedgerError(str(path), fault=fault, remedy="Name another with --ledger")


def _create(connection: sqlite3.Connection) -> None:
    schema = files("penholder.store").joinpath("schema.sql").read_text("utf-8")
    marks = f"PRAGMA application_id = {_APPLICATION_ID}; PRAGMA user_version = {_VERSION};"
    connection.executescript(f"BEGIN; {schema} {marks} COMMIT;")
