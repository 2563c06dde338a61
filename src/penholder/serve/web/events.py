"""What happened by all stories together: a list, and each event with who says what of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from fastapi import Query

from penholder.model.statement import StatementKind
from penholder.serve.typed import state_typed
from penholder.serve.web.asking import Ledger
from penholder.serve.web.entries import Entry
from penholder.serve.web.filters import Day, PageNumber, given, one_of
from penholder.serve.web.pages import Page
from penholder.serve.web.telling import event_entry
from penholder.store import newest
from penholder.store.pieces import piece_of
from penholder.store.whole_events import answers_to, corrections_of, whole_event

Json = dict[str, Any]

_KINDS = tuple(one.value for one in StatementKind if one.value not in {"statement", "other"})
_Kind = Annotated[str, one_of(_KINDS, "What happened.")]
_Actor = Annotated[str | None, Query(max_length=200, description="Who acted: PRK, North Korea.")]
# Statements that an event's page lists, and answers to it.
_MOST = 200


def find_events(
    ledger: Ledger,
    kind: _Kind = "",
    actor: _Actor = None,
    since: Day = None,
    until: Day = None,
    page: PageNumber = 1,
) -> Json:
    """Give events newest first; one without a day stands where it was first heard of."""
    wanted = given(kind=kind, actor=state_typed(actor) if actor else None)
    piece = piece_of(ledger, newest.events(wanted, since, until), page)
    found = newest.events_heard(ledger, piece.rows)
    return {"events": found, "piece": piece.told()}


def find_event(ledger: Ledger, event_id: str) -> Json:
    """Give an event with who says what of it, why each statement is of it, what answered it and what people decided."""
    found = whole_event(ledger, event_id)
    told = found["told"]
    return {
        **found,
        "told": told[:_MOST],
        "told_in_all": len(told),
        "outlet_of": {one["story"]: one["outlet"] or one["story"] for one in told},
        "answers": answers_to(ledger, found["id"], _MOST),
        "corrections": corrections_of(ledger, found["id"]),
    }


def _entries(found: Mapping[str, Any]) -> Iterator[Entry]:
    yield from map(event_entry, found["events"])


PAGES = (
    Page(
        path="/events",
        template="events.html",
        find=find_events,
        entries=_entries,
        shown=lambda _: {"kinds": _KINDS},
    ),
    Page(path="/events/{event_id:rest}", template="event.html", find=find_event),
)
