"""The rotation agrees with every month that is known from the Council's papers."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from penholder.records.load import load_records
from penholder.records.members import Seat
from penholder.records.presidencies import NameChange, name_change_of, rotate
from penholder.records.tables import toml_rows

COUNCIL = Path(__file__).parents[3] / "shared" / "data" / "council"
RECORDS = load_records()
PRESIDENTS = {row.month: row.president for row in RECORDS.presidencies}
CHANGES = [name_change_of(row) for row in toml_rows("name_changes", "change")]


def _prepared(name: str) -> list[dict[str, str]]:
    path = COUNCIL / name
    if not path.exists():
        pytest.skip("the prepared data are not here")
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def test_every_known_month_agrees() -> None:
    """165 of 165."""
    known = _prepared("sc_presidency_evidence.csv")

    assert [row["month"] for row in known if PRESIDENTS[row["month"]] != row["president"]] == []
    assert len(known) == 165


def test_the_rotation_gives_the_prepared_list() -> None:
    """972 of 972 months, 1947 to 2027."""
    listed = {row["month"]: row["president"] for row in _prepared("sc_presidency_1947_2027.csv")}

    assert listed == PRESIDENTS
    assert len(listed) == 972


def test_the_table_is_the_rotation() -> None:
    """Members in the order of their names give each month; nothing is copied from a list."""
    assert dict(rotate(RECORDS.seats, CHANGES, first=1947)) == PRESIDENTS


@pytest.mark.parametrize(("member", "month"), [("BFA", "1984-10"), ("YEM", "1990-12")])
def test_a_change_of_name_moves_the_rotation(member: str, month: str) -> None:
    """Without the new name the months would go wrong from that member's second turn on."""
    others = [change for change in CHANGES if change.member != member]
    plain = dict(rotate(RECORDS.seats, others, first=1947))

    assert min(m for m, president in plain.items() if president != PRESIDENTS[m]) == month


@pytest.mark.parametrize(
    ("month", "president"),
    [
        ("1947-01", "AUS"),
        ("1984-08", "BFA"),  # as Upper Volta
        ("1984-10", "BFA"),  # as Burkina Faso
        ("1990-03", "YEM"),  # as Democratic Yemen
        ("1990-12", "YEM"),  # as Yemen
        ("1991-10", "IND"),
        ("1992-05", "AUT"),
        ("2017-12", "JPN"),
        ("2022-05", "USA"),
        ("2024-03", "JPN"),
    ],
)
def test_a_month_has_its_president(month: str, president: str) -> None:
    """By the name that the member bore in that month."""
    assert PRESIDENTS[month] == president


def test_a_new_name_moves_a_turn() -> None:
    """A member that is renamed has the turn of its new name, the first of which may be near."""
    seats = [
        Seat(year=2000, member=name[:3].upper(), name=name, permanent=False)
        for name in ("Alba", "Mid", "Upper")
    ]
    change = NameChange(member="UPP", month="2000-03", name="Burk")
    turns = [president for _, president in rotate(seats, [change], first=2000)]

    assert turns[:6] == ["ALB", "MID", "ALB", "UPP", "MID", "ALB"]


def test_a_president_sits_on_the_council() -> None:
    """Whoever presides in a month has a seat in its year."""
    seats = {(str(seat.year), seat.member) for seat in RECORDS.seats}

    assert [
        row.month for row in RECORDS.presidencies if (row.month[:4], row.president) not in seats
    ] == []


def test_what_is_not_sure_says_so() -> None:
    """September to December 1994 are unsure; 1946 and what comes after 2027 are not covered."""
    unsure = [row.month for row in RECORDS.presidencies if row.basis == "rule, unsure"]
    months = [row.month for row in RECORDS.presidencies]

    assert unsure == ["1994-09", "1994-10", "1994-11", "1994-12"]
    assert unsure == [one.key for one in RECORDS.conflicts if one.table == "presidencies"]
    assert (months[0], months[-1]) == ("1947-01", "2027-12")
