"""Checks what is kept of stories to compare further ones with: a row for each, its print that of the story, and shares of both."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, or_, select

from penholder.merge.origins.prints import unpacked
from penholder.store.tables import CHANGED, HELD, SHARES, STORY_VERSIONS

_V, _H, _S = STORY_VERSIONS.c, HELD.c, SHARES.c


def faults_in_held(ledger: Connection) -> Iterator[str]:
    """Yield each fault; none where stories have changed since, or nothing is kept yet: then all of it is made anew."""
    held = ledger.execute(select(func.count(_H.version))).scalar_one()
    if not held or ledger.execute(select(CHANGED.c.version).limit(1)).first():
        return
    yield from _in_numbers(ledger, held)
    yield from _in_rows(ledger)
    yield from _in_shares(ledger)


def _in_numbers(ledger: Connection, held: int) -> Iterator[str]:
    standing = ledger.execute(select(func.count()).where(_V.current)).scalar_one()
    if held != standing:
        yield f"{standing} stories stand, and {held} are kept to compare others with."


def _in_rows(ledger: Connection) -> Iterator[str]:
    """Yield rows of versions that are past, of other words than the story's, or that name a version of which nothing is kept."""
    known = frozenset(ledger.execute(select(_H.version)).scalars())
    columns = (_V.id, _V.current, _V.print.label("told"), _H.print, _H.first, _H.kin)
    asked = select(*columns).select_from(HELD.join(STORY_VERSIONS, _H.version == _V.no))
    for row in ledger.execute(asked.order_by(_V.id)):
        yield from (f"{row.id}: {fault}" for fault in _in_row(row, known))


def _in_row(row: Any, known: frozenset[int]) -> Iterator[str]:
    if not row.current:
        yield "a version that is past is kept to compare others with."
    if row.told is not None and _print(row.print) != unpacked(row.told):
        yield "what is kept to compare others with is not of its words."
    if not known.issuperset((row.first, row.kin)):
        yield "it is kept as a copy of a version of which nothing is kept."


def _print(kept: bytes) -> array[int]:
    runs = array("I")
    if len(kept) % runs.itemsize == 0:
        runs.frombytes(kept)
    return runs


def _in_shares(ledger: Connection) -> Iterator[str]:
    """Yield shares of versions of which nothing is kept, or that no two texts can have."""
    there = select(_H.version)
    lost = or_(_S.one.not_in(there), _S.other.not_in(there))
    if number := ledger.execute(select(func.count()).select_from(SHARES).where(lost)).scalar_one():
        yield f"{number} rows of {SHARES.name} are of versions of which nothing is kept."
    odd = or_(_S.one >= _S.other, _S.share <= 0, _S.share > 1)
    if number := ledger.execute(select(func.count()).select_from(SHARES).where(odd)).scalar_one():
        yield f"{number} rows of {SHARES.name} are no shares of two texts."
