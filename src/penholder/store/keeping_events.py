"""Writes the events of some threads into the ledger: of what it has already, only what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from penholder.merge.corrections import Settled
from penholder.merge.reports import kind_of
from penholder.merge.threads import Merged
from penholder.store.tables import ALIASES, CORRECTABLE, EVENTS, STATEMENTS

_S = STATEMENTS.c
_Rows = Mapping[Any, tuple[Any, ...]]  # the values of each row, by its key


def keep_events(
    connection: Connection,
    threads: Sequence[str],
    settled: Settled,
    published: Mapping[str, str | None],
) -> None:
    """Let threads have these events and no others, inside a transaction of the caller's; stories were `published` when."""
    events = select(EVENTS).where(EVENTS.c.thread.in_(threads))
    mine = select(EVENTS.c.id).where(EVENTS.c.thread.in_(threads))
    aliases = select(ALIASES).where(ALIASES.c.event.in_(mine))
    had_aliases, had_events = _had(connection, aliases), _had(connection, events)
    new_aliases = {alias: (alias, event.id) for event in settled.events for alias in event.aliases}
    _remove(connection, ALIASES, had_aliases, new_aliases)
    new_events = {event.id: _row(event, published) for event in settled.events}
    _remove(connection, EVENTS, had_events, new_events)
    _add(connection, EVENTS, had_events, new_events)
    _add(connection, ALIASES, had_aliases, new_aliases)
    _join(connection, threads, settled)


def _had(connection: Connection, asked: Any) -> _Rows:
    return {row[0]: tuple(row) for row in connection.execute(asked)}


def _remove(connection: Connection, table: Table, had: _Rows, new: _Rows) -> None:
    gone = [{"gone": key} for key, row in had.items() if new.get(key) != row]
    if gone:
        key = table.columns[0]
        connection.execute(delete(table).where(key == bindparam("gone")), gone)


def _add(connection: Connection, table: Table, had: _Rows, new: _Rows) -> None:
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for key, row in new.items() if had.get(key) != row]
    if rows:
        connection.execute(insert(table), rows)


def _row(event: Merged, published: Mapping[str, str | None]) -> tuple[Any, ...]:
    """Give an event's row, in the order of the table's columns."""
    kind, actor = kind_of(event.thread).value, " ".join(event.actors)
    corrected = " ".join(sorted(event.values)) or None
    values = [event.values.get(name) for name in CORRECTABLE]
    latest = event.when or _first_heard(event, published)
    return event.id, event.thread, kind, actor, event.when, *values, corrected, latest


def _first_heard(event: Merged, published: Mapping[str, str | None]) -> str | None:
    """Give the day of the first story that tells of an event."""
    days = (published.get(told.story) for told in event.told)
    return min((day for day in days if day), default=None)


def _join(connection: Connection, threads: Sequence[str], settled: Settled) -> None:
    """Write of each statement its event and the reason, where they are not what they were."""
    asked = select(_S.no, _S.event, _S.reason).where(_S.thread.in_(threads))
    had = {no: (event, reason) for no, event, reason in connection.execute(asked)}
    new = dict.fromkeys(had, (None, None)) | dict(_joined(settled))
    rows = [
        {"mine": no, "its_event": event, "its_reason": reason}
        for no, (event, reason) in new.items()
        if had.get(no) != (event, reason)
    ]
    if rows:
        joined = update(STATEMENTS).where(_S.no == bindparam("mine"))
        its = joined.values(event=bindparam("its_event"), reason=bindparam("its_reason"))
        connection.execute(its, rows)


def _joined(settled: Settled) -> Iterator[tuple[Any, tuple[str | None, str]]]:
    for event in settled.events:
        for told, reason in zip(event.told, event.reasons, strict=True):
            yield told.key, (event.id, reason)
    rejected: Iterable[tuple[Any, str]] = ((told.key, reason) for told, reason in settled.rejected)
    yield from ((key, (None, reason)) for key, reason in rejected)
