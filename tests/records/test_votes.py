"""Every draft that was voted on, with ballots that add up, or a conflict that says so."""

from __future__ import annotations

from collections import Counter

import pytest

from penholder.records.conflicts import conflicts_on, conflicts_on_vote
from penholder.records.load import Vote, load_records

RECORDS = load_records()
BY_ID = {vote.vote_id: vote for vote in RECORDS.votes}
BY_SYMBOL = {vote.symbol: vote for vote in RECORDS.votes if vote.symbol.startswith("S/RES")}


def _resolution(number: int) -> Vote:
    return next(v for s, v in BY_SYMBOL.items() if s.startswith(f"S/RES/{number} "))


def test_every_draft_is_there() -> None:
    """3,203 of the source and the one that it lacks; each resolution once, to 2811."""
    assert len(RECORDS.votes) == len(BY_ID) == 3204
    assert sorted(int(symbol.split("/")[2].split()[0]) for symbol in BY_SYMBOL) == [*range(1, 2812)]
    assert Counter(vote.outcome for vote in RECORDS.votes) == {
        "adopted": 2811,
        "vetoed": 270,
        "failed": 123,
    }


def test_what_is_known_of_the_drafts() -> None:
    """Meetings, symbols and sponsors: how many are known, so that a loss is seen."""
    assert sum(1 for vote in RECORDS.votes if vote.meeting) >= 3047
    assert sum(1 for vote in RECORDS.votes if vote.draft) >= 2303
    assert sum(1 for vote in RECORDS.votes if vote.sponsors) >= 1956


def test_votes_stand_in_the_order_of_their_days() -> None:
    """Oldest first, and by number within a day."""
    keys = [(vote.date, vote.vote_id) for vote in RECORDS.votes]

    assert keys == sorted(keys)


def _adds_up(vote: Vote) -> bool:
    cast = Counter(ballot for _, ballot in vote.ballots)
    seats = 11 if vote.date < "1966" else 15
    tally = (vote.yes, vote.no, vote.abstain, vote.not_voting)
    told = (seats - len(vote.ballots), cast["N"], cast["A"], cast["NV"])
    return tally == told


def test_ballots_add_up_or_are_a_named_conflict() -> None:
    """Four votes of 1947 and 1948, whose ballots or tallies no source names, are all."""
    wrong = [vote for vote in RECORDS.votes if not _adds_up(vote)]

    assert [vote.draft for vote in wrong] == ["S/516", "S/1148", "S/1158", "S/1159"]
    for vote in wrong:
        assert "ballots" in {one.field for one in conflicts_on(RECORDS, vote.row)}


def test_only_members_vote() -> None:
    """Whoever has a ballot has a seat in that year."""
    seats = {(seat.year, seat.member) for seat in RECORDS.seats}
    strangers = [
        (vote.vote_id, member)
        for vote in RECORDS.votes
        for member, _ in vote.ballots
        if (int(vote.date[:4]), member) not in seats
    ]

    assert strangers == []


@pytest.mark.parametrize(
    ("number", "tally", "ballots"),
    [
        (1559, "9-0-6", {"BRA": "A", "CHN": "A", "DZA": "A", "PAK": "A", "PHL": "A", "RUS": "A"}),
        (1022, "15-0-0", {}),
        (1021, "14-0-1", {"RUS": "A"}),
        (166, "9-0-1", {"CHN": "NV", "USA": "A"}),
        (290, "11-0-4", {"ESP": "A", "FRA": "A", "GBR": "A", "USA": "A"}),
        (338, "14-0-0", {"CHN": "NV"}),
        (350, "13-0-0", {"CHN": "NV", "IRQ": "NV"}),
        (360, "11-0-3", {"BLR": "A", "CHN": "NV", "IRQ": "A", "RUS": "A"}),
        (387, "9-0-5", {"CHN": "NV", "FRA": "A", "GBR": "A", "ITA": "A", "JPN": "A", "USA": "A"}),
        (389, "12-0-2", {"BEN": "NV", "JPN": "A", "USA": "A"}),
        (397, "13-0-1", {"CHN": "NV", "USA": "A"}),
        (400, "15-0-0", {}),
        (401, "13-0-0", {"BEN": "NV", "CHN": "NV"}),
        (1287, "14-0-0", {"JAM": "NV"}),
        (2760, "14-0-1", {"RUS": "A"}),
    ],
)
def test_a_mended_tally_keeps_both_readings(
    number: int, tally: str, ballots: dict[str, str]
) -> None:
    """The better source stands, with who took no part, and the other reading is kept beside it."""
    vote = _resolution(number)

    assert (vote.tally, dict(vote.ballots)) == (tally, ballots)
    if number != 1021:
        told = [one for one in conflicts_on(RECORDS, vote.row) if one.field in {"tally", "row"}]
        assert tally in told[0].kept
        assert told[0].reading != told[0].other_reading


