"""North Korea's six nuclear tests, by local day."""

from __future__ import annotations

import pytest

from penholder.records.launches import launch_with
from penholder.records.load import load_records
from penholder.records.nuclear_tests import nuclear_tests_until


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("2006-10-08", 0),
        ("2006-10-09", 1),
        ("2013-02-12", 3),
        ("2016-09-09", 5),
        ("2017-09-02", 5),
        ("2017-09-03", 6),
        ("2026-04-19", 6),
    ],
)
def test_tests_are_counted_up_to_a_day(day: str, number: int) -> None:
    """The day of a test counts."""
    assert len(nuclear_tests_until(load_records(), day)) == number


def test_each_test_is_also_a_launch_row_of_its_day_and_hour() -> None:
    """The two tables tell one story."""
    for test in load_records().nuclear_tests:
        launch = launch_with(load_records(), test.event_id)
        assert launch
        found = (launch.kind, launch.date_local, launch.time_local, launch.date_utc)
        assert found == ("NUKE", test.date_local, test.time_local, test.date_utc)
