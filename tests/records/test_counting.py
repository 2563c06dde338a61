"""One spring has as many numbers as outlets have habits."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest

from penholder.errors import NotFoundError
from penholder.records.counting import (
    all_rules,
    count,
    is_firm,
    rule_named,
    rules_for,
    rules_of_kind,
    start_of,
)
from penholder.records.launches import Clock, launch_with, launches_between
from penholder.records.load import load_records


@pytest.mark.parametrize(
    ("rule", "last", "number"),
    [
        ("shows_of_force", "2022-05-04", 14),
        ("missile_days", "2022-05-04", 13),
        ("ballistic_days", "2022-05-04", 12),
        ("ballistic_missiles", "2022-05-26", 23),
        ("missile_days", "2022-10-04", 23),
        ("missile_days", "2022-11-09", 32),
        ("ballistic_occasions", "2022-12-18", 36),
        ("ballistic_occasions", "2022-12-31", 38),
        ("cns_rows_not_failed", "2022-12-31", 64),
        ("cruise_days", "2022-12-18", 3),
    ],
)
def test_a_rule_gives_what_outlets_published(rule: str, last: str, number: int) -> None:
    """Each number was printed by an outlet that counts by the rule."""
    records = load_records()
    all_rules = {
        one.id: one
        for noun, unit, kinds in (
            ("show of force", "show_of_force", ()),
            ("missile launch", "launch", ("missile",)),
            ("ballistic missile", "missile", ("ballistic",)),
            ("successful test", "test", ()),
            ("cruise missile launch", "launch", ("cruise",)),
        )
        for one in rules_for(noun, unit, kinds)
    }
    found = count(records, all_rules[rule], date(2022, 1, 1), date.fromisoformat(last))

    assert (found.low, found.high >= number) == (number, True)


@pytest.mark.parametrize(
    ("noun", "unit", "kinds", "first"),
    [
        ("show of force", "show_of_force", (), "shows_of_force"),
        ("missile launch", "launch", ("missile",), "missile_days"),
        ("ballistic missile launch", "launch", ("ballistic",), "ballistic_days"),
        ("ballistic missile", "missile", ("ballistic",), "ballistic_missiles"),
        ("icbm", "first", ("icbm",), "icbm_flight"),
        ("nuclear test", "test", ("nuclear",), "nuclear_tests"),
        ("short-range ballistic missile", "missile", ("srbm", "ballistic"), "kind_missiles"),
    ],
)
def test_a_noun_has_its_most_usual_rule(
    noun: str, unit: str, kinds: tuple[str, ...], first: str
) -> None:
    """What a noun says decides the rule that stands first."""
    assert rules_for(noun, unit, kinds)[0].id == first


def test_the_record_knows_where_it_is_thin() -> None:
    """Ballistic missiles are firm from 2017 on, those from submarines never."""
    assert is_firm(("ballistic",), date(2017, 1, 1))
    assert not is_firm(("ballistic",), date(2016, 12, 31))
    assert not is_firm(("slbm",), date(2022, 1, 1))


def test_the_missile_days_of_2022_by_month() -> None:
    """The months add up as Japan's ministry and CNN counted them."""
    rule = next(one for one in all_rules() if one.id == "missile_days")
    found = [
        count(
            load_records(),
            rule,
            date(2022, month, 1),
            date(2022, month, monthrange(2022, month)[1]),
        ).low
        for month in range(1, 13)
    ]

    assert found == [7, 1, 3, 1, 4, 1, 0, 1, 3, 7, 6, 3]


def test_half_the_ballistic_days_of_2022_are_a_day_earlier_by_utc() -> None:
    """On 17 of 34 days a launch was fired before 09:00, when UTC still has the day before."""
    launches = launches_between(load_records(), date(2022, 1, 1), date(2022, 12, 31))
    ballistic = [launch for launch in launches if launch.kind == "BM"]
    days = {launch.days()[0] for launch in ballistic}
    earlier = {x.days()[0] for x in ballistic if x.days(Clock.UTC)[0] < x.days()[0]}

    assert (len(days), len(earlier)) == (34, 17)


