"""How a story is joined to the rest of the ledger: its events, the other stories of these, its copies."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text

from penholder.store.copies import copies_of

_EVENTS = "SELECT place, event, reason FROM statements WHERE story = :story AND event IS NOT NULL"
_OTHERS = (
    "SELECT DISTINCT stories.id, stories.date, stories.title, stories.outlet FROM statements AS told"
    " JOIN stories ON stories.id = told.story WHERE told.event = :event AND stories.id <> :story"
    " ORDER BY stories.date DESC, stories.id LIMIT :most"
)
_MERGED = "SELECT 1 FROM copies WHERE story = :story"


def events_of_statements(ledger: Connection, story: str) -> dict[int, dict[str, str]]:
    """Give of each statement of a story, by its place, the `event` that it is of and the `reason`."""
    rows = ledger.execute(text(_EVENTS), {"story": story}).mappings()
    return {row["place"]: {"event": row["event"], "reason": row["reason"]} for row in rows}


def other_stories(ledger: Connection, event: str, story: str, most: int) -> list[dict[str, Any]]:
    """Give the stories of an event besides one, newest first."""
    given = {"event": event, "story": story, "most": most}
    return [dict(row) for row in ledger.execute(text(_OTHERS), given).mappings()]


def other_copies(ledger: Connection, story: str) -> list[dict[str, Any]]:
    """Give the other stories of a story's origin; none while it is saved and not merged yet."""
    if ledger.execute(text(_MERGED), {"story": story}).first() is None:
        return []
    return [one for one in copies_of(ledger, story) if one["story"] != story]
