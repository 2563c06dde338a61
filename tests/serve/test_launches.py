"""Launches are listed by kind, and one is shown with everything that is known of it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from click.testing import CliRunner

from penholder.serve.cli import main


def run(*words: str) -> str:
    """Run a command that must succeed, and give what it printed."""
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0
    return done.output


def show(event_id: str) -> dict[str, Any]:
    """Show a launch as JSON."""
    found: dict[str, Any] = json.loads(run("launch", event_id, "--json"))
    return found


@pytest.mark.parametrize(
    ("kind", "number"),
    [("cruise", 3), ("ballistic", 39), ("mlrs", 5), ("sam", 2), ("irbm", 2), ("slv", 0)],
)
def test_launches_of_one_kind_are_listed_alone(kind: str, number: int) -> None:
    """The rocket artillery of 2022 is no missile, and a mixed firing stands under both its kinds."""
    rows = run("launches", "--year", "2022", "--kind", kind, "--json").splitlines()

    assert len(rows) == number
    assert all(kind in json.loads(row)["kinds"] for row in rows)


def test_a_year_is_grouped_by_kind() -> None:
    """Ballistic missiles, cruise missiles, artillery and the rest stand apart, each with its number."""
    lines = run("launches", "--year", "2022").splitlines()
    heads = [line for line in lines[1:] if re.fullmatch(r"[a-z].* \(\d+\)", line)]

    assert heads == [
        "ballistic missiles (39)",
        "cruise missiles (3)",
        "rocket artillery and artillery (10)",
        "anti-aircraft missiles (1)",
    ]


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ("KP-2022-11-02-3", "0-10"),
        ("KP-2022-06-12-1", "1+"),
        ("KP-2022-10-14-1", "~540"),
        ("KP-2014-06-26-1", "1-3"),
        ("KP-2022-06-05-1", "8"),
    ],
)
def test_a_number_is_told_as_it_is_known(event: str, words: str) -> None:
    """Between, at least, about: no doubt is lost in print."""
    assert f"number      {words}" in run("launch", event)


def test_one_launch_is_shown_whole() -> None:
    """Its days, its flight with the source, and its number under each rule."""
    found = show("kp-2022-03-24-1")

    assert (found["range_km"], found["apogee_km"]) == (1090, 6248)
    assert found["flight_source"].startswith("KCNA")
    assert found["numbers"]["missile_days"] == 11
    assert found["numbers"]["shows_of_force"] == 12
    assert found["days_by_clock"] == {
        "local": "2022-03-24",
        "american": "2022-03-24",
        "utc": "2022-03-24",
    }


def test_a_launch_of_new_year_is_another_year_by_utc() -> None:
    """1 January 2023, 02:50, is the 36th ballistic day of 2022 by UTC and the first of 2023 in Korea."""
    found = show("KP-2023-01-01-1")

    assert found["days_by_clock"]["utc"] == "2022-12-31"
    assert found["numbers"]["ballistic_days"] == 1
    assert found["numbers"]["ballistic_days_utc"] == 36


def test_what_is_not_known_is_said_to_be_unknown() -> None:
    """A firing of 1986 has no system, no hour, no flight."""
    printed = run("launch", "KP-1986-05-1")

    assert "flight      unknown" in printed
    assert "reported by unknown" in printed
