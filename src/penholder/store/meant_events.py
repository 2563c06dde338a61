"""The events and statements that a person means, as the ledger has them today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, select

from penholder.errors import NotFoundError
from penholder.model.correction import Meant, Place
from penholder.model.statement import StatementKind
from penholder.store.tables import (
    ALIASES,
    DRAFT_ALIASES,
    DRAFTED,
    EVENTS,
    STATEMENTS,
    STORY_VERSIONS,
)
from penholder.store.tables import DRAFTS as DRAFTS_TABLE

# Stands among the threads that have to be merged, where stories that tell of drafts have changed.
DRAFTS = "drafts of the Council"
_S, _V = STATEMENTS.c, STORY_VERSIONS.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a story says: one statement by its place, or all of them."""

    story: str
    place: int | None


def find_event(ledger: Connection, named: str) -> Meant:
    """Give an event or a draft by its id or by an alias.

    Raises:
        NotFoundError: the ledger has no such event or draft.
    """
    alias = select(ALIASES.c.event).where(ALIASES.c.alias == named).scalar_subquery()
    asked = select(EVENTS.c.id, EVENTS.c.thread).where(EVENTS.c.id.in_([named, alias]))
    row = ledger.execute(asked.order_by(EVENTS.c.id != named)).first()
    if row is None:
        return _find_draft(ledger, named)
    places = _places(ledger, _statements().where(_S.event == row.id))
    return Meant(id=row.id, thread=row.thread, places=places)


def _find_draft(ledger: Connection, named: str) -> Meant:
    alias = select(DRAFT_ALIASES.c.draft).where(DRAFT_ALIASES.c.alias == named).scalar_subquery()
    asked = select(DRAFTS_TABLE.c.id).where(DRAFTS_TABLE.c.id.in_([named, alias]))
    id_ = ledger.execute(asked.order_by(DRAFTS_TABLE.c.id != named)).scalar()
    if id_ is None:
        raise NotFoundError(
            named,
            fault="the ledger has no such event",
            remedy="See `penholder events` and `penholder drafts`",
        )
    places = _places(ledger, _statements().where(_S.no.in_(_drafted(id_))))
    return Meant(id=id_, thread=DRAFTS, places=places)


def _drafted(draft: str) -> Select[tuple[int]]:
    return select(DRAFTED.c.statement).where(DRAFTED.c.draft == draft)


def kinds_in(ledger: Connection, event: Meant) -> frozenset[StatementKind]:
    """Give the kinds of what is told of an event; several where a person merged them."""
    asked = select(_S.kind).where(_S.event == event.id).distinct()
    return frozenset(map(StatementKind, ledger.execute(asked).scalars()))


def of_event(ledger: Connection, event: Meant, chosen: Chosen) -> Sequence[Place]:
    """Give what a story tells of an event.

    Raises:
        NotFoundError: it tells nothing of it.
    """
    mine = _S.no.in_(_drafted(event.id)) if event.thread == DRAFTS else _S.event == event.id
    asked = _chosen(chosen).where(mine)
    return _places(ledger, asked) or _none(chosen, f"it has no such statement of {event.id}")


def choose(ledger: Connection, chosen: Chosen) -> Sequence[Place]:
    """Give a statement of a story.

    Raises:
        NotFoundError: the ledger has no such statement.
    """
    return _places(ledger, _chosen(chosen)) or _none(chosen, "the ledger has no such statement")


def _none(chosen: Chosen, fault: str) -> Sequence[Place]:
    told = chosen.story if chosen.place is None else f"{chosen.story} {chosen.place}"
    raise NotFoundError(
        told, fault=fault, remedy="`penholder event EVENT` shows the statements with their numbers"
    )


def _statements() -> Select[tuple[str, int, str]]:
    whole = STATEMENTS.join(STORY_VERSIONS, _S.version == _V.no)
    asked = select(_V.id, _S.start, _S.text).select_from(whole).where(_V.current)
    return asked.order_by(_V.id, _S.start, _S.place)


def _chosen(chosen: Chosen) -> Select[tuple[str, int, str]]:
    asked = _statements().where(_V.id == chosen.story)
    return asked if chosen.place is None else asked.where(_S.place == chosen.place)


def _places(ledger: Connection, asked: Select[tuple[str, int, str]]) -> tuple[Place, ...]:
    rows = ledger.execute(asked)
    return tuple(Place(story=row.id, start=row.start, words=row.text) for row in rows)
