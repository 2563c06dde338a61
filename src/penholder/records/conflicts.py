"""Rows on which sources disagree: both readings, which one stands, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from penholder.model.verdict import Row

if TYPE_CHECKING:
    from penholder.records.load import Records
    from penholder.records.votes import Vote


# What a reader is told for a field whose name says little.
_FIELDS = {"row": "the whole row", "veto": "the list of vetoes", "vetoed_by": "who vetoed it"}
# A reading that stands is named again if it is no longer than this.
_SHORT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two readings of one field of one row."""

    table: str
    key: str  # the key of the row; or the days it holds for, "1966-01-01/1967-12-31"
    field: str
    reading: str
    source: str
    other_reading: str
    other_source: str
    kept: str  # the reading that stands; "": nobody has decided, and the table shows the first
    why: str

    @property
    def open(self) -> bool:
        """Say whether nobody has decided which reading is right."""
        return not self.kept

    @property
    def told(self) -> str:
        """Give the conflict in a sentence."""
        return f"{self.readings}; {self._stands}: {self.why}."

    @property
    def _stands(self) -> str:
        if self.open or len(self.kept) <= _SHORT:
            return f"{self.kept} stands" if self.kept else "not decided"
        return "the former stands" if self.kept == self.reading else "the latter stands"

    @property
    def readings(self) -> str:
        """Give both readings with their sources."""
        return (
            f"{_FIELDS.get(self.field, self.field)}: {self.reading} ({self.source})"
            f" or {self.other_reading} ({self.other_source})"
        )

    @property
    def of_days(self) -> bool:
        """Say whether it is about all rows of some days, not about one row."""
        return "/" in self.key

    def holds_on(self, day: str) -> bool:
        """Say whether it holds for all rows of some days, and this is one of them."""
        first, _, last = self.key.partition("/")
        return bool(last) and first <= day <= last

    @property
    def row(self) -> Row:
        """Give the row of the record that it is about."""
        return Row(self.table, self.key)


def conflicts_on(records: Records, row: Row) -> tuple[Conflict, ...]:
    """Give the conflicts about one row."""
    return records.conflicts_by_row.get(row, ())


def conflicts_on_vote(records: Records, vote: Vote) -> tuple[Conflict, ...]:
    """Give the conflicts about a vote, those of all votes of its days included."""
    return conflicts_on(records, vote.row) + tuple(
        one
        for row, several in records.conflicts_by_row.items()
        if "/" in row.key and row.table == "votes"
        for one in several
        if one.holds_on(vote.date)
    )


def by_row(conflicts: Iterable[Conflict]) -> Mapping[Row, tuple[Conflict, ...]]:
    """Give the conflicts by the row that they are about."""
    found: dict[Row, list[Conflict]] = {}
    for one in conflicts:
        found.setdefault(one.row, []).append(one)
    return {row: tuple(several) for row, several in found.items()}


def conflict_of(row: Mapping[str, str]) -> Conflict:
    """Read one row of conflicts.csv."""
    return Conflict(**row)
