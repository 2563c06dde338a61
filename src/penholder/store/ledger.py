"""Keeps checked stories in SQLite, one transaction for each story."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from penholder.errors import LedgerError, NotFoundError

_APPLICATION_ID = 0x50454E48  # "PENH"
_SCHEMA = "CREATE TABLE IF NOT EXISTS stories (id TEXT PRIMARY KEY, date TEXT, title TEXT, json TEXT NOT NULL)"


@contextmanager
def open_ledger(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the ledger, new if there is none.

    Raises:
        LedgerError: the file is not a ledger of ours, or cannot be read or written.
    """
    connection = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=10)
        _claim(connection, path)
        yield connection
    except (sqlite3.Error, OSError) as fault:
        raise LedgerError(
            str(path),
            fault=str(fault),
            remedy="Check the disk and the file, or name another with --ledger",
        ) from fault
    finally:
        if connection:
            connection.close()


def save_story(ledger: sqlite3.Connection, story: dict[str, Any]) -> None:
    """Keep a story; one with the same id is replaced."""
    head = story["story"]
    row = (head["id"], head["date"]["value"], head["title"], json.dumps(story, ensure_ascii=False))
    with ledger:
        ledger.execute("INSERT OR REPLACE INTO stories VALUES (?, ?, ?, ?)", row)


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
    """Make an empty file a ledger; refuse a file of somebody else's."""
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner != _APPLICATION_ID and tables:
        raise LedgerError(
            str(path),
            fault="this database is not a penholder ledger",
            remedy="Name another with --ledger",
        )
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    connection.execute(_SCHEMA)
    connection.commit()
