"""Vetoes are counted on several bases, and each says which it is."""

from __future__ import annotations

import pytest

from penholder.records.load import load_records
from penholder.records.vetoes import count_vetoes, veto_places
from penholder.records.votes import votes_of_symbol


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


def _places(symbol: str) -> dict[tuple[str, str], int | None]:
    vote = votes_of_symbol(load_records(), symbol)[0]
    return {(one.member, one.basis): one.number for one in veto_places(load_records(), vote)}


def test_a_veto_has_its_number_on_each_basis() -> None:
    """The 148th by every vote is the 120th of the library's list."""
    assert _places("S/2022/155") == {
        ("RUS", "votes"): 147,
        ("RUS", "library"): 119,
        ("RUS", "meetings"): 132,
    }
    assert _places("S/2022/431")["RUS", "votes"] == 148
    assert _places("S/2022/431")["CHN", "library"] == 17


@pytest.mark.parametrize(
    ("symbol", "note"),
    [
        ("S/3502", "the list does not have it"),
        ("S/2024/173", "the list used here ends on 2022-05-26"),
        ("S/1894", "3 votes share its symbol, for which the list has 1 entry"),
    ],
)
def test_a_veto_that_is_not_on_the_list_says_why(symbol: str, note: str) -> None:
    """No number is made up for it."""
    vote = votes_of_symbol(load_records(), symbol)[0]
    found = [one for one in veto_places(load_records(), vote) if one.basis == "library"]

    assert {one.number for one in found} == {None}
    assert all(one.note.startswith(note) for one in found)


def test_the_last_place_is_the_count() -> None:
    """A member's last veto bears the number of them all."""
    records = load_records()
    for member in ("CHN", "FRA", "GBR", "RUS", "USA"):
        last = [vote for vote in records.votes if member in vote.vetoed_by][-1]
        places = {
            one.basis: one.number for one in veto_places(records, last) if one.member == member
        }
        counts = {one.basis: one.number for one in count_vetoes(records, member, "2025-12-31")}
        assert (places["votes"], places["meetings"]) == (counts["votes"], counts["meetings"])


def test_no_two_vetoes_have_one_place_on_the_list() -> None:
    """Each entry of the library's list is at most one vote."""
    records = load_records()
    taken = [
        (one.member, one.number)
        for vote in records.votes
        for one in veto_places(records, vote)
        if one.basis == "library" and one.number
    ]

    assert len(taken) == len(set(taken))
    assert len(taken) > 240


def test_france_and_the_spanish_question() -> None:
    """The library's list has France beside the Soviet Union on 26 June 1946; nobody has decided."""
    told = [one for one in load_records().conflicts if one.field == "vetoed_by"]

    assert [(one.key, one.reading, one.other_reading, one.open) for one in told] == [
        ("11", "RUS", "FRA RUS", True)
    ]
