"""Events, each with all the statements that report it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from penholder.model.statement import Statement, StatementKind

EventId = NewType("EventId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, as all stories together tell it."""

    id: EventId  # "weapon_test-PRK-2022-05-04": made from the kind, the actor and the day
    kind: StatementKind
    when: str | None
    statements: tuple[Statement, ...]
    reason: str  # why these statements are one event


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All events, in the order of their days."""

    events: tuple[Event, ...]
