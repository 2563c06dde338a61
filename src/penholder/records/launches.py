"""Launches and tests of the DPRK, one row for each firing that was reported as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from penholder.errors import RecordError
from penholder.model.verdict import Row
from penholder.model.when import When

if TYPE_CHECKING:
    from penholder.records.load import Records

# North Korea's noon is 23:00 of the day before in New York, 22:00 in winter: a launch before
# 13:00 there bears yesterday's date in a story written in the United States.
_SAME_DAY_IN_AMERICA = "14:00"
# Korea is nine hours ahead of UTC; between August 2015 and May 2018 North Korea's own clocks were
# half an hour behind the South's, whose times these are.
_SAME_DAY_IN_UTC = "09:00"
# When a part of a day begins and ends, where a report gives no hour.
_PARTS = {"dawn": ("03:00", "07:59"), "morning": ("05:00", "11:59")}
_DAY = timedelta(days=1)


class Clock(StrEnum):
    """Whose date a launch bears."""

    LOCAL = "local"
    AMERICAN = "american"
    UTC = "utc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """One firing, or one nuclear test, as the record has it."""

    event_id: str  # KP-2022-05-04-1
    date_local: str  # may be partial ("1984-09") or a range of days ("1993-05-29/1993-05-30")
    time_local: str | None  # "12:03", the first of several; "dawn", "morning"; None: not known
    date_utc: str | None
    kind: str  # BM | CM | ARTY | SAM | SLV | UUV | NUKE | GW
    kinds: frozenset[str]  # words of tables/weapons.toml, and icbm_flight, icbm_us_rok
    cls: str
    system: str
    site: str
    n_min: int
    n_max: int
    n_all: int  # missiles of every kind at least, where a firing mixed several kinds
    n_basis: str  # exact | about | floor: with a floor the real number may be higher
    n_cns: int  # how many rows the CNS database has for it
    n_cns_failed: int
    outcome: str  # success | failure | mixed | unknown
    range_km: int | None  # how far it flew; of several, the farthest; None: not known
    apogee_km: int | None  # how high it flew; of several, the highest
    flight_source: str  # who gave these two
    numbered: bool  # False: it was disclosed late or doubted, and most counts leave it out
    occasion_id: str
    round_id: str
    reported_by: str
    confidence: str
    sources: str
    note: str

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("launches", self.event_id)

    @property
    def icbm_flight(self) -> bool:
        """Say whether it flew as an ICBM flies."""
        return "icbm_flight" in self.kinds

    @property
    def icbm_us_rok(self) -> bool:
        """Say whether the United States or South Korea assessed it as a test of an ICBM system."""
        return "icbm_us_rok" in self.kinds

    @property
    def failed(self) -> bool:
        """Say whether it failed as a whole."""
        return self.outcome == "failure"

    def days(self, clock: Clock = Clock.LOCAL) -> tuple[date, date]:
        """Give the first and last day it could bear by a clock; mostly the same day."""
        first, last = _days(self.date_local)
        if clock is Clock.LOCAL:
            return first, last
        if clock is Clock.UTC:
            return self._utc_days(first, last)
        if self._was_before(_SAME_DAY_IN_AMERICA) is False:
            return first, last
        return first - _DAY, last - _DAY

    def _utc_days(self, first: date, last: date) -> tuple[date, date]:
        """Give the UTC day that the record names, or the days that the local time leaves open."""
        if self.date_utc:
            return _days(self.date_utc)
        early = self._was_before(_SAME_DAY_IN_UTC)
        return (first if early is False else first - _DAY), (last - _DAY if early else last)

    def _was_before(self, hour: str) -> bool | None:
        """Say whether it was fired before an hour of its day; None: it cannot be told."""
        if self.time_local is None:
            return None
        begin, end = _PARTS.get(self.time_local, (self.time_local, self.time_local))
        return True if end < hour else None if begin < hour else False


def launches_between(
    records: Records, first: date, last: date, clock: Clock = Clock.LOCAL
) -> tuple[Launch, ...]:
    """Give the launches whose day by a clock may lie between two days, both included."""
    return tuple(
        launch for launch in records.launches if _share_a_day(launch.days(clock), (first, last))
    )


def _share_a_day(some: tuple[date, date], others: tuple[date, date]) -> bool:
    return some[0] <= others[1] and others[0] <= some[1]


def launch_with(records: Records, event_id: str) -> Launch | None:
    """Give the launch of an id ("KP-2022-03-24-1"), or None."""
    return next((one for one in records.launches if one.event_id == event_id), None)


def launch_of(row: Mapping[str, str]) -> Launch:
    """Read one row of launches.csv.

    Raises:
        RecordError: the row contradicts itself.
    """
    launch = Launch(
        event_id=row["event_id"],
        date_local=row["date_local"],
        time_local=row["time_local"] or None,
        date_utc=row["date_utc"] or None,
        kind=row["kind"],
        kinds=frozenset(row["kinds"].split()),
        cls=row["cls"],
        system=row["system"],
        site=row["site"],
        n_min=int(row["n_min"]),
        n_max=int(row["n_max"]),
        n_all=int(row["n_all"]),
        n_basis=row["n_basis"],
        n_cns=int(row["n_cns"] or 0),
        n_cns_failed=int(row["n_cns_failed"] or 0),
        outcome=row["outcome"],
        range_km=int(row["range_km"]) if row["range_km"] else None,
        apogee_km=int(row["apogee_km"]) if row["apogee_km"] else None,
        flight_source=row["flight_source"],
        numbered=row["numbered"] != "no",
        occasion_id=row["occasion_id"],
        round_id=row["round_id"],
        reported_by=row["reported_by"],
        confidence=row["confidence"],
        sources=row["sources"],
        note=row["note"],
    )
    _check(launch)
    return launch


def _check(launch: Launch) -> None:
    faults = {
        "has no day": When(launch.date_local).days() is None,
        "has a floor above its ceiling": launch.n_min > launch.n_max,
        "has more failures than rows": launch.n_cns_failed > launch.n_cns,
        "has no kind": not launch.kinds,
    }
    for fault, holds in faults.items():
        if holds:
            raise RecordError(
                f"launches.csv: {launch.event_id}",
                fault=f"the launch {fault}",
                remedy="Compare the row with its sources.",
            )


@cache
def _days(value: str) -> tuple[date, date]:
    days = When(value).days()
    if days is None:
        raise RecordError(value, fault="the value names no day", remedy="Mend the row.")
    return days
