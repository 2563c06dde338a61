"""The edges of each table: outside them the answer is "not covered"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The days that a table covers, both included, and how well."""

    table: str
    first: date
    last: date
    note: str

    def covers(self, first: date, last: date) -> bool:
        """Say whether all days from the first to the last are covered."""
        return self.first <= first and last <= self.last

    def touches(self, first: date, last: date) -> bool:
        """Say whether any day from the first to the last is covered."""
        return self.first <= last and first <= self.last

    @property
    def told(self) -> str:
        """Give the edges in a sentence."""
        return (
            f"The record of {self.table.replace('_', ' ')} runs from {self.first} to {self.last}."
        )


def coverage_of(row: Mapping[str, str]) -> Coverage:
    """Read one row of coverage.csv."""
    return Coverage(
        table=row["table"],
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]),
        note=row["note"],
    )
