"""What the ledger's stories tell of rows of the record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, text

from penholder.store.chosen_rows import rows_by_id

_STATEMENTS = (
    "SELECT told.story, told.place, told.text, told.event, stories.outlet, stories.date FROM statements AS told"
    " JOIN stories ON stories.id = told.story WHERE told.record = :row"
    " ORDER BY stories.date DESC, told.story, told.place LIMIT 100"
)
_EVENTS = "SELECT DISTINCT event FROM story_statements WHERE record = :row AND event IS NOT NULL ORDER BY event LIMIT 20"
_DRAFTS = (
    "SELECT DISTINCT part.draft FROM story_statements AS told JOIN drafted_statements AS part"
    " ON part.statement = told.no WHERE told.record = :row ORDER BY part.draft"
)
_REPORTS = (
    "SELECT told.record, count(DISTINCT teller.id) AS stories, count(DISTINCT coalesce(teller.outlet, teller.id)) AS outlets,"
    " count(DISTINCT coalesce(first.origin, teller.id)) AS origins FROM story_statements AS told"
    " JOIN story_versions AS teller ON teller.no = told.version"
    " LEFT JOIN story_origins AS first ON first.version = told.version WHERE told.record IN :rows GROUP BY told.record"
)
_LAUNCHES_OF_NONE = (
    "SELECT id FROM merged_events AS one WHERE kind = 'weapon_test' AND day >= :first AND day < :last AND actor = :actor"
    " AND NOT EXISTS (SELECT 1 FROM story_statements AS told WHERE told.event = one.id AND told.record IS NOT NULL)"
    " ORDER BY day DESC LIMIT :most"
)


def statements_of_row(ledger: Connection, row: str) -> list[dict[str, Any]]:
    """Give what stories say of a row ("votes 2781"), the newest hundred."""
    return [dict(one) for one in ledger.execute(text(_STATEMENTS), {"row": row}).mappings()]


def events_of_row(ledger: Connection, row: str) -> list[dict[str, Any]]:
    """Give the events that are joined to a row, the first twenty."""
    return rows_by_id(ledger, "events", ledger.execute(text(_EVENTS), {"row": row}).scalars())


def drafts_of_row(ledger: Connection, row: str) -> list[str]:
    """Give the ids of the drafts that a vote was on, by their statements."""
    return list(ledger.execute(text(_DRAFTS), {"row": row}).scalars())


def reports_of_rows(ledger: Connection, rows: Sequence[str]) -> dict[str, dict[str, int]]:
    """Give how many stories, outlets and origins report each row; those that none reports are left out."""
    if not rows:
        return {}
    asked = text(_REPORTS).bindparams(bindparam("rows", expanding=True))
    found = ledger.execute(asked, {"rows": list(rows)}).mappings()
    return {row["record"]: {k: row[k] for k in ("stories", "outlets", "origins")} for row in found}


def launches_of_no_row(
    ledger: Connection, actor: str, year: int, most: int
) -> list[dict[str, Any]]:
    """Give the events of a year in which somebody tests a weapon and that no row is joined to, newest first."""
    given = {"actor": actor, "first": f"{year}", "last": f"{year + 1}", "most": most}
    ids = ledger.execute(text(_LAUNCHES_OF_NONE), given).scalars()
    return rows_by_id(ledger, "events", ids)
