""" "A record" is looked up, not believed."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest

from penholder.records.counting import all_rules, count, rule_named
from penholder.records.launches import launch_with
from penholder.records.load import load_records
from penholder.records.superlatives import (
    farthest,
    highest,
    longest_pause,
    most_in_a_month,
    most_in_a_year,
)


@pytest.mark.parametrize(
    ("rule", "until", "years", "number"),
    [
        ("missile_days", None, [2022], 37),
        ("ballistic_missiles", None, [2022], 73),
        ("icbm_us_rok", None, [2022], 8),
        ("icbm_flight", None, [2023], 5),  # five in 2023, three in 2017
        ("icbm_flight", 2022, [2017], 3),
        ("nuclear_tests", None, [2016], 2),
        ("space_launches", None, [2023], 3),
        ("nuclear_tests", 2005, [], 0),
    ],
)
def test_the_year_with_the_most_is_known(
    rule: str, until: int | None, years: list[int], number: int
) -> None:
    """The answer hangs on the rule: the most ICBMs flew in 2022 or in 2023."""
    found = most_in_a_year(load_records(), rule_named(rule), until)

    assert [one.year for one in found] == years
    assert all(one.found.low == number for one in found)


def test_the_month_with_the_most_is_known() -> None:
    """Seven missile days in January 2022 were a record, which October 2022 matched."""
    rule = rule_named("missile_days")

    assert most_in_a_month(load_records(), rule, date(2022, 1, 31)) == ("2022-01", 7)
    assert most_in_a_month(load_records(), rule, date(2022, 12, 31)) == ("2022-01", 7)
    assert most_in_a_month(load_records(), rule, date(1980, 1, 1)) is None


@pytest.mark.parametrize(
    ("until", "far", "high"),
    [
        ("2017-07-04", "KP-2016-08-03-1", "KP-2017-07-04-1"),
        ("2017-09-15", "KP-2017-09-15-1", "KP-2017-07-28-1"),
        ("2022-03-24", "KP-2017-09-15-1", "KP-2022-03-24-1"),
        ("2022-10-04", "KP-2022-10-04-1", "KP-2022-03-24-1"),
        ("2026-04-19", "KP-2022-10-04-1", "KP-2024-10-31-1"),
    ],
)
def test_the_farthest_and_the_highest_flight_are_known(until: str, far: str, high: str) -> None:
    """Over Japan the farthest was that of 4 October 2022, lofted the highest that of 31 October 2024."""
    launches = [
        launch
        for launch in load_records().launches
        if launch.kind == "BM" and launch.days()[1] <= date.fromisoformat(until)
    ]
    found = farthest(launches), highest(launches)

    assert [launch and launch.event_id for launch in found] == [far, high]


@pytest.mark.parametrize(
    ("event", "range_km", "apogee_km"),
    [
        ("KP-2017-05-14-1", 787, 2111),
        ("KP-2017-07-04-1", 933, 2802),
        ("KP-2017-07-28-1", 998, 3725),
        ("KP-2017-08-29-1", 2700, 550),
        ("KP-2017-09-15-1", 3700, 770),
        ("KP-2017-11-29-1", 950, 4475),
        ("KP-2022-01-30-1", 800, 2000),
        ("KP-2022-03-24-1", 1090, 6248),
        ("KP-2022-10-04-1", 4500, 970),
        ("KP-2022-11-03-1", 760, 1920),
        ("KP-2022-11-18-1", 1000, 6100),
        ("KP-2023-02-18-1", 900, 5700),
        ("KP-2023-03-16-1", 1000, 6000),
        ("KP-2023-04-13-1", 1000, 3000),
        ("KP-2023-07-12-1", 1001, 6648),
        ("KP-2023-12-18-1", 1002, 6518),
        ("KP-2024-10-31-1", 1001, 7687),
        ("KP-2022-03-16-1", None, None),  # it exploded, and nobody gave figures
    ],
)
def test_how_far_and_how_high_a_launch_flew(
    event: str, range_km: int | None, apogee_km: int | None
) -> None:
    """The figures are those of South Korea, Japan, KCNA or CNS, and a source stands beside them."""
    launch = launch_with(load_records(), event)
    assert launch

    assert (launch.range_km, launch.apogee_km) == (range_km, apogee_km)
    assert bool(launch.flight_source) == (range_km is not None)


def test_the_longest_pause_is_known() -> None:
    """From 29 November 2017 nothing was fired until May 2019."""
    pause = longest_pause(load_records(), rule_named("missile_days"), date(2016, 1, 1))
    assert pause

    assert (pause.before.date_local, pause.after.date_local) == ("2017-11-29", "2019-05-04")
    assert pause.days == 521


def test_a_look_up_takes_no_time() -> None:
    """Once the record is loaded, every rule counts a year in well under 50 milliseconds."""
    records, year = load_records(), (date(2022, 1, 1), date(2022, 12, 31))
    took = []
    for _ in range(3):
        begun = perf_counter()
        for rule in all_rules():
            count(records, rule, *year)
        took.append(perf_counter() - begun)

    assert min(took) < 0.05
