"""The shipped ballots are those of the UN's resolution files, name by name, or a conflict says so."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from penholder.records.conflicts import conflicts_on
from penholder.records.imports.members import member_of, seats_by_year
from penholder.records.load import Vote, load_shipped

COUNCIL = Path(__file__).parents[3] / "shared" / "data" / "council"
FILES = COUNCIL / "unxml_resolutions_2000_2026.jsonl.gz"
FAILED = COUNCIL / "unxml_not_adopted_2023_2025.csv"
RECORDS = load_shipped()
SEATS = seats_by_year(RECORDS.seats)
ADOPTED = {
    vote.symbol.replace(" ", ""): vote for vote in RECORDS.votes if vote.symbol.startswith("S/RES/")
}
Pair = tuple[Vote, Mapping[str, Any]]


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    """Give each vote of the record with the UN's file of it; the first where there are two."""
    if not FILES.exists():
        pytest.skip("the resolution files are not here")
    with gzip.open(FILES, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    told = {row["symbol"].replace(" ", ""): row for row in reversed(rows)}
    return [(ADOPTED[symbol], row) for symbol, row in told.items() if symbol in ADOPTED]


def _ballots(vote: Vote, row: Mapping[str, Any]) -> dict[str, str]:
    """Give the ballots of a file that does not contradict itself; else nothing."""
    year, said = int(vote.date[:4]), {}
    for key, ballot in (("MS_in_favour", "Y"), ("MS_against", "N"), ("MS_abstaining", "A")):
        if int(row[f"{key}_count"] or 0) != len(row[key]):
            return {}
        said |= {member_of(name, year, SEATS) or name: ballot for name in row[key]}
    heading = row["adoption_type"]
    if re.search("without|acclamation|absent", heading) or set(said) != SEATS[year]:
        return {}
    return said


def _fields(vote: Vote) -> set[str]:
    return {one.field for one in conflicts_on(RECORDS, vote.row)}


def test_no_sound_file_differs_from_the_shipped_ballots(pairs: list[Pair]) -> None:
    """Every member of 1,498 resolutions voted as its file says; the others contradict themselves."""
    sound = [(vote, said) for vote, row in pairs if (said := _ballots(vote, row))]
    differing = [
        vote.symbol
        for vote, said in sound
        if {member: dict(vote.ballots).get(member, "Y") for member in said} != said
    ]

    assert differing == []
    assert len(sound) == 1498


def test_failed_drafts_have_those_against_that_their_files_name() -> None:
    """The UN's files of drafts that were not adopted name who voted against, and nobody else did."""
    if not FAILED.exists():
        pytest.skip("the files of drafts that were not adopted are not here")
    with FAILED.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["no_voters"]]
    votes = {vote.draft: vote for vote in RECORDS.votes if vote.outcome != "adopted"}
    for row in rows:
        vote = votes["/".join(re.split(r"[_-]", row["file"])[:3])]
        named = [member_of(one, int(vote.date[:4]), SEATS) for one in row["no_voters"].split(";")]
        assert sorted(vote.against) == sorted(map(str, named)), vote.draft


@pytest.mark.parametrize(
    ("symbol", "ballots", "wrong"),
    [
        ("S/RES/2720(2023)", (("RUS", "A"), ("USA", "A")), "China abstaining"),
        ("S/RES/2312(2016)", (("VEN", "A"),), "Egypt abstaining"),
    ],
)
def test_a_wrong_name_is_mended(
    symbol: str, ballots: tuple[tuple[str, str], ...], wrong: str
) -> None:
    """The UN's file stands, the tally is as it was, and the other reading is kept beside it."""
    vote = ADOPTED[symbol]
    told = [one for one in conflicts_on(RECORDS, vote.row) if one.field == "ballots"]

    assert vote.ballots == ballots
    assert (vote.abstain, vote.yes) == (len(ballots), 15 - len(ballots))
    assert [wrong in one.reading for one in told] == [True]
    assert told[0].kept == told[0].other_reading
    assert not vote.in_doubt


def test_whose_draft_meeting_or_day_differs_is_a_conflict(pairs: list[Pair]) -> None:
    """The file's draft, meeting and day are the table's, or both readings stand in the conflicts."""
    silent = [
        (vote.symbol, field, said)
        for vote, row in pairs
        for field, said in _differing(vote, row)
        if field not in _fields(vote)
    ]

    assert silent == []


def _differing(vote: Vote, row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    drafts = _symbols(row["draft_resolution"])
    if drafts and not drafts & _symbols(vote.draft):
        yield "draft", row["draft_resolution"]
    meeting, held = (re.search(r"PV\.?\s?(\d+)", w) for w in (row["outcome_letter"], vote.meeting))
    if meeting and (held is None or held[1] != meeting[1]):
        yield "meeting", meeting[1]
    day = re.match(r"\d{1,2} [A-Z][a-z]+ \d{4}", " ".join(row["adoption_date"].split()))
    if day and f"{datetime.strptime(day[0], '%d %B %Y'):%Y-%m-%d}" != vote.date:  # noqa: DTZ007
        yield "date", day[0]


def _symbols(words: str) -> set[str]:
    return set(re.findall(r"S/\d+(?:/\d+)?", words.upper().replace(" ", "").replace("-", "/")))
