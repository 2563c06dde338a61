"""Checks that a ledger is whole: spans give their words, nothing is orphaned, and counts agree."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, func, inspect, select, text

from penholder.store.full_text import INDEXED
from penholder.store.meant_events import DRAFTS as DRAFTS_MARK
from penholder.store.merging_origins import ORIGINS as MARK
from penholder.store.rows import told_of
from penholder.store.tables import (
    CLAIMS,
    CONFIRMATIONS,
    DRAFTED,
    DRAFTS,
    EVENTS,
    ORIGINS,
    PARTS,
    QUOTES,
    STATEMENTS,
    STORY_VERSIONS,
    UNMERGED,
)
from penholder.store.verify_held import faults_in_held
from penholder.store.views import VIEWS

_V = STORY_VERSIONS.c
_NOUNS = {"statements": STATEMENTS, "quotes": QUOTES, "claims": CLAIMS}


def find_faults(ledger: Connection) -> Iterator[str]:
    """Yield each fault in a sentence; none: the ledger is whole."""
    yield from _in_file(ledger)
    yield from _in_views(ledger)
    yield from _in_versions(ledger)
    for no in ledger.execute(select(_V.no).where(_V.current).order_by(_V.id)).scalars().all():
        yield from _in_story(ledger, no)
    yield from _in_index(ledger)
    yield from _in_confirmations(ledger)
    yield from _in_events(ledger)
    yield from _in_origins(ledger)
    yield from _in_drafts(ledger)


def counts(ledger: Connection) -> dict[str, int]:
    """Give how many rows each view has."""
    asked = ((view.name, text(f"SELECT count(*) FROM {view.name}")) for view in VIEWS)  # noqa: S608
    return {name: ledger.execute(query).scalar_one() for name, query in asked}


def _in_file(ledger: Connection) -> Iterator[str]:
    """Yield what SQLite finds wrong with the file and its keys; PostgreSQL watches its own."""
    if ledger.dialect.name != "sqlite":
        return
    for (told,) in ledger.exec_driver_sql("PRAGMA integrity_check"):
        if told != "ok":
            yield f"The file is damaged: {told}."
    for row in ledger.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"Row {row[1]} of {row[0]} belongs to no row of {row[2]}."


def _in_views(ledger: Connection) -> Iterator[str]:
    there = set(inspect(ledger).get_view_names())
    for view in VIEWS:
        if view.name not in there:
            yield f"The view {view.name} is missing."


def _in_versions(ledger: Connection) -> Iterator[str]:
    standing = func.sum(func.cast(_V.current, _V.no.type))
    wrong = select(_V.key, standing).group_by(_V.key).having(standing != 1).order_by(_V.key)
    for key, number in ledger.execute(wrong):
        yield f"Of the versions of {key!r} {number} are the current one."
    for table in PARTS:
        whole = STORY_VERSIONS.join(table, table.c.version == _V.no)
        past = select(func.count()).select_from(whole).where(~_V.current)
        if number := ledger.execute(past).scalar_one():
            yield f"{number} rows of {table.name} belong to versions that are past."


def _in_story(ledger: Connection, no: int) -> Iterator[str]:
    row = ledger.execute(select(_V.id, _V.text, _V.text_sha256, _V.told).where(_V.no == no)).one()
    if hashlib.sha256(row.text.encode()).hexdigest() != row.text_sha256:
        yield f"{row.id}: the text is not the one that was read."
    told = told_of(row.told, row.text)
    for noun, table in _NOUNS.items():
        kept = select(table).where(table.c.version == no).order_by(table.c.place)
        parts = ledger.execute(kept).mappings().all()
        yield from (f"{row.id}: {fault}" for fault in _in_parts(noun, parts, told[noun], row.text))


def _in_parts(
    noun: str, parts: Sequence[RowMapping], told: Sequence[Any], words: str
) -> Iterator[str]:
    if len(parts) != len(told):
        yield f"{len(told)} {noun} were found, and {len(parts)} are kept."
    for part in parts:
        if words[part["start"] : part["stop"]] != part["text"]:
            yield f"the span of {noun} {part['place']} does not give its words."
    for part, one in zip(parts, told, strict=False):
        if [part["start"], part["stop"]] != one["span"]:
            yield f"{noun} {part['place']} stand elsewhere than in the story."


def _in_index(ledger: Connection) -> Iterator[str]:
    """Yield where SQLite's index of words has more or fewer rows than its table."""
    if ledger.dialect.name != "sqlite":
        return
    for one in INDEXED:
        indexed, there = (_size(ledger, name) for name in (f"{one.index}_docsize", one.table))
        if indexed != there:
            yield f"The index of words has {indexed} {one.noun}, and the ledger {there}."


def _size(ledger: Connection, table: str | Table) -> int:
    return int(ledger.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())  # noqa: S608


def _in_events(ledger: Connection) -> Iterator[str]:
    named = select(STATEMENTS.c.event).where(STATEMENTS.c.event.is_not(None))
    there = select(EVENTS.c.id)
    for lost in ledger.execute(named.where(STATEMENTS.c.event.not_in(there)).distinct()).scalars():
        yield f"Statements are of the event {lost}, and there is no such event."
    settled = there.where(EVENTS.c.thread.not_in(select(UNMERGED.c.thread)))
    for lost in ledger.execute(settled.where(EVENTS.c.id.not_in(named))).scalars():
        yield f"No statement is of the event {lost}."


def _in_origins(ledger: Connection) -> Iterator[str]:
    """Yield origins that are no story, unless stories have changed since they were found."""
    if ledger.execute(select(UNMERGED.c.thread).where(UNMERGED.c.thread == MARK)).first():
        return
    standing = select(_V.id).where(_V.current)
    named = select(ORIGINS.c.origin).distinct()
    for lost in ledger.execute(named.where(ORIGINS.c.origin.not_in(standing))).scalars():
        yield f"Stories are copies of {lost}, and there is no such story."
    whole = STORY_VERSIONS.outerjoin(ORIGINS, ORIGINS.c.version == _V.no)
    without = select(_V.id).select_from(whole).where(_V.current, ORIGINS.c.origin.is_(None))
    for story in ledger.execute(without).scalars():
        yield f"{story} has no origin."
    yield from faults_in_held(ledger)


def _in_drafts(ledger: Connection) -> Iterator[str]:
    """Yield drafts without statements and statements of no draft, unless stories have changed since."""
    if ledger.execute(select(UNMERGED.c.thread).where(UNMERGED.c.thread == DRAFTS_MARK)).first():
        return
    named, there = select(DRAFTED.c.draft), select(DRAFTS.c.id)
    for lost in ledger.execute(named.where(DRAFTED.c.draft.not_in(there)).distinct()).scalars():
        yield f"Statements are of the draft {lost}, and there is no such draft."
    for lost in ledger.execute(there.where(DRAFTS.c.id.not_in(named))).scalars():
        yield f"No statement is of the draft {lost}."


def _in_confirmations(ledger: Connection) -> Iterator[str]:
    known = select(_V.id)
    lost = select(CONFIRMATIONS.c.story).where(CONFIRMATIONS.c.story.not_in(known))
    for story in ledger.execute(lost).scalars():
        yield f"A claim of {story} is confirmed, and there is no such story."
