"""Who has a seat on the Council, year by year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from penholder.model.verdict import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A member's seat in a year."""

    year: int
    member: str  # ISO 3166 alpha-3
    name: str  # as used for the rotation of the presidency
    permanent: bool

    @property
    def row(self) -> Row:
        """Give the row of the record."""
        return Row("members", f"{self.year}-{self.member}")


def seat_of(row: Mapping[str, str]) -> Seat:
    """Read one row of members.csv."""
    return Seat(
        year=int(row["year"]),
        member=row["member"],
        name=row["name"],
        permanent=row["permanent"] == "1",
    )
