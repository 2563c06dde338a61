"""What a person decided about events; it holds whatever is read later, until it is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a person can do to an event."""

    MERGE = "merge"  # two events are one
    SPLIT = "split"  # some statements are of another event
    CORRECT = "correct"  # a value is this one
    REJECT = "reject"  # it is no event, or some statements are of none


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A statement by where it stands, so that it is known again when its story is read anew."""

    story: str
    start: int  # in the story's text
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """An event as it was when a person decided."""

    id: str
    thread: str
    places: tuple[Place, ...]  # of its statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One decision, with who made it and why."""

    number: int  # in the order in which they were made
    act: Act
    event: Meant | None  # None: only statements are rejected
    other: Meant | None  # that is merged into the event
    chosen: tuple[Place, ...]  # the statements that are split off or rejected
    field: str | None
    value: str | None
    note: str
    made_by: str
