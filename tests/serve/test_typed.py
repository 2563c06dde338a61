"""What people type is read as the ledger writes it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from penholder.records.load import load_records
from penholder.serve.typed import day_typed
from penholder.serve.vote_lookups import day_meant


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2017-09-03", "2017-09-03"),
        ("2017-9-3", "2017-09-03"),
        (" 2017-9 ", "2017-09"),
        ("2017", "2017"),
        ("2017-W36", "2017-W36"),
        ("2017-13-01", None),
        ("2017/09/03", None),
        ("sunday", None),
    ],
)
def test_a_date_is_written_one_way_or_refused(typed: str, day: str | None) -> None:
    """A month or a day without its zero is meant as one with it."""
    assert day_typed(typed) == day


def test_what_would_pass_is_asked_of_the_council_of_today() -> None:
    """Its members are known before its votes are on record."""
    records = load_records()
    today = datetime.now(UTC).date()
    known = records.coverage["members"].covers(today, today)
    assert day_meant(records, "2022-05-26") == "2022-05-26"
    assert day_meant(records, None) == (
        today.isoformat() if known else records.coverage["votes"].last.isoformat()
    )
