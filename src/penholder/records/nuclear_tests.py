"""The nuclear tests of the DPRK, with the magnitude of the shock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from penholder.model.verdict import Row

if TYPE_CHECKING:
    from penholder.records.load import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class NuclearTest:
    """One nuclear test; `event_id` is its row among the launches."""

    no: int
    event_id: str
    date_local: str
    time_local: str
    date_utc: str
    time_utc: str
    magnitude: float  # USGS, body wave
    site: str

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("nuclear_tests", str(self.no))


def nuclear_tests_until(records: Records, day: str) -> tuple[NuclearTest, ...]:
    """Give the tests on or before a local day ("2017-09-03"), oldest first."""
    return tuple(test for test in records.nuclear_tests if test.date_local <= day)


def nuclear_test_of(row: Mapping[str, str]) -> NuclearTest:
    """Read one row of nuclear_tests.csv."""
    return NuclearTest(
        no=int(row["no"]),
        event_id=row["event_id"],
        date_local=row["date_local"],
        time_local=row["time_local"],
        date_utc=row["date_utc"],
        time_utc=row["time_utc"],
        magnitude=float(row["magnitude"]),
        site=row["site"],
    )
