"""The stories of a ledger: a list, one whole, and what changed between its versions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select, text

from penholder.errors import NotFoundError
from penholder.store.rows import told_of
from penholder.store.tables import STORY_VERSIONS
from penholder.store.views import View

_V = STORY_VERSIONS.c


def list_stories(ledger: Connection) -> list[tuple[str, str | None, str | None]]:
    """Give id, date and title of every story, oldest first; the undated stand in front."""
    rows = select(_V.id, _V.date, _V.title).where(_V.current)
    found = [(row.id, row.date, row.title) for row in ledger.execute(rows)]
    return sorted(found, key=lambda row: (row[1] or "", row[0]))


def load_story(ledger: Connection, story_id: str) -> dict[str, Any]:
    """Give a story by its id, or by the id of one of its older versions.

    Raises:
        NotFoundError: the ledger has no story of that id.
    """
    wanted = select(_V.told, _V.text).where(_V.id == story_id).order_by(_V.current.desc(), _V.no)
    row = ledger.execute(wanted).first()
    if row is None:
        raise no_such_story(story_id)
    return told_of(row.told, row.text)


def no_such_story(story_id: str) -> NotFoundError:
    """Give the error that names a story that is not there."""
    return NotFoundError(
        story_id, fault="the ledger has no such story", remedy="See `penholder stories`"
    )


def told_stories(ledger: Connection) -> Iterator[dict[str, Any]]:
    """Yield every story by the contract, in the order of their ids."""
    # Only the ids are held at once: stories can be many and long.
    ids = ledger.execute(select(_V.no).where(_V.current).order_by(_V.id)).scalars().all()
    for no in ids:
        row = ledger.execute(select(_V.told, _V.text).where(_V.no == no)).one()
        yield told_of(row.told, row.text)


def rows_of(ledger: Connection, view: View) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a view in its order, the same in each of the databases."""
    query = f"SELECT {', '.join(view.columns)} FROM {view.name} ORDER BY {', '.join(view.order)}"  # noqa: S608
    flags = [view.type_of(column) == "boolean" for column in view.columns]
    for row in ledger.execute(text(query)):
        yield tuple(bool(cell) if flag else cell for cell, flag in zip(row, flags, strict=True))


def dicts_of(ledger: Connection, view: View) -> Iterator[dict[str, Any]]:
    """Yield the rows of a view by their columns, in its order."""
    for row in rows_of(ledger, view):
        yield dict(zip(view.columns, row, strict=True))


def list_events(
    ledger: Connection, kind: str | None = None
) -> list[tuple[str, str | None, str, int, int, int, int]]:
    """Give id, day, kind and the numbers of stories, statements, outlets and origins of every event, oldest first.

    One without a day stands where the first story that tells of it was written.
    """
    columns = "id, events.day, events.kind, stories, statements, outlets, origins"
    query = f"SELECT {columns} FROM events JOIN merged_events AS kept USING (id)"  # noqa: S608
    chosen = f"{query} WHERE events.kind = :kind" if kind else query
    rows = ledger.execute(
        text(f"{chosen} ORDER BY coalesce(latest, ''), id"), {"kind": kind} if kind else {}
    )
    return [tuple(row) for row in rows]
