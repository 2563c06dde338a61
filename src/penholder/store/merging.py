"""Keeps the events of the ledger: threads whose statements have changed are merged anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from sqlalchemy import Connection, Engine, Executable, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from penholder.merge.corrections import Rejected, Settled, settle, without_rejected
from penholder.merge.reports import Told
from penholder.merge.threads import Merged, merge_thread
from penholder.model.correction import Correction
from penholder.store.corrections import corrections_in_force, of_drafts
from penholder.store.keeping_events import keep_events
from penholder.store.meant_events import DRAFTS
from penholder.store.merging_drafts import merge_all_drafts
from penholder.store.merging_origins import ORIGINS, merge_origins
from penholder.store.tables import STATEMENTS, STORY_VERSIONS, UNMERGED
from penholder.store.tied_threads import threads_by_correction, tied

_S = STATEMENTS.c
_DETAILS = ("weapon", "ordinal")
# What is merged over all stories together.
_WHOLE: Mapping[str, Callable[[Connection], None]] = {
    ORIGINS: merge_origins,
    DRAFTS: merge_all_drafts,
}


def threads_of(connection: Connection, versions: Iterable[int]) -> frozenset[str]:
    """Give the threads of the statements of some versions."""
    if not (numbers := tuple(versions)):
        return frozenset()
    mine = _S.version.in_(numbers) & _S.thread.is_not(None)
    return frozenset(connection.execute(select(_S.thread).where(mine).distinct()).scalars())


def mark_unmerged(connection: Connection, threads: Iterable[str]) -> None:
    """Note that threads have to be merged; whoever merges one meanwhile is waited for."""
    if marks := [{"thread": thread} for thread in sorted(threads)]:
        connection.execute(_mark(connection.dialect.name), marks)


@cache
def _mark(database: str) -> Executable:
    """Give the statement that notes a thread, and holds its row if it is noted already."""
    noted = (postgresql if database == "postgresql" else sqlite).insert(UNMERGED)
    again: Executable = noted.on_conflict_do_update(
        index_elements=[UNMERGED.c.thread], set_={"thread": noted.excluded.thread}
    )
    return again


def mark_all(connection: Connection) -> None:
    """Note that every thread has to be merged."""
    threads = select(_S.thread).where(_S.thread.is_not(None)).distinct()
    mark_unmerged(connection, [*connection.execute(threads).scalars(), *_WHOLE])


def unmerged(connection: Connection) -> Sequence[str]:
    """Give the threads that have to be merged."""
    return connection.execute(select(UNMERGED.c.thread).order_by(UNMERGED.c.thread)).scalars().all()


def merge_ledger(engine: Engine) -> None:
    """Merge every thread that has changed, each in a transaction of its own."""
    with engine.begin() as connection:
        threads = unmerged(connection)
    for thread in threads:
        with engine.begin() as connection:
            if thread not in _WHOLE:
                merge_within(connection, thread)
            elif _take(connection, (thread,)):
                _WHOLE[thread](connection)


def merge_within(connection: Connection, thread: str) -> None:
    """Merge the statements of a thread, inside a transaction of the caller's; once for each mark."""
    corrections = of_drafts(corrections_in_force(connection), wanted=False)
    threads = tied(connection, corrections, thread) if corrections else (thread,)
    if not _take(connection, threads):
        return  # somebody else has merged it meanwhile
    rows = {thread: _rows(connection, thread) for thread in threads}
    published = {row["story"]: row["date"] for some in rows.values() for row in some}
    keep_events(connection, tuple(threads), _settled(rows, corrections), published)


def _settled(
    threads: Mapping[str, Sequence[Mapping[str, str]]], corrections: Sequence[Correction]
) -> Settled:
    """Give the events of threads as people left them."""
    events: list[Merged] = []
    apart: list[Rejected] = []
    for thread, rows in threads.items():
        told, rejected = without_rejected([_told(row, thread) for row in rows], corrections)
        apart += rejected
        events += merge_thread(told, {row["story"]: row["date"] for row in rows})
    settled = settle(events, corrections)
    return replace(settled, rejected=(*apart, *settled.rejected))


def _take(connection: Connection, threads: Iterable[str]) -> bool:
    """Take the marks of threads away; False: there is none."""
    marks = [delete(UNMERGED).where(UNMERGED.c.thread == thread) for thread in threads]
    return sum(connection.execute(mark).rowcount for mark in marks) > 0


def mark_corrected(connection: Connection) -> None:
    """Note that the threads of every correction have to be merged."""
    corrections = corrections_in_force(connection)
    threads = threads_by_correction(connection, corrections).values()
    mark_unmerged(connection, frozenset[str]().union(*threads))


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
