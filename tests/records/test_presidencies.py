"""The rotation agrees with every month that is known from the Council's papers."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from penholder.records.load import load_records

EVIDENCE = Path(__file__).parents[3] / "shared" / "data" / "council" / "sc_presidency_evidence.csv"


def test_every_known_month_agrees() -> None:
    """165 of 165."""
    if not EVIDENCE.exists():
        pytest.skip("the prepared data are not here")
    presidents = {row.month: row.president for row in load_records().presidencies}
    known = list(csv.DictReader(EVIDENCE.read_text("utf-8").splitlines()))

    assert [row["month"] for row in known if presidents[row["month"]] != row["president"]] == []
    assert len(known) == 165


def test_a_president_sits_on_the_council() -> None:
    """Whoever presides in a month has a seat in its year."""
    records = load_records()
    seats = {(str(seat.year), seat.member) for seat in records.seats}

    assert [
        row.month for row in records.presidencies if (row.month[:4], row.president) not in seats
    ] == []
