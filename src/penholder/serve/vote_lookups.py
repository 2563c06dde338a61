"""What the look-ups of votes answer: a vote with its ballots and sources, and what would pass."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from typing import Any

from penholder.check.outcomes import (
    explain_vote,
    note_abstentions,
    outcome_of,
    permanent_on,
    procedural_outcome_of,
)
from penholder.check.words import name_of, sentence
from penholder.errors import NotFoundError, QuestionError
from penholder.records.conflicts import conflicts_on_vote
from penholder.records.load import Records, Vote
from penholder.records.members import Seat, seats_in
from penholder.records.vetoes import VetoPlace, veto_places
from penholder.records.votes import votes_of_symbol
from penholder.serve.lookups import Json, actor_json, member_json
from penholder.serve.typed import symbol_typed, year_typed

_BALLOTS = {
    "Y": "in favour",
    "N": "against",
    "A": "abstained",
    "NV": "did not vote",
    "?": "not sure",
}
_SPONSORS = {
    "president": "the President of the Council",
    "admission_committee": "the Committee on the Admission of New Members",
    "elected_members": "the elected members",
    "all_members": "all members of the Council",
}


def votes_with(records: Records, symbol: str) -> list[Json]:
    """Give every vote on a resolution or draft, with each member's ballot.

    Raises:
        NotFoundError: no vote has that symbol, or the resolution is of another year.
    """
    votes = votes_of_symbol(records, symbol_typed(symbol))
    if not votes:
        raise NotFoundError(
            symbol, fault="no vote has that symbol", remedy="Write it as S/2022/431 or S/RES/2397"
        )
    _check_year(symbol, votes)
    return [vote_json(records, vote) for vote in votes]


def _check_year(symbol: str, votes: Collection[Vote]) -> None:
    year, symbols = year_typed(symbol), sorted({vote.symbol for vote in votes})
    if year and not any(year == year_typed(one) for one in symbols):
        raise NotFoundError(
            symbol,
            fault="the resolution is of another year",
            remedy=f"Write {' or '.join(symbols)}",
        )


def vote_json(records: Records, vote: Vote) -> Json:
    """Give a vote with each member's ballot, the numbers of its vetoes and what its sources differ on."""
    return {
        "id": vote.vote_id, "symbol": vote.symbol or None, "draft": vote.draft or None, "date": vote.date,
        "meeting": vote.meeting or None, "subject": vote.subject, "agenda": vote.agenda or None,
        "sponsors": list(vote.sponsors),
        "yes": vote.yes, "no": vote.no, "abstain": vote.abstain, "not_voting": vote.not_voting,
        "outcome": vote.outcome, "explanation": explain_vote(vote, records),
        "vetoed_by": [actor_json(member) for member in vote.vetoed_by],
        "veto_numbers": [_place(place) for place in veto_places(records, vote)],
        "ballots": [
            member_json(seat) | {"ballot": ballot} for seat, ballot in ballots_on(records, vote)
        ],
        "conflicts": [
            {"field": one.field, "readings": {one.source: one.reading, one.other_source: one.other_reading},
             "kept": one.kept or None, "why": one.why, "told": one.told,
             "days": one.key if one.of_days else None}
            for one in conflicts_on_vote(records, vote)
        ],
    }  # fmt: skip


def _place(place: VetoPlace) -> Json:
    return {
        "member": place.member, "basis": place.basis, "label": place.label,
        "number": place.number, "note": place.note or None,
    }  # fmt: skip


def ballots_on(records: Records, vote: Vote) -> Iterator[tuple[Seat, str]]:
    """Yield each member with its ballot; "?" where seats were shared and the rest cannot all be a yes."""
    seats = seats_in(records, int(vote.date[:4]))
    named = dict(vote.ballots)
    rest = [seat for seat in seats if seat.member not in named]
    unnamed = "Y" if len(rest) == vote.yes else "?"
    for seat in seats:
        yield seat, named.get(seat.member, unnamed)


def tell_vote(found: Json) -> Iterator[str]:
    """Yield the vote in lines: what, when, the tally, why, each member, and the sources' doubts."""
    held = f", meeting {found['meeting']}" if found["meeting"] else ""
    yield f"{found['symbol'] or found['draft']}, put to the vote on {found['date']}{held}"
    yield f"  {found['subject']}"
    if found["sponsors"]:
        yield f"  put forward by {', '.join(map(sponsor_told, found['sponsors']))}"
    yield f"  {found['explanation']}"
    for ballot, label in _BALLOTS.items():
        members = [row for row in found["ballots"] if row["ballot"] == ballot]
        names = ", ".join(row["name"] + "*" * row["permanent"] for row in members)
        if members:
            yield f"  {label} ({len(members)}): {names}"
    yield "  * permanent member"
    yield from map(_tell_place, found["veto_numbers"])
    for one in found["conflicts"]:
        if not (one["days"] and one["kept"]):  # settled for months on end: nothing about this vote
            yield f"  sources differ on {one['told']}"


