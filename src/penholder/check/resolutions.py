"""Checks what is said of resolutions."""

from __future__ import annotations

from collections.abc import Sequence

from penholder.check.answers import undecided
from penholder.check.votes import vote_of_symbol, votes_near, votes_on, with_date_doubts
from penholder.check.words import names_of, sentence
from penholder.model.claim import ResolutionAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records, Vote


def check_resolution(asked: ResolutionAsked, day: str | None, records: Records) -> Verdict:
    """Check a resolution's date, its adoption, or who voted for the resolutions on a subject."""
    if asked.fact == "signed_on":
        return _signed_on(asked, day, records)
    if asked.fact == "date" and asked.symbol:
        return _dated(asked, records)
    if asked.symbol:
        return _adopted(asked, records)
    adopted = [v for v in votes_near(records, asked.when or day) if v.outcome == "adopted"]
    about = [v for v in adopted if any(v in votes_on(records, state) for state in asked.subject)]
    if len(about) == 1:
        return Verdict(
            ruling=Ruling.SUPPORTED,
            reason=f"{about[0].symbol} was adopted on {about[0].date} by {about[0].tally}.",
            rows=(about[0].row,),
        )
    return undecided(
        "The record cannot tell which resolution is meant.", tuple(v.row for v in adopted)
    )


def _adopted(asked: ResolutionAsked, records: Records) -> Verdict:
    """Say whether the resolution of that number was adopted on such a day; another day is open."""
    votes = [vote for vote in vote_of_symbol(records, asked.symbol or "") if vote.symbol]
    if len(votes) != 1:
        return undecided("The record has no single resolution of that number.")
    vote = votes[0]
    told = f"{vote.symbol} was adopted on {vote.date} by {vote.tally}."
    if asked.when is None or vote in votes_near(records, asked.when):
        return Verdict(ruling=Ruling.SUPPORTED, reason=told, rows=(vote.row,))
    return undecided(f"{told} The sentence may tell of another day.", (vote.row,))


def _dated(asked: ResolutionAsked, records: Records) -> Verdict:
    votes = vote_of_symbol(records, asked.symbol or "")
    days = When(asked.when).days() if asked.when else None
    if len(votes) != 1 or days is None:
        return undecided("The story names no date to compare.", tuple(vote.row for vote in votes))
    vote = votes[0]
    reason = with_date_doubts(f"{vote.symbol} was adopted on {vote.date}.", vote)
    if days[0].isoformat() <= vote.date <= days[1].isoformat():
        return Verdict(ruling=Ruling.SUPPORTED, reason=reason, rows=(vote.row,))
    if vote.date_in_doubt:
        return undecided(reason, (vote.row,))
    return Verdict(ruling=Ruling.CONTRADICTED, reason=reason, rows=(vote.row,))


def _signed_on(asked: ResolutionAsked, day: str | None, records: Records) -> Verdict:
    if asked.symbol:
        return _judge_voters(vote_of_symbol(records, asked.symbol), asked)
    prk = asked.subject == ("PRK",)
    named = {p.symbol for p in records.prohibitions} if prk else set()
    adopted = [v for v in records.votes if v.symbol in named and v.outcome == "adopted"]
    return _judge_voters([v for v in adopted if not day or v.date <= day], asked)


def _judge_voters(votes: Sequence[Vote], asked: ResolutionAsked) -> Verdict:
    if not votes:
        return undecided("The record cannot tell which resolutions are meant.")
    holds = [v for v in votes if not {m for m, _ in v.ballots} & set(asked.actors)]
    enough = len(holds) > 1 or len(holds) == len(votes)
    return Verdict(
        ruling=Ruling.SUPPORTED if enough else Ruling.UNDECIDED,
        reason=_told(holds, votes, asked),
        rows=tuple(v.row for v in votes),
    )


def _told(holds: Sequence[Vote], votes: Sequence[Vote], asked: ResolutionAsked) -> str:
    who = sentence(names_of(asked.actors))
    if len(votes) == 1:
        did = "voted" if holds else "did not all vote"
        return f"{who} {did} for {votes[0].symbol}: {votes[0].tally}."
    told = f"{who} voted for {len(holds)} of {len(votes)} resolutions on the subject"
    return f"{told}: {', '.join(vote.symbol for vote in holds)}."
