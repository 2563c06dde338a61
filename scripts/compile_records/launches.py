"""Makes launches.csv: every launch and nuclear test of the DPRK, from two tables and our judgments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from launch_rows import COLUMNS, Cells, read_rows, write_rows
from launches_before_2017 import added_launches, older_launches, older_tests
from launches_since_2017 import newer_launches

HERE = Path(__file__).parent
JUDGED = ("time_local", "n_max", "n_cns_failed", "numbered", "reported_by", "note")
FLOWN = ("range_km", "apogee_km", "flight_source")
TEST_COLUMNS = [
    "no",
    "event_id",
    "date_local",
    "time_local",
    "date_utc",
    "time_utc",
    "magnitude",
    "lat",
    "lon",
    "site",
]


def compile_launches(shared: Path) -> str:
    """Give the text of launches.csv."""
    folder = shared / "data" / "dprk"
    days = read_rows(HERE / "launch_days.csv")
    rows = [
        *older_launches(read_rows(folder / "launches_1984_2016.csv"), days),
        *older_tests(read_rows(folder / "nuclear_tests.csv")),
        *added_launches(read_rows(HERE / "launch_additions.csv")),
        *newer_launches(read_rows(folder / "launches_2017_2026.csv")),
    ]
    judged, flown = _by_id("launch_judgments.csv"), _by_id("launch_flights.csv")
    told = [
        _judge(row, judged.get(row["event_id"], {}), flown.get(row["event_id"], {}))
        for row in _in_order(rows)
    ]
    return write_rows(told, COLUMNS)


def compile_nuclear_tests(shared: Path) -> str:
    """Give the text of nuclear_tests.csv."""
    rows = read_rows(shared / "data" / "dprk" / "nuclear_tests.csv")
    return write_rows(map(_test, rows), TEST_COLUMNS)


def _test(row: Cells) -> Cells:
    names = {
        "event_id": f"KP-{row['date_kst']}-1",
        "date_local": row["date_kst"],
        "time_local": row["time_kst"],
        "magnitude": row["magnitude_usgs"],
    }
    return {column: names.get(column, row.get(column, "")) for column in TEST_COLUMNS}


def _by_id(name: str) -> dict[str, dict[str, str]]:
    return {row["event_id"]: row for row in read_rows(HERE / name)}


def _judge(row: dict[str, str], judged: Cells, flown: Cells) -> dict[str, str]:
    """Add what we say about a launch, and how far it flew, to what the sources say."""
    given = {name: judged[name] for name in JUDGED if judged.get(name)}
    flight = {name: flown.get(name, "") for name in FLOWN}
    told = {"numbered": "yes", **row, **given, **flight}
    return {**told, "date_utc": told.get("date_utc") or _day_utc(told)}


def _day_utc(row: Cells) -> str:
    """Give the UTC day where the local day and hour are known."""
    day, hour = row["date_local"], row.get("time_local", "")
    if len(day) != 10 or not hour[:1].isdecimal():
        return ""
    return str(date.fromisoformat(day) - timedelta(days=hour < "09:00"))


def _in_order(rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return sorted(rows, key=lambda row: (row["date_local"], row["event_id"]))
