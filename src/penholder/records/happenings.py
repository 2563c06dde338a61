"""Happenings that news dates itself by: wars, treaties, deaths, congresses, with their days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from penholder.model.verdict import Row

if TYPE_CHECKING:
    from penholder.records.load import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One happening; what recurs, as a congress does, has a row for each time."""

    id: str  # of tables/happenings.toml
    first: date
    last: date
    label: str
    source: str

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("happenings", f"{self.id}/{self.first}")


def happenings_named(records: Records, happening: str) -> tuple[Happening, ...]:
    """Give every time that a happening took place, oldest first."""
    return tuple(one for one in records.happenings if one.id == happening)


def happening_of(row: Mapping[str, str]) -> Happening:
    """Read one row of happenings.csv."""
    return Happening(
        id=row["id"],
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]),
        label=row["label"],
        source=row["source"],
    )
