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

_EVENT = "SELECT * FROM events WHERE id = :event"
_ANSWERS = (
    "SELECT kind, actor, polarity, day, event, draft, story, outlet, place, cue, text FROM answers WHERE launch = :event"
    " ORDER BY story, place LIMIT :most"
)
_CORRECTIONS = (
    "SELECT number, act, event, other, field, value, note, made_by, made_at, withdrawn_by FROM corrections"
    " WHERE event = :event OR other = :event ORDER BY number"
)


def whole_event(ledger: Connection, named: str) -> dict[str, Any]:
    """Give an event by its id or an alias: its columns, `told`, `said` (value to stories, by field) and `aliases`.

    Raises:
        NotFoundError: the ledger has no such event.
    """
    id_ = find_event(ledger, named).id
    told = _rows(ledger, _TOLD, {"event": id_})
    aliases = select(ALIASES.c.alias).where(ALIASES.c.event == id_).order_by(ALIASES.c.alias)
    return {
        **_rows(ledger, _EVENT, {"event": id_})[0],
        "aliases": list(ledger.execute(aliases).scalars()),
        "said": _said(told),
        "told": told,
    }


def answers_to(ledger: Connection, event: str, most: int) -> list[dict[str, Any]]:
    """Give what answered a launch: condemnations, meetings and drafts, by the statements that say so."""
    return _rows(ledger, _ANSWERS, {"event": event, "most": most})


def corrections_of(ledger: Connection, event: str) -> list[dict[str, Any]]:
    """Give what people decided on an event, withdrawn or not."""
    return _rows(ledger, _CORRECTIONS, {"event": event})


def _rows(ledger: Connection, asked: str, given: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [dict(row) for row in ledger.execute(text(asked), given).mappings()]


def _said(told: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, list[str]]]:
    """Give every value that is told, with the stories that tell it."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        for name in ("day", *CORRECTABLE, "record"):
            if one[name] and one["story"] not in found[name][one[name]]:
                found[name][one[name]].append(one["story"])
    return {name: dict(sorted(values.items())) for name, values in found.items() if values}
