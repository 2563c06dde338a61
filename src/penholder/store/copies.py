"""Stories of one origin."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text

from penholder.store.stories import no_such_story

_SAME = (
    "SELECT * FROM copies WHERE origin = (SELECT origin FROM copies WHERE story = :story)"
    " ORDER BY story <> origin, coalesce(date, '9999'), story"
)


def copies_of(ledger: Connection, story: str) -> list[dict[str, Any]]:
    """Give the stories of a story's origin, itself among them, the first one in front.

    Raises:
        NotFoundError: the ledger has no story of that id.
    """
    rows = ledger.execute(text(_SAME), {"story": story}).mappings().all()
    if not rows:
        raise no_such_story(story)
    return [dict(row) for row in rows]
