"""What happened by all stories together: a list, and each event with who says what of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from fastapi import Query

from penholder.model.statement import EVENT_KINDS
from penholder.serve.known_actors import actor_known
from penholder.serve.web.asking import Ledger
from penholder.serve.web.entries import Entry
from penholder.serve.web.filters import Day, PageNumber, given, one_of
from penholder.serve.web.pages import Page
from penholder.serve.web.telling import event_entry
from penholder.store import newest
from penholder.store.pieces import piece_of
from penholder.store.whole_events import answers_to, corrections_of, whole_event

Json = dict[str, Any]

_Kind = Annotated[str, one_of(EVENT_KINDS, "What happened.")]
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
    acting = actor_known(actor, lambda id_: newest.acts(ledger, id_)) if actor else None
    wanted = given(kind=kind, actor=acting)
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
        shown=lambda _: {"kinds": EVENT_KINDS},
    ),
    Page(path="/events/{event_id:rest}", template="event.html", find=find_event),
)
