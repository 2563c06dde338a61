"""What reading one file gives: rows, and what was refused with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from penholder.records.imports.listings import Listing
from penholder.records.imports.meetings import Meeting
from penholder.records.load import Vote
from penholder.records.offices import Term
from penholder.records.vetoes import ListedVeto

Value = Vote | ListedVeto | Term | Meeting | Listing


class Fault(StrEnum):
    """Why a row was refused."""

    CONTRADICTION = "contradicts itself"
    DATE = "has a date that cannot be"
    MEMBER = "names a member that is not known"
    PART = "lacks a part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row that a file brings, and where it stands there."""

    place: str  # "sc_voting.csv:812"
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A row that is not used, and why."""

    place: str
    name: str  # "S/RES/2403 (2018)"
    fault: Fault
    reason: str

    @property
    def told(self) -> str:
        """Give the refusal in a sentence."""
        return f"{self.place}: {self.name} {self.fault}: {self.reason}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one file holds."""

    form: str
    rows: int
    entries: tuple[Entry, ...]
    refused: tuple[Refusal, ...]
    missing: tuple[str, ...] = ()  # resolutions that the file passes over
    doubled: tuple[str, ...] = ()  # resolutions that stand in it more than once
    made: str = ""  # the day the file was made, where it says so


def reading(
    form: str,
    rows: int,
    found: list[Entry | Refusal],
    *,
    missing: tuple[str, ...] = (),
    doubled: tuple[str, ...] = (),
    made: str = "",
) -> Reading:
    """Part the rows that can be used from those that cannot."""
    return Reading(
        form=form,
        rows=rows,
        entries=tuple(one for one in found if isinstance(one, Entry)),
        refused=tuple(one for one in found if isinstance(one, Refusal)),
        missing=missing,
        doubled=doubled,
        made=made,
    )