def _tell_place(place: Json) -> str:
    who = sentence(name_of(place["member"]))
    said = f"veto no. {place['number']}" if place["number"] else place["note"]
    return f"  {who} by {place['label']}: {said}"


def sponsor_told(sponsor: str) -> str:
    """Give who put a draft forward, within a sentence: "the United States", "the elected members"."""
    return _SPONSORS.get(sponsor) or name_of(sponsor)


def day_meant(records: Records, on: str | None) -> str:
    """Give the day on which a vote is thought to be: the one that is asked, else today, as far as the members are known."""
    today, covered = datetime.now(UTC).date(), records.coverage["members"]
    known = covered.covers(today, today)
    return on or (today if known else records.coverage["votes"].last).isoformat()


def would_pass(
    records: Records,
    yes: int,
    cast: tuple[Collection[str], Collection[str]],
    day: str,
    *,
    procedural: bool = False,
) -> Json:
    """Say whether a draft passes on a day, by its votes in favour, who is against and who abstains.

    Raises:
        NotFoundError: somebody who is said to vote has no seat that year.
        QuestionError: there are more votes than seats, or a member votes twice.
    """
    against, abstaining = map(set, cast)
    _check_seats(records, yes, (against, abstaining), day)
    permanent = permanent_on(records, day)
    rule = procedural_outcome_of if procedural else outcome_of
    ruled = rule(yes, against, permanent, day)
    notes = [] if procedural else [note_abstentions(abstaining, permanent)]
    reason = " ".join([ruled.reason, *filter(None, notes)])
    return {"adopted": ruled.adopted, "reason": reason, "day": day}


def _check_seats(records: Records, yes: int, cast: tuple[set[str], set[str]], day: str) -> None:
    members = {seat.member for seat in seats_in(records, int(day[:4]))}
    against, abstaining = cast
    if not members:
        raise NotFoundError(
            day, fault="no members are recorded", remedy=records.coverage["members"].told
        )
    if strangers := (against | abstaining) - members:
        listed = " ".join(sorted(members))
        raise NotFoundError(
            " ".join(sorted(strangers)),
            fault=f"no seat in {day[:4]}",
            remedy=f"The members are {listed}",
        )
    if twice := against & abstaining:
        raise QuestionError(
            " ".join(sorted(twice)),
            fault="against and abstaining at once",
            remedy="Name each member once",
        )
    if yes + len(against) + len(abstaining) > len(members):
        others = f"{len(against)} against, {len(abstaining)} abstaining"
        raise QuestionError(
            f"{yes} for, {others}",
            fault=f"the Council has {len(members)} members",
            remedy="Count the votes again",
        )


def tell_would_pass(found: Json) -> Iterator[str]:
    """Yield the answer in a line."""
    yield f"{'It passes' if found['adopted'] else 'It does not pass'}. {found['reason']}"


def veto_numbers(records: Records, member: str, symbol: str) -> list[Json]:
    """Give which of a member's vetoes each vote on a draft was, on each basis of counting.

    Raises:
        NotFoundError: no vote has that symbol, or the member vetoed none of them.
    """
    votes: list[tuple[Vote, VetoPlace]] = [
        (vote, place)
        for vote in votes_of_symbol(records, symbol)
        for place in veto_places(records, vote)
        if place.member == member
    ]
    if not votes:
        raise NotFoundError(
            f"{member} {symbol}",
            fault="no such veto is recorded",
            remedy=f"Look at the vote with penholder vote {symbol}",
        )
    return [_place(place) | {"date": vote.date, "draft": vote.draft} for vote, place in votes]


def tell_veto_numbers(found: list[dict[str, Any]]) -> Iterator[str]:
    """Yield a line for each vote and each basis."""
    shown = None
    for row in found:
        if shown != (vote := (row["draft"], row["date"])) or row["basis"] == "votes":
            yield f"{sentence(name_of(row['member']))}'s veto of {vote[0]} on {vote[1]}"
        shown = vote
        number = f"{row['number']:>6}" if row["number"] else f"{'-':>6}"
        note = f" ({row['note']})" if row["note"] else ""
        yield f"{number}  {row['label']}{note}"
