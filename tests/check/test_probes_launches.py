"""A bank of sentences about launches in the wording of many outlets, each with its answer.

The answers were worked out by hand from the tables of the record. `event` is the day of a launch that a first
sentence tells; `rules` are those that give the number.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from penholder.model.claim import (
    Asked,
    CountAsked,
    DatedAsked,
    DistanceAsked,
    FirstAsked,
    FlightAsked,
    HappeningAsked,
    IntervalAsked,
    RecordAsked,
    RunAsked,
    WeekdayAsked,
)
from penholder.model.reading import CheckedStory
from penholder.model.verdict import CheckedClaim
from penholder.pipeline import check_story
from penholder.read.source_page import Page

# Short names of rules; "days" is any rule that counts days, rounds or occasions.
RULES = {
    "days": (
        "ballistic_days", "missile_days", "shows_of_force", "missile_days_with_sam", "missile_rounds_with_sam",
        "ballistic_occasions", "missile_occasions", "ballistic_and_space_days", "kind_days",
    ),
    "missiles": ("ballistic_missiles", "ballistic_missiles_most", "missiles", "missiles_with_sam"),
    "icbm": ("icbm_us_rok", "icbm_flight", "icbm_class"),
    "cns": ("cns_rows", "cns_rows_not_failed"),
    "bd": ("ballistic_days",), "bo": ("ballistic_occasions",), "md": ("missile_days",), "mo": ("missile_occasions",),
    "sof": ("shows_of_force",), "mds": ("missile_days_with_sam",), "mrs": ("missile_rounds_with_sam",),
    "cd": ("cruise_days",), "km": ("kind_missiles",), "kd": ("kind_days",), "sam": ("missiles_with_sam",),
    "slv": ("space_launches",), "bsd": ("ballistic_and_space_days",), "nuc": ("nuclear_tests",),
}  # fmt: skip

# What a claim asks, as the bank writes it: its kind, its value, and the first day of a count.
Brief = tuple[str, str, str]


def _first(asked: FirstAsked) -> Brief:
    if asked.rank == "last":
        return "last", asked.event_when or "", ""
    of = "of " if asked.rank == "first_of" else ""
    return "first", f"{of}{asked.since or asked.gap}", ""


BRIEFS: Mapping[type, Callable[..., Brief]] = {
    CountAsked: lambda one: ("count", str(one.number), one.start or ""),
    FirstAsked: _first,
    FlightAsked: lambda one: (one.measure, f"{one.km:g}", ""),
    IntervalAsked: lambda one: ("interval", f"{one.order} {one.gap}", ""),
    RunAsked: lambda one: ("run", f"{one.number} {one.period}", ""),
    DatedAsked: lambda one: ("dated", " ".join(one.days), ""),
    RecordAsked: lambda one: ("record", str(one.year), ""),
    HappeningAsked: lambda one: ("happening", f"{one.happening} {one.relation} {one.gap}", ""),
    DistanceAsked: lambda one: ("distance", f"{one.km:g}", ""),
    WeekdayAsked: lambda one: ("weekday", one.day, ""),
}


def _rows(name: str) -> list[dict[str, str]]:
    path = Path(__file__).with_name(f"{name}.csv")
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def _read(row: Mapping[str, str]) -> CheckedStory:
    told = "North Korea fired a missile on {:%A}, South Korea's military said. "
    lead = told.format(date.fromisoformat(row["event"])) if row.get("event") else ""
    text = f"SEOUL - {lead}{row['sentence']}"
    return check_story(
        Page(source="bank", form="txt", text=text, date=row["day"], outlet=row.get("outlet"))
    )


def _brief(asked: Asked) -> Brief | None:
    read = BRIEFS.get(type(asked))
    return read(asked) if read else None


def _is_asked(row: Mapping[str, str], asked: Asked) -> bool:
    brief = _brief(asked)
    return brief is not None and brief[:2] == (row["kind"], row["value"]) and (
        not row["start"] or brief[2] == row["start"]
    )  # fmt: skip


def _is_answered(row: Mapping[str, str], checked: CheckedClaim) -> bool:
    ruling, rule = checked.verdict.ruling.value, checked.verdict.rule
    if row["verdict"] == "not supported":
        return ruling != "supported"
    rules = {rule for name in row["rules"].split() for rule in RULES[name]}
    return ruling == row["verdict"] and (not rules or rule in rules)


@pytest.mark.parametrize(
    "row", _rows("probes_launches"), ids=lambda row: f"{row['day']} {row['sentence'][:50]}"
)
def test_a_sentence_of_the_bank_is_answered(row: Mapping[str, str]) -> None:
    """The sentence's claim is found with its number and window, and has its verdict and rule."""
    claims = _read(row).claims
    found = [c for c in claims if _is_asked(row, c.claim.asked)]
    refuted = [c.claim.text for c in claims if c.verdict.ruling.value == "contradicted"]

    # A true sentence holds nothing that is refuted beside what it asks.
    assert row["verdict"] != "supported" or refuted == []
    assert [c for c in found if _is_answered(row, c)], [
        (_brief(c.claim.asked), c.verdict) for c in found
    ]


@pytest.mark.parametrize(
    "row", _rows("probes_none"), ids=lambda row: f"{row['day']} {row['sentence'][:50]}"
)
def test_a_look_alike_of_the_bank_asks_nothing(row: Mapping[str, str]) -> None:
    """Other states' tests, plans, sanctions and other nouns are not answered from North Korea's record."""
    claims = [c for c in _read(row).claims if _brief(c.claim.asked)]

    assert [c.claim.text for c in claims if c.verdict.ruling.value != "not_covered"] == []
