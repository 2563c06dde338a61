"""The events that a person asks for: the newest of them, what is cut, and on what their stories differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select, text

from penholder.merge.weapons import exactest
from penholder.store import newest
from penholder.store.chosen_rows import rows_by_id
from penholder.store.tables import CORRECTABLE, EVENTS

_SAID = text(
    f"SELECT event, {', '.join(CORRECTABLE)} FROM statements WHERE event IN :events"  # noqa: S608
).bindparams(bindparam("events", expanding=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events are asked for; None: whichever."""

    kind: str | None = None
    actor: str | None = None  # among those who act
    since: str | None = None
    until: str | None = None
    most: int = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The newest events of those asked for, oldest first, one without a day where it was first heard of; each also has what it `differ`s on."""

    events: Sequence[dict[str, Any]]
    number: int  # of all that were asked for
    undated: int  # of those left out because they have no day


def list_events(ledger: Connection, wanted: Wanted) -> Listed:
    """Give rows of the view `events`; `differ` has the values that cannot all be so, and `weapon` the most exact of those that can."""
    asked = _asked(wanted, wanted.since, wanted.until)
    ids = [row.id for row in ledger.execute(asked.limit(wanted.most))]
    said = _said(ledger, ids)
    rows = rows_by_id(ledger, "events", reversed(ids))
    found = [_told_of(row, said[row["id"]]) for row in rows]
    return Listed(events=found, number=_count(ledger, asked), undated=_undated(ledger, wanted))


def _asked(wanted: Wanted, since: str | None, until: str | None) -> Select[Any]:
    same = {"kind": wanted.kind, "actor": wanted.actor}
    return newest.events({name: one for name, one in same.items() if one}, since, until)


def _count(ledger: Connection, asked: Select[Any]) -> int:
    whole = asked.order_by(None).subquery()
    return ledger.execute(select(func.count()).select_from(whole)).scalar_one()


def _undated(ledger: Connection, wanted: Wanted) -> int:
    if not (wanted.since or wanted.until):
        return 0
    return _count(ledger, _asked(wanted, None, None).where(EVENTS.c.day.is_(None)))


def _said(ledger: Connection, ids: Sequence[str]) -> dict[str, dict[str, set[str]]]:
    """Give the values that statements tell, by event and field."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    rows = ledger.execute(_SAID, {"events": list(ids)}).mappings() if ids else ()
    for row in rows:
        for field in CORRECTABLE:
            found[row["event"]][field] |= {row[field]} - {None}
    return found


def _told_of(event: dict[str, Any], said: dict[str, set[str]]) -> dict[str, Any]:
    """Give an event with its weapon as exact as it is told, and the fields on which stories differ undecided."""
    decided = (event["corrected"] or "").split()
    weapon = exactest(said["weapon"])
    differ = {
        field: sorted(values)
        for field, values in said.items()
        if len(values) > 1 and field not in decided and not (field == "weapon" and weapon)
    }
    return {**event, "weapon": event["weapon"] or weapon, "differ": differ}
