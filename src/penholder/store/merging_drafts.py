"""Keeps the draft resolutions of the ledger: merged from all stories, and written where they differ."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select

from penholder.merge.drafts.correcting import correct_drafts
from penholder.model.actor import ActorId
from penholder.model.draft import STAGES, Draft, DraftTold
from penholder.store.corrections import corrections_in_force, of_drafts
from penholder.store.tables import DRAFT_ALIASES, DRAFTED, STATEMENTS, STORY_VERSIONS
from penholder.store.tables import DRAFTS as TABLE

_S, _V = STATEMENTS.c, STORY_VERSIONS.c

_Row = tuple[Any, ...]


def merge_all_drafts(connection: Connection) -> None:
    """Merge the drafts of all stories, inside a transaction of the caller's."""
    mine = of_drafts(corrections_in_force(connection), wanted=True)
    drafts = correct_drafts([_told(row) for row in connection.execute(_asked())], mine)
    _keep(connection, TABLE, [_row(one) for one in drafts])
    _keep(
        connection,
        DRAFTED,
        [
            (told.key, one.id, reason)
            for one in drafts
            for told, reason in zip(one.told, one.reasons, strict=True)
        ],
    )
    _keep(connection, DRAFT_ALIASES, [(alias, one.id) for one in drafts for alias in one.aliases])


def _asked() -> Any:
    whole = STATEMENTS.join(STORY_VERSIONS, _S.version == _V.no)
    columns = (_S.no, _S.start, _S.text, _S.draft_number, _S.stage, _S.polarity, _S.said_when, _S.sponsor, _S.subject, _S.symbol)  # fmt: skip
    asked = select(_V.id.label("story"), _V.date, *columns).select_from(whole)
    return asked.where(_V.current, _S.stage.is_not(None))


def _told(row: Any) -> DraftTold:
    return DraftTold(
        key=row.no,
        story=row.story,
        published=row.date,
        start=row.start,
        words=row.text,
        number=row.draft_number,
        stage=row.stage,
        planned=row.polarity in {"planned", "hypothetical"},
        when=row.said_when,
        sponsors=_ids(row.sponsor),
        subjects=_ids(row.subject),
        symbol=row.symbol,
    )


def _ids(joined: str | None) -> frozenset[ActorId]:
    return frozenset(map(ActorId, (joined or "").split()))


def _row(one: Draft) -> _Row:
    words = (" ".join(part) for part in (one.sponsors, one.subjects, one.symbols))
    return (one.id, *words, one.stage, *(one.days.get(stage) for stage in STAGES))


def _keep(connection: Connection, table: Table, rows: list[_Row]) -> None:
    """Let a table have these rows and no others: only what differs is written."""
    key, *_ = table.columns
    had = {row[0]: tuple(row) for row in connection.execute(select(table))}
    new = {row[0]: row for row in rows}
    if gone := [{"gone": no} for no, row in had.items() if new.get(no) != row]:
        connection.execute(delete(table).where(key == bindparam("gone")), gone)
    names = [column.name for column in table.columns]
    if added := [dict(zip(names, row, strict=True)) for no, row in new.items() if had.get(no) != row]:  # fmt: skip
        connection.execute(insert(table), added)
