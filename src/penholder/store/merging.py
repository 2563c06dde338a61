"""Keeps the events of the ledger: threads whose statements have changed are merged anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from penholder.merge.reports import Told, kind_of
from penholder.merge.threads import Merged, merge_thread
from penholder.store.tables import ALIASES, EVENTS, STATEMENTS, STORY_VERSIONS, UNMERGED

_S = STATEMENTS.c
_DETAILS = ("weapon", "ordinal")


def threads_of(connection: Connection, versions: Iterable[int]) -> frozenset[str]:
    """Give the threads of the statements of some versions."""
    mine = _S.version.in_(tuple(versions)) & _S.thread.is_not(None)
    return frozenset(connection.execute(select(_S.thread).where(mine).distinct()).scalars())


def mark_unmerged(connection: Connection, threads: Iterable[str]) -> None:
    """Note that threads have to be merged; whoever merges one meanwhile is waited for."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    for thread in sorted(threads):
        noted = dialect.insert(UNMERGED).values(thread=thread)
        again = noted.on_conflict_do_update(
            index_elements=[UNMERGED.c.thread], set_={"thread": thread}
        )
        connection.execute(again)


def mark_all(connection: Connection) -> None:
    """Note that every thread has to be merged."""
    threads = select(_S.thread).where(_S.thread.is_not(None)).distinct()
    mark_unmerged(connection, connection.execute(threads).scalars())


def unmerged(connection: Connection) -> Sequence[str]:
    """Give the threads that have to be merged."""
    return connection.execute(select(UNMERGED.c.thread).order_by(UNMERGED.c.thread)).scalars().all()


def merge_ledger(engine: Engine) -> None:
    """Merge every thread that has changed, each in a transaction of its own."""
    with engine.begin() as connection:
        threads = unmerged(connection)
    for thread in threads:
        with engine.begin() as connection:
            merge_within(connection, thread)


def merge_within(connection: Connection, thread: str) -> None:
    """Merge the statements of a thread, inside a transaction of the caller's; once for each mark."""
    taken = connection.execute(delete(UNMERGED).where(UNMERGED.c.thread == thread))
    if not taken.rowcount:
        return  # somebody else has merged it meanwhile
    rows = _rows(connection, thread)
    told = [_told(row, thread) for row in rows]
    published = {row["story"]: row["date"] for row in rows}
    _clear(connection, thread)
    for event in merge_thread(told, published):
        _keep(connection, event)


def _rows(connection: Connection, thread: str) -> Sequence[Mapping[str, str]]:
    whole = STATEMENTS.join(STORY_VERSIONS, _S.version == STORY_VERSIONS.c.no)
    columns = (_S.no, _S.start, _S.text, _S.actor, _S.said_when, *(_S[name] for name in _DETAILS))
    query = select(STORY_VERSIONS.c.id.label("story"), STORY_VERSIONS.c.date, *columns)
    asked = query.select_from(whole).where(_S.thread == thread, STORY_VERSIONS.c.current)
    return [dict(row) for row in connection.execute(asked).mappings()]


def _told(row: Mapping[str, str], thread: str) -> Told:
    return Told(
        key=row["no"],
        story=row["story"],
        start=int(row["start"]),
        words=row["text"],
        thread=thread,
        actors=tuple(row["actor"].split()),
        when=row["said_when"],
        detail={name: row[name] for name in _DETAILS if row[name]},
    )


def _clear(connection: Connection, thread: str) -> None:
    mine = select(EVENTS.c.id).where(EVENTS.c.thread == thread)
    connection.execute(delete(ALIASES).where(ALIASES.c.event.in_(mine)))
    connection.execute(delete(EVENTS).where(EVENTS.c.thread == thread))
    apart = update(STATEMENTS).where(_S.thread == thread, _S.event.is_not(None))
    connection.execute(apart.values(event=None, reason=None))


def _keep(connection: Connection, event: Merged) -> None:
    kind, actor = kind_of(event.thread), " ".join(event.actors)
    row = {"id": event.id, "thread": event.thread, "kind": kind, "actor": actor, "day": event.when}
    connection.execute(insert(EVENTS).values(**row))
    for told, reason in zip(event.told, event.reasons, strict=True):
        joined = update(STATEMENTS).where(_S.no == told.key)
        connection.execute(joined.values(event=event.id, reason=reason))
    _keep_aliases(connection, event.id, event.aliases)


def _keep_aliases(connection: Connection, event: str, aliases: Iterable[str]) -> None:
    rows = [{"alias": alias, "event": event} for alias in aliases]
    if rows:
        connection.execute(insert(ALIASES), rows)
