"""Everything, newest first: stories, events, stages of drafts, votes, and claims that the record contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select

from penholder.serve.web.asking import Ledger, Record
from penholder.serve.web.drafts import stage_entries
from penholder.serve.web.entries import Entry
from penholder.serve.web.pages import Page
from penholder.serve.web.telling import claim_entry, event_entry, story_entry
from penholder.serve.web.votes import newest_votes, vote_entry
from penholder.store import newest
from penholder.store.chosen_rows import rows_by_id
from penholder.store.tables import CLAIMS, STORY_VERSIONS
from penholder.store.whole_drafts import drafts_asked

Json = dict[str, Any]

# Entries in all; none of what is newest is missing, for of each noun so many are weighed.
_MOST = 200


def find_everything(ledger: Ledger, records: Record) -> Json:
    """Give the newest 200 of all that there is: an undated story or claim by the day on which it was seen, what has no day at all last."""
    found = [*_of_ledger(ledger), *map(vote_entry, newest_votes(records, _MOST))]
    found.sort(key=lambda one: one.came, reverse=True)
    return {"most": _MOST, "entries": [asdict(one) for one in found[:_MOST]]}


def _of_ledger(ledger: Connection) -> Iterator[Entry]:
    contradicted = newest.claims({"verdict": "contradicted"})
    yield from map(claim_entry, _with_undated(ledger, contradicted, CLAIMS.c.published))
    yield from map(event_entry, rows_by_id(ledger, "events", _ids(ledger, newest.events({}))))
    for draft in rows_by_id(ledger, "drafts", _ids(ledger, drafts_asked({}))):
        yield from stage_entries(draft)
    stories = _with_undated(ledger, newest.stories(), STORY_VERSIONS.c.date)
    counts = newest.verdict_counts(ledger, [one["no"] for one in stories])
    yield from (story_entry({**one, "verdicts": counts[one["no"]]}) for one in stories)


def _with_undated(ledger: Connection, asked: Select[Any], day: ColumnElement[Any]) -> list[Json]:
    """Give the newest rows by their day, then those without a day: they can have come last of all."""
    parts = (asked.where(day.is_not(None)), asked.where(day.is_(None)))
    return [row for part in parts for row in _rows(ledger, part)]


def _rows(ledger: Connection, asked: Any) -> list[Json]:
    return [dict(row) for row in ledger.execute(asked.limit(_MOST)).mappings()]


def _ids(ledger: Connection, asked: Any) -> list[str]:
    return [row["id"] for row in _rows(ledger, asked)]


def _entries(found: Mapping[str, Any]) -> Iterator[Entry]:
    yield from (Entry(**one) for one in found["entries"])


PAGES = (
    Page(
        path="/everything",
        template="everything.html",
        find=find_everything,
        entries=_entries,
        bound=f"The newest {_MOST} at most of all stories, events, stages of drafts, votes and contradicted claims",
    ),
)
