"""Votes of the Council by the record: a list with who voted how, and each vote at its own address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Annotated, Any, Literal

from fastapi import Query
from sqlalchemy import Connection

from penholder.errors import NotFoundError
from penholder.records.load import Records, Vote
from penholder.records.members import seats_in
from penholder.records.votes import vote_with
from penholder.serve.typed import state_known
from penholder.serve.vote_lookups import ballots_on, vote_json, votes_with
from penholder.serve.web.asking import Ledger, Record
from penholder.serve.web.charts.horseshoe import seat_around
from penholder.serve.web.entries import Entry
from penholder.serve.web.filters import PageNumber, Text
from penholder.serve.web.pages import Page
from penholder.serve.web.vote_words import holds, wanted_in
from penholder.store.by_record import drafts_of_row, statements_of_row
from penholder.store.pieces import ROWS, piece_at

Json = dict[str, Any]

_Year = Annotated[
    str | None, Query(pattern=r"^(\d{4}s?)?$", description="2022, or a decade: 1950s.")
]
_Outcome = Annotated[Literal["", "adopted", "vetoed", "failed"], Query()]
_Ballot = Annotated[Literal["", "Y", "N", "A", "NV"], Query(description="How `member` voted.")]


def find_votes(
    records: Record,
    year: _Year = None,
    outcome: _Outcome = "",
    vetoed_by: Text = None,
    member: Text = None,
    ballot: _Ballot = "",
    subject: Text = None,
    page: PageNumber = 1,
) -> Json:
    """Give votes newest first, each with every member's ballot.

    `subject` is sought word by word, in any case, in symbols, titles and items of the agenda; the name of a state also finds
    the votes that were about it.
    """
    asked = (
        year or "",
        outcome,
        _state(vetoed_by),
        _state(member),
        ballot,
        (subject or "").casefold(),
    )
    found = _chosen(records, *asked)
    piece = piece_at(page, len(found))
    shown = found[(page - 1) * ROWS : page * ROWS]
    covered = records.coverage["votes"]
    return {
        "votes": [_brief(records, vote) for vote in shown],
        "piece": piece.told(),
        "covered": covered.told,
    }


def _state(typed: str | None) -> str:
    return state_known(typed) if typed else ""


@lru_cache(maxsize=64)
def _chosen(
    records: Records, year: str, outcome: str, vetoed_by: str, member: str, ballot: str, words: str
) -> Sequence[Vote]:
    """Give the votes that fit, newest first."""
    wanted = wanted_in(words)
    return [
        vote
        for vote in sorted(records.votes, key=lambda vote: (vote.date, vote.vote_id), reverse=True)
        if vote.date.startswith(year.removesuffix("0s"))
        and outcome in {"", vote.outcome}
        and (not vetoed_by or vetoed_by in vote.vetoed_by)
        and (not member or _voted(records, vote, member, ballot))
        and holds(records, vote, wanted)
    ]


def _voted(records: Records, vote: Vote, member: str, ballot: str) -> bool:
    """Say whether a member sat at a vote, and voted so."""
    if all(seat.member != member for seat in seats_in(records, int(vote.date[:4]))):
        return False
    return not ballot or _ballots(records, vote)[member] == ballot


def _ballots(records: Records, vote: Vote) -> dict[str, str]:
    """Give each member's ballot; "?" where the record cannot tell."""
    return {seat.member: ballot for seat, ballot in ballots_on(records, vote)}


def _brief(records: Records, vote: Vote) -> Json:
    return {
        "id": vote.vote_id, "date": vote.date, "symbol": vote.symbol or vote.draft, "draft": vote.draft or None,
        "subject": vote.subject, "outcome": vote.outcome, "yes": vote.yes, "no": vote.no, "abstain": vote.abstain,
        "not_voting": vote.not_voting, "vetoed_by": list(vote.vetoed_by), "ballots": _ballots(records, vote),
    }  # fmt: skip


def _shown_list(found: Mapping[str, Any]) -> Json:
    """Give the votes year by year, each year with its members."""
    years = groupby(found["votes"], key=lambda vote: vote["date"][:4])
    listed = [(year, list(votes)) for year, votes in years]
    return {"years": [(year, list(votes[0]["ballots"]), votes) for year, votes in listed]}


def find_vote(ledger: Ledger, records: Record, symbol: str) -> Json:
    """Give every vote on a resolution or draft, with each member's ballot and what the ledger's stories tell of it."""
    found = votes_with(records, symbol)
    return {"symbol": symbol, "votes": [_whole(ledger, records, one) for one in found]}


def find_vote_by_id(ledger: Ledger, records: Record, vote_id: int) -> Json:
    """Give the vote of a row of the record."""
    vote = vote_with(records, f"{vote_id}")
    if vote is None:
        raise NotFoundError(str(vote_id), fault="no vote has that number", remedy="See /votes")
    one = vote_json(records, vote)
    return {"symbol": vote.symbol or vote.draft, "votes": [_whole(ledger, records, one)]}


def _whole(ledger: Connection, records: Records, vote: Json) -> Json:
    month = vote["date"][:7]
    presides = next((row.president for row in records.presidencies if row.month == month), None)
    row = f"votes {vote['id']}"
    return {
        **vote,
        "president": presides,
        "told": statements_of_row(ledger, row),
        "drafts": drafts_of_row(ledger, row),
    }


def _shown_vote(found: Mapping[str, Any]) -> Json:
    return {"tables": [seat_around(one["ballots"], one["president"]) for one in found["votes"]]}


def newest_votes(records: Records, most: int) -> list[Json]:
    """Give the last votes of the record, the newest in front."""
    voted = sorted(records.votes, key=lambda vote: (vote.date, vote.vote_id), reverse=True)
    return [_brief(records, vote) for vote in voted[:most]]


def vote_entry(vote: Mapping[str, Any]) -> Entry:
    """Give a vote with its subject and tally."""
    return Entry(
        path=f"/votes/id/{vote['id']}",
        title=f"{vote['symbol']}: {vote['outcome']}",
        summary=f"{vote['subject']}. {vote['yes']}-{vote['no']}-{vote['abstain']} (yes-no-abstentions).",
        day=vote["date"],
        category="vote",
    )


def _entries(found: Mapping[str, Any]) -> Iterator[Entry]:
    yield from map(vote_entry, found["votes"])


PAGES = (
    Page(
        path="/votes", template="votes.html", find=find_votes, entries=_entries, shown=_shown_list
    ),
    Page(path="/votes/id/{vote_id}", template="vote.html", find=find_vote_by_id, shown=_shown_vote),
    Page(path="/votes/{symbol:rest}", template="vote.html", find=find_vote, shown=_shown_vote),
)
