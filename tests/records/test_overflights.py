"""Launches that flew over Japan."""

from __future__ import annotations

import pytest

from penholder.records.launches import launch_with
from penholder.records.load import load_records
from penholder.records.overflights import READINGS, flown_over

ALL, MAIN, MISSILES = READINGS


@pytest.mark.parametrize(
    ("reading", "days"),
    [
        (MAIN, ["1998-08-31", "2009-04-05", "2017-08-29", "2017-09-15", "2022-10-04"]),
        (MISSILES, ["1998-08-31", "2017-08-29", "2017-09-15", "2022-10-04"]),
    ],
)
def test_each_reading_has_its_flights(reading: str, days: list[str]) -> None:
    """Okinawa's islets and launches of satellites count by some readings alone."""
    assert [x.date_local for x in flown_over(load_records(), "japan", reading)] == days


def test_every_flight_is_a_launch_of_the_record() -> None:
    """No row names a launch that launches.csv lacks, and the widest reading has all of them."""
    records = load_records()
    assert all(launch_with(records, one.event_id) for one in records.overflights)
    assert len(flown_over(records, "japan", ALL)) == len(records.overflights)
