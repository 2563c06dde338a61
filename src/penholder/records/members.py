"""Who has a seat on the Council, year by year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from penholder.model.verdict import Row

if TYPE_CHECKING:
    from penholder.records.load import Records


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


@cache
def seats_in(records: Records, year: int) -> tuple[Seat, ...]:
    """Give the seats of a year; none where it is not in the record."""
    return tuple(seat for seat in records.seats if seat.year == year)


def seat_of(row: Mapping[str, str]) -> Seat:
    """Read one row of members.csv."""
    return Seat(
        year=int(row["year"]),
        member=row["member"],
        name=row["name"],
        permanent=row["permanent"] == "1",
    )
