"""A window is counted under every rule, and what parts two rules is told by launch."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from penholder.serve.cli import main


def run(*words: str) -> tuple[int, str]:
    """Run a command, and give its exit code and all that it printed."""
    done = CliRunner().invoke(main, words)
    return done.exit_code, done.output


def count(*words: str) -> dict[str, dict[str, Any]]:
    """Count as JSON, by rule."""
    code, printed = run("count", *words, "--json")
    assert code == 0
    return {row["rule"]: row for row in map(json.loads, printed.splitlines())}


@pytest.mark.parametrize("name", ["show_of_force", "shows_of_force", "show of force"])
def test_a_rule_is_found_in_the_singular(name: str) -> None:
    """Nobody has to know how an id is spelled."""
    rows = count("--year", "2022", "--until", "2022-05-04", "--rule", name)

    assert rows["shows_of_force"]["low"] == 14


@pytest.mark.parametrize(
    ("window", "rule", "number"),
    [
        (("--year", "2022"), "missile_days", 37),
        (("--year", "2022", "--to", "2022-05-04"), "missile_days", 13),
        (("--to", "2022-05-04"), "missile_days", 13),
        (("--from", "2022-09-25", "--to", "2022-10-09"), "ballistic_days", 7),
        (("--from", "2022-05-10", "--to", "2022-10-06"), "ballistic_days", 9),
        (("--from", "2022-11", "--to", "2022-11"), "missile_days", 6),
        (("--from", "2026-04"), "ballistic_occasions", 4),
        (("--to", "2017-09-03"), "nuclear_tests", 6),
    ],
)
def test_a_window_is_a_year_or_days_or_months(
    window: tuple[str, ...], rule: str, number: int
) -> None:
    """Open ends are the year's or the record's, and nuclear tests are counted from the first."""
    assert count(*window, "--rule", rule)[rule]["low"] == number


def test_the_launch_that_parts_two_rules_is_named_by_its_id() -> None:
    """On 4 May 2022 one has 14 and the other 13 because of the rocket artillery of 20 March."""
    rows = count("--year", "2022", "--until", "2022-05-04")
    shows, ballistic = rows["shows_of_force"], rows["ballistic_days"]

    assert shows["against"] == "missile_days"
    assert (shows["low"], shows["base"]) == (14, [13, 13])
    assert shows["more"] == {"KP-2022-03-20-1": "2022-03-20 MLRS, South Pyongan"}
    assert ballistic["fewer"] == {"KP-2022-01-25-1": "2022-01-25 long-range cruise, inland"}


def test_any_rule_can_be_the_base() -> None:
    """What the literal rule has beyond Yonhap's are the firings that it left out."""
    rows = count("--year", "2022", "--rule", "shows_of_force_literal", "--against", "show_of_force")

    assert list(rows["shows_of_force_literal"]["more"]) == ["KP-2022-06-12-1", "KP-2022-07-10-1"]


def test_a_kind_has_its_own_rules() -> None:
    """ICBMs are counted by assessment, by class and by flight."""
    rows = count("--year", "2022", "--kind", "icbm")
    numbers = {rule: row["low"] for rule, row in rows.items()}

    assert numbers == {"icbm_us_rok": 8, "icbm_class": 5, "icbm_flight": 2, "kind_days": 5}


def test_a_rule_comes_with_what_outlets_published() -> None:
    """The published numbers stand below the count, with where they can be looked up."""
    rows = count("--year", "2022", "--rule", "missile_days")["missile_days"]["published"]

    assert ("CNN", 23, "2022-10-04") in [(r["outlet"], r["number"], r["as_of"]) for r in rows]
    assert all(row["evidence"].startswith("http") for row in rows)


@pytest.mark.parametrize(
    "words",
    [
        ("count", "--year", "2022"),
        ("count", "--from", "1984-04-09"),
        ("count", "--year", "2022", "--kind", "cruise"),
        ("count", "--year", "2022", "--rule", "missile_days"),
        *(("launches", "--year", str(year)) for year in (1993, 2014, 2022, 2024)),
        ("launch", "KP-2022-11-02-2"),
        ("launch", "KP-2014-06-26-1"),
    ],
)
def test_every_line_fits_the_page(words: tuple[str, ...]) -> None:
    """Nothing is wider than 100 columns."""
    code, printed = run(*words)

    assert code == 0
    assert [line for line in printed.splitlines() if len(line) > 100] == []


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("count",), 2, "Give --year, or --from and --to"),
        (("count", "--year", "2022", "--from", "2021"), 2, "Give --year, or --from and --to"),
        (("count", "--from", "2022-05", "--to", "2021"), 2, "before it begins on 2022-05-01"),
        (("count", "--from", "yesterday"), 2, "write it as 2022-05-05"),
        (("count", "--year", "2022", "--rule", "icbm_class", "--kind", "icbm"), 2, "--rule or --kind"),
        (("count", "--year", "2022", "--rule", "parades"), 6, "The rules are ballistic_days"),
        (("count", "--year", "2022", "--against", "parades"), 6, "The rules are ballistic_days"),
        (("count", "--year", "2022", "--kind", "balloon"), 6, "Kinds are ballistic"),
        (("count", "--from", "1950", "--to", "1960"), 6, "runs from 1984-04-09"),
        (("launches", "--year", "2022", "--kind", "balloon"), 6, "Kinds are ballistic"),
        (("launch", "KP-2022-03-24-9"), 6, "On that day: KP-2022-03-24-1"),
        (("launch", "rocket"), 6, "Write it as KP-2022-03-24-1"),
    ],
)  # fmt: skip
def test_a_wrong_question_gets_an_answer(words: tuple[str, ...], code: int, told: str) -> None:
    """What is wrong and what can be asked, with the exit code of its kind."""
    done = run(*words)

    assert (done[0], told in done[1]) == (code, True), done[1]
