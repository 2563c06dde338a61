"""An outlet's habit of counting is known by a number that it published."""

from __future__ import annotations

from datetime import date

import pytest

from penholder.records.counting import Count, all_rules, count, rule_named
from penholder.records.habits import Habit, habit_of
from penholder.records.load import load_records

HABITS = load_records().habits
SHOWN = [habit for habit in HABITS if habit.number is not None]


def _count(habit: Habit) -> Count:
    """Count as the habit's rule counts, over the days of its evidence."""
    assert habit.start
    assert habit.as_of
    return count(load_records(), rule_named(habit.rule), habit.start, habit.as_of)


def _agrees(habit: Habit) -> bool:
    """Say whether the rule gives the published number, said as it was said."""
    found, number = _count(habit), habit.number or 0
    return {
        "exact": found.low <= number <= found.high,
        "at_least": found.low >= number,
        "more_than": found.low > number,
        "about": abs(found.low - number) <= number / 20,
    }[habit.said]


@pytest.mark.parametrize("habit", SHOWN, ids=lambda habit: habit.row.key)
def test_a_published_number_is_given_by_the_rule(habit: Habit) -> None:
    """Each habit's own evidence comes out, or the row says that it does not."""
    assert _agrees(habit) is (habit.reproduced == "yes")


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.row.key)
def test_a_habit_is_found_by_its_own_words(habit: Habit) -> None:
    """Every row names a rule, days in order, and where to look it up where it has a number."""
    assert habit.rule in {rule.id for rule in all_rules()}
    assert habit.first <= (habit.as_of or habit.first) <= habit.last
    assert bool(habit.number) == bool(habit.evidence) == (habit.reproduced != "untested")
    assert habit.note or habit.reproduced == "yes"


def test_most_habits_are_reproduced() -> None:
    """Of the numbers that outlets published, the rules give all but a handful."""
    given = [habit for habit in SHOWN if habit.reproduced == "yes"]

    assert len(given) / len(SHOWN) >= 0.9
    assert len(given) >= 50


@pytest.mark.parametrize(
    ("outlet", "noun", "unit", "day", "rule"),
    [
        ("CNN via KESQ", "launch", "launch", "2022-08-17", "missile_days"),
        ("cnn.com", "test", "launch", "2022-05-04", "missile_days"),
        ("edition.cnn.com", "north korean missile launch", "launch", "2022-10-04", "missile_days"),
        ("OODA Loop (CNN)", "test", "launch", "2022-05-04", "missile_days"),
        ("The Korea Herald (Yonhap)", "show of force", "show_of_force", "2022-05-05", "shows_of_force"),
        ("Yonhap News Agency", "show_of_force", None, "2022-05-05", "shows_of_force"),
        ("The Korea Herald (Yonhap)", "missile launch", "launch", "2022-03-24", "missile_days"),
        ("Korea Herald", "weapons test", "launch", "2022-03-24", "shows_of_force"),
        ("The Associated Press", "round of weapons launches", "round", "2022-04-16", "shows_of_force"),
        ("Japan's Defence Ministry", "missile launch", "launch", "2022-11-09", "missile_days"),
        ("US at UNSC via Gnews", "ballistic missiles", "missile", "2022-05-26", "ballistic_missiles"),
        ("Yonhap", "ballistic missile launch", "launch", "2022-12-18", "ballistic_occasions"),
        ("ABC News", "missile test", "launch", "2021-10-19", "missile_rounds_with_sam"),
        ("Statista", "successful tests", "launch", "2022-12-31", "cns_rows_not_failed"),
        ("Japan's Defence Ministry", "rounds", "round", "2022-08-17", None),  # its number does not come out
        ("CNN", "nuclear test", "launch", "2022-08-17", None),
        ("CNN", "ballistic missile launch", "launch", "2022-08-17", None),
        ("CNN", "launch", "launch", "2024-08-17", None),
        ("Le Monde", "launch", "launch", "2022-08-17", None),
        (None, "launch", "launch", "2022-08-17", None),
    ],
)  # fmt: skip
def test_an_outlet_is_known_however_it_is_named(
    outlet: str | None, noun: str, unit: str | None, day: str, rule: str | None
) -> None:
    """A station, an address or an agency in brackets; other nouns, years and outlets give nothing."""
    assert habit_of(load_records(), outlet, noun, unit, date.fromisoformat(day)) == rule


def test_a_rule_names_only_outlets_with_a_habit() -> None:
    """What a rule says of its users stands in the table of habits."""
    for rule in all_rules():
        outlets = {habit.outlet for habit in HABITS if habit.rule == rule.id}
        named = {outlet for outlet in outlets if outlet in rule.used_by}
        rest = rule.used_by
        for outlet in sorted(named, key=len, reverse=True):
            rest = rest.replace(outlet, "")
        words = set(rest.replace(",", " ").split()) - {"and", "in", "'s", "totals", "of", "late"}
        assert {word for word in words if not word.isdecimal()} == set(), rule.id
