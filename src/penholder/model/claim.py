"""A clause that can be checked, and what was understood by it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from penholder.model.comparator import Comparator
from penholder.model.council_questions import (
    CouncilAsked,
    ResolutionAsked,
    TallyAsked,
    VetoAsked,
    ViolationAsked,
)
from penholder.model.launch_questions import (
    ASSUMED,
    EVER,
    IN_OFFICE,
    LOOSE,
    CountAsked,
    DatedAsked,
    FirstAsked,
    FlightAsked,
    IntervalAsked,
    RecordAsked,
    RunAsked,
)
from penholder.model.other_questions import (
    DistanceAsked,
    HappeningAsked,
    OfficeAsked,
    OtherAsked,
    WeekdayAsked,
)

if TYPE_CHECKING:
    from penholder.model.actor import Actor
    from penholder.model.span import Span

__all__ = [
    "ASSUMED",
    "EVER",
    "IN_OFFICE",
    "LOOSE",
    "Asked",
    "Claim",
    "ClaimType",
    "Comparator",
    "CouncilAsked",
    "CountAsked",
    "DatedAsked",
    "DistanceAsked",
    "FirstAsked",
    "FlightAsked",
    "HappeningAsked",
    "IntervalAsked",
    "OfficeAsked",
    "OtherAsked",
    "RecordAsked",
    "ResolutionAsked",
    "RunAsked",
    "TallyAsked",
    "VetoAsked",
    "ViolationAsked",
    "WeekdayAsked",
]


class ClaimType(StrEnum):
    """What sort of fact a claim asserts."""

    COUNT_IN_PERIOD = "count_in_period"
    FIRST_SINCE = "first_since"
    VOTE_TALLY = "vote_tally"
    WHO_VETOED = "who_vetoed"
    COUNCIL_FACT = "council_fact"
    RESOLUTION_FACT = "resolution_fact"
    VIOLATION = "violation"
    OFFICE = "office"
    OTHER = "other"


Asked = (
    CountAsked
    | FirstAsked
    | TallyAsked
    | VetoAsked
    | CouncilAsked
    | ResolutionAsked
    | ViolationAsked
    | OfficeAsked
    | RunAsked
    | RecordAsked
    | DatedAsked
    | FlightAsked
    | IntervalAsked
    | HappeningAsked
    | DistanceAsked
    | WeekdayAsked
    | OtherAsked
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable clause of a story."""

    span: Span
    text: str
    type: ClaimType
    asked: Asked
    said_by: Actor | None = None  # None: the reporter's own voice
    rule: str | None = None  # the table row that found it
