"""Writes files in the forms of the sources, about votes of the shipped record."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from penholder.records.load import Vote, load_records, load_shipped
from penholder.serve.cli import main

COLUMNS = (
    "undl_id", "ms_code", "ms_name", "permanent_member", "ms_vote", "date", "resolution", "draft", "meeting",
    "description", "agenda", "subjects", "vote_note", "total_yes", "total_no", "total_abstentions",
    "total_non_voting", "total_ms", "modality", "undl_link",
)  # fmt: skip
Run = Callable[..., Result]
Write = Callable[..., Path]


@pytest.fixture
def run() -> Run:
    """Give what runs a command on the record as it then is."""

    def run(*words: str | Path) -> Result:
        load_records.cache_clear()
        return CliRunner().invoke(main, [str(word) for word in words])

    return run


@pytest.fixture
def undl(tmp_path: Path) -> Write:
    """Give what writes votes in the form of the UN Digital Library's CSV."""

    def write(
        votes: Iterable[Vote],
        *,
        name: str = "sc_voting.csv",
        columns: Sequence[str] = COLUMNS,
        change: Callable[[dict[str, str]], None] = lambda row: None,
    ) -> Path:
        path = tmp_path / name
        path.write_text(undl_text(votes, columns, change), encoding="utf-8", newline="")
        return path

    return write


def undl_text(
    votes: Iterable[Vote],
    columns: Sequence[str] = COLUMNS,
    change: Callable[[dict[str, str]], None] = lambda row: None,
) -> str:
    """Give votes as the UN Digital Library writes them: one row for each member."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", restval="")
    writer.writeheader()
    for vote in votes:
        for row in _undl_rows(vote):
            change(row)
            writer.writerow(row)
    return out.getvalue()


def _undl_rows(vote: Vote) -> Iterator[dict[str, str]]:
    """Yield a row for each member; "without a vote" is written as all in favour."""
    seats = [seat for seat in load_shipped().seats if seat.year == int(vote.date[:4])]
    nobody = vote.not_voting == len(seats)
    ballots = {} if nobody else dict(vote.ballots)
    for seat in seats:
        yield {
            "undl_id": str(vote.vote_id), "ms_code": seat.member, "ms_name": seat.name.upper(),
            "permanent_member": str(seat.permanent), "date": vote.date,
            "ms_vote": ballots.get(seat.member, "Y").replace("NV", "X"),
            "resolution": vote.symbol.replace(" ", ""), "draft": vote.draft, "meeting": vote.meeting,
            "description": vote.subject, "agenda": vote.agenda,
            "vote_note": "ADOPTED WITHOUT A VOTE" if nobody else "",
            "total_yes": str(len(seats) if nobody else vote.yes), "total_no": str(vote.no),
            "total_abstentions": str(vote.abstain), "total_ms": str(len(seats)),
            "modality": "Adopted without vote" if nobody else "Recorded vote",
        }  # fmt: skip


@pytest.fixture
def votes() -> Mapping[str, Vote]:
    """Give the shipped record's adopted votes by the number of the resolution."""
    return {
        vote.symbol.split("/")[2].split()[0]: vote
        for vote in load_shipped().votes
        if vote.outcome == "adopted" and vote.symbol.startswith("S/RES/")
    }
