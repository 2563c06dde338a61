"""Vetoes are counted on several bases, and each says which it is."""

from __future__ import annotations

import pytest

from penholder.records.load import load_records
from penholder.records.vetoes import count_vetoes


@pytest.mark.parametrize(
    ("member", "until", "votes", "library"),
    [
        ("RUS", "2025-12-29", 159, 120),
        ("RUS", "2022-05-26", 148, 120),
        ("CHN", "2022-05-26", 19, 17),
        ("KEN", "2025-12-29", 0, 0),
    ],
)
def test_each_basis_has_its_number(member: str, until: str, votes: int, library: int) -> None:
    """The library's list is shorter: it counts drafts, and ends in May 2022."""
    counts = {one.basis: one.number for one in count_vetoes(load_records(), member, until)}

    assert (counts["votes"], counts["library"]) == (votes, library)
    assert counts["meetings"] <= counts["votes"]


def test_the_library_lacks_one_day() -> None:
    """Every day of its list has a veto in the votes, and it lacks 13 December 1955."""
    records = load_records()
    days = {vote.date for vote in records.votes if vote.vetoed_by}
    listed = {veto.date for veto in records.vetoes}

    assert "1955-12-13" in days - listed
    assert len(listed - days) <= 6