def test_china_took_no_part() -> None:
    """From 1971 to 1981 the library counts out members that bd-unsc has abstain: 62 conflicts."""
    absent = [
        one
        for one in RECORDS.conflicts
        if one.table == "votes" and "taking no part" in one.why and not one.open
    ]

    assert len(absent) >= 59
    assert {BY_ID[int(one.key)].date[:3] for one in absent} == {"197", "198"}
    assert all("NV" in dict(BY_ID[int(one.key)].ballots).values() for one in absent)


@pytest.mark.parametrize("number", [1, 272, 286, 702, 704, 711, 918, 1691, 1715, 2403, 2638])
def test_without_a_vote_is_nobody_voting(number: int) -> None:
    """Adopted without a vote is 0-0-0, and all members did not vote."""
    vote = _resolution(number)
    seats = 11 if vote.date < "1966" else 15

    assert (vote.tally, vote.not_voting) == ("0-0-0", seats)
    assert {ballot for _, ballot in vote.ballots} == {"NV"}
    assert len(vote.ballots) == seats


@pytest.mark.parametrize(
    ("day", "member"),
    [
        ("1964-06-01", "CSK"),
        ("1966-06-01", "ARG"),
        ("1967-11-01", "ARG"),
        ("2011-01-01", "PRT"),
        ("2024-06-01", "SVN"),
    ],
)
def test_a_slipped_column_is_told_of(day: str, member: str) -> None:
    """Each vote of the years in which a member's column slipped says so."""
    vote = next(vote for vote in RECORDS.votes if vote.date >= day)
    fields = [one.field for one in conflicts_on_vote(RECORDS, vote)]

    assert f"ballots of {member}" in fields


@pytest.mark.parametrize(
    ("number", "day", "other"),
    [
        (2809, "2025-12-23", "2025-11-13"),
        (2763, "2024-12-13", "2024-12-16"),
        (1564, "2004-09-18", "2004-09-17"),
        (1009, "1995-08-10", "1995-10-08"),
        (576, "1985-11-21", "1985-10-21"),
    ],
)
def test_a_wrong_date_is_mended(number: int, day: str, other: str) -> None:
    """The day that the other sources have stands, and the first one's is kept."""
    vote = _resolution(number)
    told = [one for one in conflicts_on(RECORDS, vote.row) if one.field == "date"]

    assert vote.date == day
    assert [(one.kept, other in {one.reading, one.other_reading}) for one in told] == [(day, True)]


def test_seventeen_dates_were_wrong() -> None:
    """Those that the prepared data had corrected are conflicts like the others."""
    corrected = [one for one in RECORDS.conflicts if "does not fit the number" in one.why]

    assert len(corrected) == 17


def test_a_date_in_doubt_stays_open() -> None:
    """A vote may come after midnight: where only the meeting's first day differs, nobody decides."""
    vote = _resolution(913)
    told = next(one for one in conflicts_on(RECORDS, vote.row) if one.field == "date")

    assert (told.open, vote.date) == (True, "1994-04-22")


def test_the_double_veto_is_right() -> None:
    """26 May 2022 was 13-2-0, though the library's table of meetings prints 13-0-2."""
    vote = next(vote for vote in RECORDS.votes if vote.draft == "S/2022/431")
    told = [(one.other_reading, one.kept) for one in conflicts_on(RECORDS, vote.row)]

    assert (vote.tally, vote.vetoed_by) == ("13-2-0", ("CHN", "RUS"))
    assert told == [("13-0-2", "13-2-0")]


def test_ukraine_took_no_part_in_2001() -> None:
    """S/2001/270 was 9-1-4: one source has Colombia abstain in Ireland's place."""
    vote = next(vote for vote in RECORDS.votes if vote.draft == "S/2001/270")

    assert (vote.tally, dict(vote.ballots)["UKR"]) == ("9-1-4", "NV")
    assert "COL" not in dict(vote.ballots)


def test_a_symbol_can_stand_for_many_votes() -> None:
    """S/3502 stands 16 times, each row with its own conflict."""
    votes = [vote for vote in RECORDS.votes if vote.draft == "S/3502"]
    told = [
        one.reading
        for vote in votes
        for one in conflicts_on(RECORDS, vote.row)
        if one.field == "symbol"
    ]

    assert told == [f"S/3502, vote {n} of 16" for n in range(1, 17)]


@pytest.mark.parametrize(("vote_id", "first"), [(360, 359), (3099, 3098)])
def test_a_probable_double_stays_and_says_so(vote_id: int, first: int) -> None:
    """The row after it has the same draft, day and ballots."""
    vote, other = BY_ID[vote_id], BY_ID[first]
    told = next(one for one in conflicts_on(RECORDS, vote.row) if one.field == "row")

    assert (vote.draft, vote.date, vote.ballots) == (other.draft, other.date, other.ballots)
    assert told.open
    assert f"a double of {first}" == told.other_reading


def test_sponsors_are_states_or_named_bodies() -> None:
    """ISO alpha-3, or one of four bodies."""
    odd = {s for vote in RECORDS.votes for s in vote.sponsors if not (len(s) == 3 and s.isupper())}
    double_veto = next(vote for vote in RECORDS.votes if vote.draft == "S/2022/431")

    assert odd == {"president", "admission_committee", "elected_members", "all_members"}
    assert double_veto.sponsors == ("USA",)
