"""What is kept of each story whose origin is known, in the ledger's tables."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, delete, func, insert, select

from penholder.merge.origins.held import Held, Shares
from penholder.merge.origins.prints import Print, looked_up
from penholder.store.tables import HELD, SHARES

_H, _S = HELD.c, SHARES.c
# Rows that are written, and numbers that are asked for, at once.
_BATCH = 500


def number_held(connection: Connection) -> int:
    """Give of how many stories something is kept."""
    return connection.execute(select(func.count(_H.version))).scalar_one()


def held_of(connection: Connection, versions: Collection[int]) -> Iterator[Held]:
    """Yield what is kept of some stories."""
    for some in batches(versions):
        yield from map(_held, connection.execute(select(HELD).where(_H.version.in_(some))))


def held_between(connection: Connection, first: date, last: date) -> list[Held]:
    """Give the stories of some days."""
    asked = select(HELD).where(_between(first, last))
    return [_held(row) for row in connection.execute(asked)]


def shares_between(connection: Connection, first: date, last: date) -> Shares:
    """Give what the texts of some days share with others."""
    asked = select(SHARES).join(HELD, _H.version == _S.one).where(_between(first, last))
    return {(row.one, row.other): row.share for row in connection.execute(asked)}


def _between(first: date, last: date) -> ColumnElement[bool]:
    # PostgreSQL's BETWEEN takes no value with a collation.
    return (_H.day >= first.isoformat()) & (_H.day <= last.isoformat())


def undated_runs(connection: Connection) -> frozenset[int]:
    """Give the runs by which stories without a day are looked up."""
    prints = connection.execute(select(_H.print).where(_H.day.is_(None))).scalars()
    return frozenset(run for kept in prints for run in looked_up(_print(kept)))


def keep_all(connection: Connection, held: Iterable[Held], shares: Shares) -> None:
    """Keep stories and shares instead of all that was kept."""
    for table in (HELD, SHARES):
        connection.execute(delete(table))
    _add_held(connection, held)
    _add_shares(connection, shares)


def keep_changed(
    connection: Connection, gone: Iterable[int], held: Sequence[Held], shares: Shares
) -> None:
    """Keep stories and shares (0: no longer) that are others than before, and none that went."""
    _delete(connection, [{"of": no} for no in {*gone, *(one.no for one in held)}])
    _add_held(connection, held)
    pairs = [{"of": one, "and": other} for one, other in shares]
    if pairs:
        chosen = (_S.one == bindparam("of")) & (_S.other == bindparam("and"))
        connection.execute(delete(SHARES).where(chosen), pairs)
    _add_shares(connection, {pair: share for pair, share in shares.items() if share > 0})


def _delete(connection: Connection, rows: Sequence[Mapping[str, int]]) -> None:
    if rows:
        connection.execute(delete(HELD).where(_H.version == bindparam("of")), rows)


def _add_held(connection: Connection, held: Iterable[Held]) -> None:
    for some in batches(held):
        connection.execute(insert(HELD), [_row(one) for one in some])


def _add_shares(connection: Connection, shares: Shares) -> None:
    for some in batches(shares.items()):
        rows = [{"one": one, "other": other, "share": share} for (one, other), share in some]
        connection.execute(insert(SHARES), rows)


def batches(values: Iterable[Any]) -> Iterator[list[Any]]:
    """Yield values, some hundreds at once."""
    left = iter(values)
    while some := list(islice(left, _BATCH)):
        yield some


def _row(one: Held) -> dict[str, Any]:
    return {
        "version": one.no,
        "key": one.key,
        "day": one.day.isoformat() if one.day else None,
        "print": one.words.tobytes(),
        "first": one.first,
        "kin": one.kin,
        "background": one.background.tobytes(),
    }


def _held(row: Row[Any]) -> Held:
    return Held(
        no=row.version,
        key=row.key,
        day=date.fromisoformat(row.day) if row.day else None,
        words=_print(row.print),
        first=row.first,
        kin=row.kin,
        background=_print(row.background),
    )


def _print(kept: bytes) -> Print:
    runs: Print = array("I")
    runs.frombytes(kept)
    return runs
