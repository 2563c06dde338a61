"""One spring has as many numbers as outlets have habits."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest

from penholder.records.counting import all_rules, count, is_firm, rules_for
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
