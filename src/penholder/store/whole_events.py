"""One event of the ledger with all that is told of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select, text

from penholder.store.meant_events import find_event
from penholder.store.tables import ALIASES, CORRECTABLE

_TOLD = (
    "SELECT told.story, stories.outlet, stories.date, told.place, told.day, told.reason, told.text,"  # noqa: S608
    f" {', '.join(f'told.{name}' for name in CORRECTABLE)}, told.record"
    " FROM statements AS told JOIN stories ON stories.id = told.story"
    " WHERE told.event = :event ORDER BY coalesce(stories.date, ''), told.story, told.place"
)


def whole_event(ledger: Connection, named: str) -> dict[str, Any]:
    """Give an event by its id or an alias: its columns, `told`, `said` (value to stories, by field) and `aliases`.

    Raises:
        NotFoundError: the ledger has no such event.
    """
    id_ = find_event(ledger, named).id
    told = [dict(row) for row in ledger.execute(text(_TOLD), {"event": id_}).mappings()]
    aliases = select(ALIASES.c.alias).where(ALIASES.c.event == id_).order_by(ALIASES.c.alias)
    return {
        **_row(ledger, id_),
        "aliases": list(ledger.execute(aliases).scalars()),
        "said": _said(told),
        "told": told,
    }


def _row(ledger: Connection, id_: str) -> dict[str, Any]:
    asked = text("SELECT * FROM events WHERE id = :event")
    return dict(ledger.execute(asked, {"event": id_}).mappings().one())


def _said(told: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, list[str]]]:
    """Give every value that is told, with the stories that tell it."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        for name in ("day", *CORRECTABLE, "record"):
            if one[name] and one["story"] not in found[name][one[name]]:
                found[name][one[name]].append(one["story"])
    return {name: dict(sorted(values.items())) for name, values in found.items() if values}
