"""Who presides over the Council, month by month: the English alphabet decides.

The members preside in the alphabetical order of the names then in use. A name that changes
moves a state's turn; such changes and the turns that were moved are rows of a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from penholder.model.verdict import Row
from penholder.records.members import Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Presidency:
    """Who presides over the Council in a month."""

    month: str
    president: str
    basis: str  # rule | rule+evidence | rule, unsure

    @property
    def row(self) -> Row:
        """Give the row of the record."""
        return Row("presidencies", self.month)

    @property
    def in_doubt(self) -> bool:
        """Say whether the turn may have been moved: then it bears nothing out and refutes nothing."""
        return self.basis.endswith("unsure")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameChange:
    """The name that a member bears from a month on, in the middle of a year."""

    member: str
    month: str
    name: str


def presidency_of_row(row: Mapping[str, str]) -> Presidency:
    """Read one row of presidencies.csv."""
    return Presidency(month=row["month"], president=row["president"], basis=row["basis"])


def rotate(
    seats: Iterable[Seat], changes: Sequence[NameChange], first: int
) -> Iterator[tuple[str, str]]:
    """Yield each month and its president, from January of a year on.

    The next president is the first whose name follows the last one's; after the last name of the
    alphabet comes the first. The first month goes to the first name.
    """
    by_year: dict[int, list[Seat]] = {}
    for seat in seats:
        by_year.setdefault(seat.year, []).append(seat)
    last = ""
    for year in sorted(year for year in by_year if year >= first):
        for number in range(1, 13):
            month = f"{year}-{number:02}"
            names = {name_in(seat, month, changes): seat.member for seat in by_year[year]}
            last = min((name for name in names if name > last), default=min(names))
            yield month, names[last]


def name_in(seat: Seat, month: str, changes: Iterable[NameChange]) -> str:
    """Give the name that a member bears in a month."""
    changed = [
        change.name
        for change in changes
        if change.member == seat.member and month[:4] == change.month[:4] <= change.month <= month
    ]
    return changed[-1] if changed else seat.name


def name_change_of(row: Mapping[str, str]) -> NameChange:
    """Read one entry of name_changes.toml."""
    return NameChange(member=row["member"], month=row["month"], name=row["name"])
