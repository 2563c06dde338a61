"""Keeps of each story which text it is a copy or a rewriting of: what came or went is compared with what it touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from penholder.merge.origins.days_at_hand import DaysAtHand
from penholder.merge.origins.finding import Origin, find_all
from penholder.merge.origins.growing import grow
from penholder.merge.origins.held import BeyondError, Held, Told, WholeError
from penholder.merge.origins.prints import Print, print_of, unpacked
from penholder.merge.origins.same_texts import FAR
from penholder.model.when import When
from penholder.store.held_stories import (
    batches,
    held_between,
    held_of,
    keep_all,
    keep_changed,
    number_held,
    shares_between,
    undated_runs,
)
from penholder.store.tables import CHANGED, STORY_VERSIONS
from penholder.store.tables import ORIGINS as TABLE

# Stands among the threads that have to be merged, where stories have changed.
ORIGINS = "origins of stories"
# An undated story names an origin only where no other does.
_UNDATED = "9999"
# Where more than one story in so many has changed, finding all anew takes less time.
_FEW = 100
# Stories around those that changed: what they touch lies within two weeks, and what that touches within two more.
_AROUND, _ALL_DAYS = 2 * FAR, timedelta(days=3000)
_V = STORY_VERSIONS.c

_Row = tuple[str, str | None]  # the origin of a version, and why


@dataclass(frozen=True, slots=True)
class _Changes:
    """Stories that came, and those that went; one that was read again with other words or another day is both."""

    new: tuple[Told, ...]
    gone: tuple[Held, ...]

    @property
    def days(self) -> list[date]:
        """Give their days, the first one first."""
        return sorted(one.day for one in (*self.new, *self.gone) if one.day)


def mark_changed(connection: Connection, versions: Iterable[int]) -> None:
    """Note that versions came, went or were read again."""
    made = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(CHANGED)
    rows = [{"version": no} for no in sorted(set(versions))]
    connection.execute(made.on_conflict_do_nothing(), rows)


def merge_origins(connection: Connection) -> None:
    """Find the origins of the stories that changed and of those that they touch; the result is that of all stories anew."""
    marked = connection.execute(select(CHANGED.c.version)).scalars().all()
    try:
        _merge_changes(connection, marked)
    except WholeError:
        merge_all(connection)
    for some in batches(marked):
        connection.execute(delete(CHANGED).where(CHANGED.c.version.in_(some)))


def _merge_changes(connection: Connection, marked: Sequence[int]) -> None:
    if len(marked) * _FEW >= number_held(connection):
        raise WholeError
    changes = _changes(connection, marked)
    if len(changes.days) < len(changes.new) + len(changes.gone):
        raise WholeError
    undated = undated_runs(connection)
    for some in _apart(changes):
        _merge_some(connection, some, undated)


def _changes(connection: Connection, marked: Sequence[int]) -> _Changes:
    """Give what is another one than before of the versions that are marked."""
    before = {one.no: one for one in held_of(connection, marked)}
    now = {one.no: one for one in _told(connection, marked)}
    if any(no in now and now[no].day != one.day for no, one in before.items()):
        raise WholeError
    same = {no for no, one in before.items() if no in now and _are_same(one, now[no])}
    new = (one for no, one in now.items() if no not in same)
    return _Changes(tuple(new), tuple(one for no, one in before.items() if no not in same))


def _are_same(one: Told, other: Told) -> bool:
    return (one.key, one.words) == (other.key, other.words)


def _told(connection: Connection, versions: Collection[int] | None = None) -> Iterator[Told]:
    """Yield the stories that stand, of all versions or of some."""
    asked = select(_V.no, _V.id, _V.date, _V.print).where(_V.current)
    parts = [asked] if versions is None else (asked.where(_V.no.in_(v)) for v in batches(versions))
    for part in parts:
        for row in connection.execute(part):
            key, words = f"{row.date or _UNDATED} {row.id} {row.no}", _print(connection, row)
            yield Told(no=row.no, key=key, day=_day(row.date), words=words)


def _apart(changes: _Changes) -> Iterator[_Changes]:
    """Yield changes by turns that lie so far apart that no story is near two of them."""
    start: date | None = None
    days = changes.days
    for day, after in zip(days, [*days[1:], None], strict=True) if days else ():
        start = start or day
        if after is None or after - day > 2 * _AROUND:
            yield _Changes(*(_between(of, start, day) for of in (changes.new, changes.gone)))  # type: ignore[arg-type]
            start = None


def _between(stories: Sequence[Told], first: date, last: date) -> tuple[Told, ...]:
    return tuple(one for one in stories if one.day and first <= one.day <= last)


def _merge_some(connection: Connection, changes: _Changes, undated: frozenset[int]) -> None:
    """Merge changes of some days, with as many days around them as have a part in it."""
    around = _AROUND
    while around < _ALL_DAYS:
        try:
            return _merge_within(connection, changes, undated, around)
        except BeyondError:
            around *= 3
    raise WholeError


def _merge_within(
    connection: Connection, changes: _Changes, undated: frozenset[int], around: timedelta
) -> None:
    reach = _earlier(changes.days[0], around), _later(changes.days[-1], around)
    gone = {one.no for one in changes.gone}
    held = held_between(connection, *reach)
    days = DaysAtHand(held, changes.new, gone=gone, undated=undated, reach=reach)
    grown = grow(days, shares_between(connection, *reach))
    keep_changed(connection, gone, grown.held, grown.shares)
    stories = {one.key: one for one in days.stories}
    lost = gone - {one.no for one in changes.new}
    new = _rows(grown.origins, stories)
    _keep(connection, _had(connection, [*new, *lost]), new)


def _earlier(day: date, by: timedelta) -> date:
    return day - by if day - date.min > by else date.min


def _later(day: date, by: timedelta) -> date:
    return day + by if date.max - day > by else date.max


def merge_all(connection: Connection) -> None:
    """Find the origins of all stories, and write of each what differs from before."""
    stories = {one.key: one for one in _told(connection)}
    found = find_all(stories.values())
    keep_all(connection, found.held, found.shares)
    had = {row.version: (row.origin, row.reason) for row in connection.execute(select(TABLE))}
    _keep(connection, had, _rows(found.origins, stories))


def _rows(origins: Iterable[Origin], stories: Mapping[str, Told]) -> dict[int, _Row]:
    """Give of each version its origin, and why."""
    new: dict[int, _Row] = {}
    for origin in origins:
        first = _id(origin.keys[0])
        for key, reason in zip(origin.keys, origin.reasons, strict=True):
            new[stories[key].no] = (first, _named(reason, stories))
    return new


def _id(key: str) -> str:
    """Give the id of a story by its key, where it stands between a day and a number."""
    return key.partition(" ")[2].rpartition(" ")[0]


def _day(written: str | None) -> date | None:
    days = When(written).days() if written else None
    return days[0] if days else None


def _had(connection: Connection, versions: Iterable[int]) -> dict[int, _Row]:
    rows = (
        connection.execute(select(TABLE).where(TABLE.c.version.in_(some)))
        for some in batches(versions)
    )
    return {row.version: (row.origin, row.reason) for some in rows for row in some}


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


def _named(reason: str, stories: Mapping[str, Told]) -> str | None:
    """Give a reason with the id of a story in place of its key; None: the story has no copy."""
    words, _, key = reason.rpartition(" in ")
    return f"{words} in {_id(key)}" if key in stories else reason or None


def _print(connection: Connection, row: Any) -> Print:
    """Give a story's print; that of a story from before there were any is taken of its whole text."""
    if row.print is not None:
        return unpacked(row.print)
    return print_of(connection.execute(select(_V.text).where(_V.no == row.no)).scalar_one())
