"""Where sources disagree, both readings stand, and the table holds the one that is kept."""

from __future__ import annotations

from collections import Counter

from penholder.records.load import load_records

RECORDS = load_records()
VOTES = {str(vote.vote_id): vote for vote in RECORDS.votes}


def test_a_conflict_has_two_readings_and_a_reason() -> None:
    """Both readings, both sources and why; what is kept is one of the two."""
    for one in RECORDS.conflicts:
        assert all((one.reading, one.source, one.other_reading, one.other_source, one.why)), one
        assert one.reading != one.other_reading, one
        assert one.kept in {"", one.reading, one.other_reading}, one


def test_a_conflict_is_about_a_row_that_exists() -> None:
    """Its key is a vote, a month, or the days that it holds for; one is about a veto that is absent."""
    months = {row.month for row in RECORDS.presidencies}
    for one in RECORDS.conflicts:
        if "/" in one.key or one.table == "vetoes":
            continue
        assert one.key in (VOTES if one.table == "votes" else months), one


def test_the_table_holds_what_is_kept() -> None:
    """A settled tally, day, meeting or draft stands in the row; an open one leaves the first."""
    for one in RECORDS.conflicts:
        if one.table != "votes" or one.field not in {"tally", "date", "meeting", "draft"}:
            continue
        vote = VOTES[one.key]
        nobody = vote.tally == "0-0-0"
        tally = "without a vote" if nobody else "not given" if vote.yes is None else vote.tally
        held = {"tally": tally, "date": vote.date, "meeting": vote.meeting, "draft": vote.draft}
        assert held[one.field] == (one.kept or one.reading), one


def test_how_many_conflicts_there_are() -> None:
    """The numbers by field, so that one that goes missing is seen."""
    fields = Counter(one.field for one in RECORDS.conflicts if one.table == "votes")

    assert fields == {
        "tally": 120, "vetoed_by": 1, "date": 51, "draft": 51, "meeting": 17, "symbol": 59, "veto": 32, "ballots": 6,
        "sponsors": 96, "row": 3, "outcome": 1, "ballots of CSK": 1, "ballots of ARG": 1, "ballots of PRT": 1,
        "ballots of SVN": 1,
    }  # fmt: skip


def test_a_conflict_is_told_in_a_sentence() -> None:
    """Readings with their sources, which one stands, and why."""
    one = next(one for one in RECORDS.conflicts if one.key == "1315" and one.field == "tally")

    assert one.told == (
        "tally: 14-0-1 (bd-unsc) or 15-0-0 (UN library, meetings); 15-0-0 stands: "
        "the UN library's table; the abstention is that of resolution 1021 of the same day."
    )


def test_a_vote_is_in_doubt_where_a_conflict_is_open() -> None:
    """Only what touches the tally, the ballots or the outcome; a settled conflict leaves no doubt."""
    open_ones = [one for one in RECORDS.conflicts if one.table == "votes" and one.open]
    fields = {"tally", "ballots", "outcome", "vetoed_by"}

    assert {key for key, vote in VOTES.items() if vote.in_doubt} == {
        one.key for one in open_ones if one.field in fields
    }
    assert {key for key, vote in VOTES.items() if vote.date_in_doubt} == {
        one.key for one in open_ones if one.field == "date"
    }


def test_the_library_lacks_a_day() -> None:
    """The list of vetoes has nothing of 13 December 1955, and is kept so."""
    one = next(one for one in RECORDS.conflicts if one.table == "vetoes")

    assert one.key == "1955-12-13"
    assert "1955-12-13" not in {veto.date for veto in RECORDS.vetoes}
