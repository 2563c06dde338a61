"""Keeps of each story which text it is a copy or a rewriting of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from penholder.merge.origins.finding import find_origins
from penholder.merge.origins.prints import Print, print_of, unpacked
from penholder.model.when import When
from penholder.store.tables import ORIGINS as TABLE
from penholder.store.tables import STORY_VERSIONS

# Stands among the threads that have to be merged, where stories have changed.
ORIGINS = "origins of stories"
# An undated story names an origin only where no other does.
_UNDATED = "9999"
_V = STORY_VERSIONS.c

_Row = tuple[str, str | None]  # the origin of a version, and why


def merge_origins(connection: Connection) -> None:
    """Find the origins of all stories, and write of each what differs from before."""
    asked = select(_V.no, _V.id, _V.date, _V.print).where(_V.current)
    rows = connection.execute(asked).all()
    stories = {f"{row.date or _UNDATED} {row.id} {row.no}": row for row in rows}
    prints = {key: _print(connection, row.no, row.print) for key, row in stories.items()}
    new: dict[int, _Row] = {}
    days = {key: day for key, row in stories.items() if (day := _day(row.date))}
    for origin in find_origins(prints, days):
        first = stories[origin.keys[0]].id
        for key, reason in zip(origin.keys, origin.reasons, strict=True):
            new[stories[key].no] = (first, _named(reason, stories))
    had = {row.version: (row.origin, row.reason) for row in connection.execute(select(TABLE))}
    _keep(connection, had, new)


def _day(written: str | None) -> date | None:
    days = When(written).days() if written else None
    return days[0] if days else None


def _keep(connection: Connection, had: Mapping[int, _Row], new: Mapping[int, _Row]) -> None:
    gone = [{"gone": no} for no, row in had.items() if new.get(no) != row]
    if gone:
        connection.execute(delete(TABLE).where(TABLE.c.version == bindparam("gone")), gone)
    rows = [
        {"version": no, "origin": row[0], "reason": row[1]}
        for no, row in new.items()
        if had.get(no) != row
    ]
    if rows:
        connection.execute(insert(TABLE), rows)


def _named(reason: str, stories: Mapping[str, Any]) -> str | None:
    """Give a reason with the id of a story in place of its key; None: the story has no copy."""
    words, _, key = reason.rpartition(" in ")
    return f"{words} in {stories[key].id}" if key in stories else reason or None


def _print(connection: Connection, no: int, kept: str | None) -> Print:
    """Give a story's print; that of a story from before there were any is taken of its whole text."""
    if kept is not None:
        return unpacked(kept)
    return print_of(connection.execute(select(_V.text).where(_V.no == no)).scalar_one())