@pytest.mark.parametrize(
    ("event", "utc", "american"),
    [
        ("KP-2023-01-01-1", "2022-12-31", "2022-12-31"),  # 02:50
        ("KP-2017-11-29-1", "2017-11-28", "2017-11-28"),  # 03:18
        ("KP-2022-05-04-1", "2022-05-04", "2022-05-03"),  # 12:03
        ("KP-2017-07-28-1", "2017-07-28", "2017-07-28"),  # 23:42
        ("KP-2022-08-17-1", "2022-08-16", "2022-08-16"),  # dawn
    ],
)
def test_a_launch_bears_the_day_of_a_clock(event: str, utc: str, american: str) -> None:
    """One launch has up to two dates, and both are right by their clock."""
    launch = launch_with(load_records(), event)
    assert launch
    days = [launch.days(clock)[0].isoformat() for clock in (Clock.UTC, Clock.AMERICAN)]

    assert days == [utc, american]


def test_an_hour_that_nobody_gives_leaves_two_days_by_utc() -> None:
    """A morning may be before 09:00 or after it; nothing is invented."""
    launch = launch_with(load_records(), "KP-2022-01-25-1")
    assert launch

    assert launch.time_local == "morning"
    assert launch.days(Clock.UTC) == (date(2022, 1, 24), date(2022, 1, 25))


@pytest.mark.parametrize(
    ("rule", "year", "number"),
    [
        ("ballistic_days", 2023, 18),
        ("ballistic_days_utc", 2023, 16),
        ("ballistic_days", 2022, 34),
        ("ballistic_days_utc", 2022, 36),
    ],
)
def test_the_clock_of_a_rule_moves_launches_between_years(
    rule: str, year: int, number: int
) -> None:
    """1 January 2023 at 02:50 is 2022 by UTC; two firings of one local day may have two dates."""
    found = count(load_records(), rule_named(rule), date(year, 1, 1), date(year, 12, 31))

    assert (found.low, found.high) == (number, number)


def test_days_that_are_not_sure_give_a_range() -> None:
    """Four missiles of 29 and 30 May 1993 flew on at least one day and at most two."""
    rule = rule_named("ballistic_days")
    found = count(load_records(), rule, date(1993, 1, 1), date(1993, 12, 31))

    assert (found.low, found.high) == (1, 2)


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("shows_of_force", "shows_of_force"),
        ("show_of_force", "shows_of_force"),
        ("Show of force", "shows_of_force"),
        ("missile-days", "missile_days"),
        ("cns_row", "cns_rows"),
    ],
)
def test_a_rule_is_known_by_any_spelling(name: str, rule: str) -> None:
    """Singular or plural, with blanks, hyphens or underscores."""
    assert rule_named(name).id == rule


def test_an_unknown_rule_or_kind_is_told_with_those_that_are_known() -> None:
    """The error lists what can be asked."""
    with pytest.raises(NotFoundError, match=r"The rules are .*missile_days"):
        rule_named("parades")
    with pytest.raises(NotFoundError, match=r"Kinds are .*cruise"):
        rules_of_kind("balloon")


def test_a_kind_has_its_days_and_its_missiles() -> None:
    """Cruise missiles are counted by days and one by one."""
    rules = {rule.label: rule for rule in rules_of_kind("cruise")}
    year = (date(2022, 1, 1), date(2022, 12, 31))
    found = {label: count(load_records(), rule, *year).low for label, rule in rules.items()}

    assert found["days with cruise missiles"] == 3
    assert found["single cruise missiles"] == 6


def test_nuclear_tests_are_counted_from_the_first_ever() -> None:
    """ "Its sixth nuclear test" counts since 2006, "its 14th show of force" since New Year."""
    day = date(2017, 9, 3)
    rule = rule_named("nuclear_tests")
    first = start_of(rule, day, load_records())

    assert count(load_records(), rule, first, day).low == 6
    assert start_of(rule_named("missile_days"), day, load_records()) == date(2017, 1, 1)
