"""Keeps checked stories in the ledger, one transaction for each story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from penholder.merge.origins.prints import packed, print_of
from penholder.model.reading import CheckedStory
from penholder.store.ledger import OpenLedger, told_faults
from penholder.store.meant_events import DRAFTS
from penholder.store.merging import mark_unmerged, threads_of
from penholder.store.merging_origins import ORIGINS, mark_changed
from penholder.store.rows import (
    Values,
    claim_rows,
    quote_rows,
    statement_rows,
    version_row,
    writable,
)
from penholder.store.tables import CLAIMS, PARTS, QUOTES, STATEMENTS, STORY_VERSIONS
from penholder.store.versions import Held, key_of, newest, same_text, seen_at, versions_of

_S, _V = STATEMENTS.c, STORY_VERSIONS.c


def save_story(ledger: OpenLedger, checked: CheckedStory, told: Mapping[str, Any]) -> None:
    """Keep a story with all that was found in it, whole or not at all.

    A story with the same id, address or file is replaced; where its words have changed, the old ones
    are kept as a version. `told` is the story by the output contract.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    with told_faults(ledger.place), ledger.engine.begin() as connection:
        _save(connection, checked, writable(told))


def _save(connection: Connection, checked: CheckedStory, told: Mapping[str, Any]) -> None:
    row = version_row(told) | {"print": packed(print_of(checked.reading.story.body_text))}
    key = key_of(connection, row)
    _wait_for_turn(connection, key)
    held = versions_of(connection, key)
    no = _keep_version(connection, key, row, held)
    if held and newest(versions_of(connection, key)).no != no:
        return  # a newer version stands already, with its parts
    statements = list(statement_rows(checked, told))
    # Before any other row is touched: who merges a thread holds its mark first as well.
    threads = _threads(statements) | threads_of(connection, [h.no for h in held])
    drafts = {DRAFTS} if _tells_of_drafts(connection, statements, held) else set()
    mark_unmerged(connection, threads | {ORIGINS} | drafts)
    mark_changed(connection, [no, *(one.no for one in held if one.current)])
    for one in held:
        _make_past(connection, one.no)
    if held:
        connection.execute(update(STORY_VERSIONS).where(_V.no == no).values(current=True))
    _fill(connection, STATEMENTS, no, statements)
    _fill(connection, QUOTES, no, quote_rows(told))
    _fill(connection, CLAIMS, no, claim_rows(told))


def _threads(statements: Iterable[Values]) -> frozenset[str]:
    threads = (row["thread"] for row in statements)
    return frozenset(thread for thread in threads if isinstance(thread, str))


def _tells_of_drafts(
    connection: Connection, statements: Iterable[Values], held: Iterable[Held]
) -> bool:
    """Say whether a story tells of draft resolutions, or did."""
    if any(row["stage"] for row in statements):
        return True
    versions = [one.no for one in held]
    asked = select(_S.no).where(_S.version.in_(versions), _S.stage.is_not(None)).limit(1)
    return bool(versions) and connection.execute(asked).first() is not None


def _wait_for_turn(connection: Connection, key: str) -> None:
    """Let whoever saves the same story elsewhere finish; SQLite has one writer at a time anyhow."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (key,))


def _keep_version(connection: Connection, key: str, row: Values, held: Sequence[Held]) -> int:
    """Give the number of the version with these words: a new one, or the one that has them, told anew."""
    if same := same_text(held, row):
        connection.execute(update(STORY_VERSIONS).where(_V.no == same.no).values(**row))
        return same.no
    sequence = max((one.sequence for one in held), default=0) + 1
    seen = seen_at(str(row["source"]))
    new = {"key": key, "sequence": sequence, "seen": seen, "current": not held, **row}
    (no,) = connection.execute(_NEW, new).inserted_primary_key or (0,)
    return int(no)


# Made once, as every story asks them.
_NEW = insert(STORY_VERSIONS)
_INTO = {table.name: insert(table) for table in (STATEMENTS, QUOTES, CLAIMS)}


def _make_past(connection: Connection, no: int) -> None:
    """Take the parts of a version away."""
    for table in PARTS:
        connection.execute(delete(table).where(table.c.version == no))
    connection.execute(update(STORY_VERSIONS).where(_V.no == no).values(current=False))


def _fill(connection: Connection, table: Table, version: int, rows: Iterable[Values]) -> None:
    if filled := [{"version": version, **row} for row in rows]:
        connection.execute(_INTO[table.name], filled)
