"""The front page: what is new, what is most reported, what lies before the Council, what the record contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from penholder.errors import NotFoundError
from penholder.records.load import Records
from penholder.serve.lookups import presidency_of
from penholder.serve.web.asking import Ledger, Record
from penholder.serve.web.entries import Entry
from penholder.serve.web.pages import Page
from penholder.serve.web.stories import with_verdicts
from penholder.serve.web.telling import claim_entry, event_entry, story_entry
from penholder.store import newest
from penholder.store.agencies import with_agencies
from penholder.store.chosen_rows import rows_by_id
from penholder.store.whole_drafts import open_drafts

Json = dict[str, Any]

_SHOWN = 8
# Days before the ledger's last one in which events are weighed, the first that hold enough of them; and how many at most, the newest.
_RECENT, _WEIGHED = (30, 365, 3650), 400

# Days before the ledger's last story after which a draft of which nothing is heard lies on no table: few take longer to a vote.
_ON_TABLE = 120


def find_front(ledger: Ledger, records: Record) -> Json:
    """Give what is new in the ledger, and who presides over the Council this month."""
    events, last = newest.events({}), newest.last_day(ledger)
    latest = [dict(row) for row in ledger.execute(events.limit(_SHOWN)).mappings()]
    contradicted = newest.claims({"verdict": "contradicted"}).limit(_SHOWN)
    return {
        "stories": _stories(ledger),
        "events": newest.events_heard(ledger, latest),
        "most_reported": _most_reported(ledger, last),
        "table": _on_table(ledger, newest.last_story(ledger)),
        "contradicted": with_agencies(
            ledger, [dict(row) for row in ledger.execute(contradicted).mappings()]
        ),
        "presidency": _presidency(records),
    }


def _stories(ledger: Connection) -> list[Json]:
    rows = [dict(row) for row in ledger.execute(newest.stories().limit(_SHOWN)).mappings()]
    return with_verdicts(ledger, rows)


def _on_table(ledger: Connection, last: str | None) -> Json:
    """Give the drafts of the last months that have not come to their end, and since when: older ones are no news."""
    if not last:
        return {"drafts": [], "since": None}
    since = (date.fromisoformat(last) - timedelta(days=_ON_TABLE)).isoformat()
    return {"drafts": open_drafts(ledger, since, _SHOWN), "since": since}


def _most_reported(ledger: Connection, last: str | None) -> Json:
    """Give the recent events that most origins report, the first day of what was weighed, and whether it was all since then."""
    if not last:
        return {"events": [], "since": None, "weighed": 0, "is_all": True}
    rows = _recent(ledger, date.fromisoformat(last))
    ranked = newest.most_told(ledger, tuple(row["id"] for row in rows), _SHOWN)
    return {
        "events": rows_by_id(ledger, "events", ranked),
        "since": rows[-1]["day"],
        "weighed": len(rows),
        "is_all": len(rows) < _WEIGHED,
    }


def _recent(ledger: Connection, last: date) -> list[Json]:
    """Give the events of the shortest stretch before the last day that holds enough of them, newest first."""
    rows: list[Json] = []
    for days in _RECENT:
        since = (last - timedelta(days=days)).isoformat()
        asked = newest.events({}, since=since).limit(_WEIGHED)
        rows = [dict(row) for row in ledger.execute(asked).mappings()]
        if len(rows) >= _SHOWN:
            break
    return rows


def _presidency(records: Records) -> Json:
    """Give who presides this month; `president` is None where the record does not reach so far."""
    month = f"{datetime.now(UTC):%Y-%m}"
    try:
        return presidency_of(records, month)
    except NotFoundError as fault:
        return {"month": month, "president": None, "basis": fault.remedy}


def _entries(found: Mapping[str, Any]) -> Iterator[Entry]:
    yield from map(event_entry, found["events"])
    yield from map(story_entry, found["stories"])
    yield from map(claim_entry, found["contradicted"])


PAGES = (
    Page(
        path="/",
        template="front.html",
        find=find_front,
        entries=_entries,
        shown=lambda _: {"feed_of_all": lambda suffix: f"/everything{suffix}"},
        bound="What stands on the front page now",
    ),
)
