"""Vetoes as they are counted: by votes, by the UN library's list, and by meetings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from penholder.model.verdict import Row

if TYPE_CHECKING:
    from penholder.records.load import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedVeto:
    """A draft on the Dag Hammarskjöld Library's list of vetoes."""

    date: str
    draft: str
    meeting: str
    vetoed_by: tuple[str, ...]

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("vetoes", f"{self.date} {self.draft}")


@dataclass(frozen=True, slots=True, kw_only=True)
class VetoCount:
    """How many vetoes of a member one way of counting gives, and up to which day it can."""

    basis: str  # votes | library | meetings
    label: str
    number: int
    last: str
    rows: tuple[Row, ...]


def count_vetoes(records: Records, member: str, until: str) -> tuple[VetoCount, ...]:
    """Count a member's vetoes up to a day, included, on each basis that is in use."""
    # Imported votes are passed over here: since the record's last day, failed drafts may be missing.
    last = min(until, records.coverage["votes"].last.isoformat())
    votes = [v for v in records.votes if member in v.vetoed_by and v.date <= last]
    listed = [v for v in records.vetoes if member in v.vetoed_by and v.date <= until]
    meetings = {vote.meeting or f"{vote.date} {vote.vote_id}" for vote in votes}
    rows = tuple(vote.row for vote in votes)
    library = min(until, records.coverage["vetoes"].last.isoformat())
    return (
        VetoCount(basis="votes", label="every vote on a draft, an amendment or a part of one",
                  number=len(votes), last=last, rows=rows),
        VetoCount(basis="library", label="drafts on the UN library's list",
                  number=len(listed), last=library, rows=tuple(veto.row for veto in listed)),
        VetoCount(basis="meetings", label="meetings with a veto",
                  number=len(meetings), last=last, rows=rows),
    )  # fmt: skip


def listed_veto_of(row: Mapping[str, str]) -> ListedVeto:
    """Read one row of vetoes.csv."""
    return ListedVeto(
        date=row["date"],
        draft=row["draft"],
        meeting=row["meeting"],
        vetoed_by=tuple(row["vetoed_by"].split()),
    )
