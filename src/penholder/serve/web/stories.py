"""Stories: a list of them, and one as it was read, with all that was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from penholder.serve.version_lines import versions_json
from penholder.serve.web.asking import Ledger
from penholder.serve.web.entries import Entry
from penholder.serve.web.filters import Day, Mark, PageNumber, PartNumber, Text
from penholder.serve.web.marking import find_parts, find_segments, place_of
from penholder.serve.web.pages import Page
from penholder.serve.web.telling import story_entry
from penholder.store import newest
from penholder.store.agencies import told_by, with_agencies
from penholder.store.chosen_rows import rows_by_id
from penholder.store.differences import list_versions
from penholder.store.joined import events_of_statements, other_copies, other_stories
from penholder.store.pieces import piece_of
from penholder.store.stories import load_story

Json = dict[str, Any]

# Other stories of one event that are listed; the event's own page has all.
_OTHERS = 6
# Stories of one origin that a page lists; the view `copies` has all.
_COPIES = 100


def find_stories(
    ledger: Ledger, outlet: Text = None, since: Day = None, until: Day = None, page: PageNumber = 1
) -> Json:
    """Give stories newest first, each with its number of claims of each verdict; `outlet` is who published it or the agency that it credits."""
    told = told_by(ledger, outlet) if outlet else None
    piece = piece_of(ledger, newest.stories(told, since, until), page)
    return {
        "stories": with_verdicts(ledger, piece.rows),
        "piece": piece.told(),
        "outlets": newest.outlets(ledger),
    }


def with_verdicts(ledger: Connection, rows: Sequence[Mapping[str, Any]]) -> list[Json]:
    """Give stories of a list with the agencies that they credit and their numbers of claims of each verdict."""
    counts = newest.verdict_counts(ledger, [row["no"] for row in rows])
    told = zip(rows, with_agencies(ledger, rows, "no"), strict=True)
    return [{**one, "verdicts": counts[row["no"]]} for row, one in told]


def find_story(ledger: Ledger, story_id: str, part: PartNumber = 1, at: Mark = None) -> Json:
    """Give a story by the contract, with its events, the other stories of these, its copies and versions.

    `shown` is the part of a long text that the page shows: the `part` that is asked for, or the one in which the statement,
    quote or claim begins that `at` names ("s3").
    """
    told = load_story(ledger, story_id)
    joined = events_of_statements(ledger, told["story"]["id"])
    events = rows_by_id(ledger, "events", dict.fromkeys(one["event"] for one in joined.values()))
    return {
        **told,
        "joined": joined,
        "events": [
            {**one, "others": other_stories(ledger, one["id"], story_id, _OTHERS)} for one in events
        ],
        "copies": other_copies(ledger, told["story"]["id"]),
        "shown": _part(told, part, at),
        "versions": list(versions_json(list_versions(ledger, story_id))),
    }


def _part(told: Json, number: int, at: str | None) -> Json:
    """Give which part is shown; one beyond the last is the last."""
    parts = find_parts(told)
    if at and (start := place_of(told, at)) is not None:
        number = next(n for n, (_, stop) in enumerate(parts, 1) if start < stop or n == len(parts))
    number = min(number, len(parts))
    start, stop = parts[number - 1]
    return {"number": number, "of": len(parts), "start": start, "stop": stop}


def _shown(found: Mapping[str, Any]) -> Json:
    shown = found["shown"]
    here = {
        found["joined"][place]["event"]
        for place, one in enumerate(found["statements"])
        if place in found["joined"] and shown["start"] <= one["span"][0] < shown["stop"]
    }
    return {
        "segments": list(find_segments(found, shown["start"], shown["stop"])),
        "here_in": lambda one: shown["start"] <= one["span"][0] < shown["stop"],
        "events": [one for one in found["events"] if one["id"] in here],
        "most_copies": _COPIES,
    }


def _entries(found: Mapping[str, Any]) -> Iterator[Entry]:
    yield from map(story_entry, found["stories"])


PAGES = (
    Page(path="/stories", template="stories.html", find=find_stories, entries=_entries),
    Page(path="/stories/{story_id:rest}", template="story.html", find=find_story, shown=_shown),
)
