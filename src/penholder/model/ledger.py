"""Events, each with all the statements that report it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from penholder.model.statement import Statement, StatementKind
from penholder.model.story import StoryId

EventId = NewType("EventId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One value that stories give a thing: its number is "2" in two of them, and "3" in another."""

    key: str  # day, weapon, number, system, outcome …
    value: str
    stories: tuple[StoryId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, as all stories together tell it."""

    id: EventId  # "weapon_test-PRK-2022-05-04": made from the kind, the actor and the time
    kind: StatementKind
    when: str | None  # the best time that is told, "2022-05-04" or "2022-05"; None: none is
    statements: tuple[Statement, ...]
    reasons: tuple[str, ...]  # why each statement belongs to it, in their order
    said: tuple[Said, ...] = ()  # every value that is told, with who tells it
    aliases: tuple[EventId, ...] = ()  # ids that it had, or would have, with fewer stories


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All events, in the order of their days."""

    events: tuple[Event, ...]
