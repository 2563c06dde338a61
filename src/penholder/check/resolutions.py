"""Checks what is said of resolutions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from penholder.check.answers import not_covered, undecided
from penholder.check.first_resolutions import check_first_on
from penholder.check.measures import check_body, check_measure
from penholder.check.sanctions import check_ended, check_listed, check_rounds, check_since
from penholder.check.sponsors import check_sponsors
from penholder.check.titles import is_other, states_of
from penholder.check.votes import votes_near, with_date_doubts
from penholder.check.words import names_of, sentence
from penholder.model.claim import ResolutionAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records, Vote
from penholder.records.votes import votes_of_symbol


def check_resolution(asked: ResolutionAsked, day: str | None, records: Records) -> Verdict:
    """Answer by the fact that is asked: date, subject, adoption, sponsors, contents or number."""
    return _CHECKS.get(asked.fact, _of_one)(asked, day, records)


def _of_one(asked: ResolutionAsked, day: str | None, records: Records) -> Verdict:
    """Check what is said of one resolution: its date, subject, sponsors or adoption."""
    if asked.fact == "date" and asked.symbol:
        return _dated(asked, records)
    if asked.fact == "about" and asked.symbol:
        return _about(asked, records)
    if asked.symbol:
        return _adopted(asked, records)
    return _adopted_then(asked, day, records)


def _adopted_then(asked: ResolutionAsked, day: str | None, records: Records) -> Verdict:
    """Look for the one resolution on the subject that was adopted in the time that is named."""
    if outside := _not_covered(asked.when or day, records):
        return outside
    adopted = [v for v in votes_near(records, asked.when or day) if v.outcome == "adopted"]
    about = [v for v in adopted if states_of(records, v) & set(asked.subject)]
    if len(about) == 1:
        return Verdict(
            ruling=Ruling.SUPPORTED,
            reason=f"{about[0].symbol} was adopted on {about[0].date} by {about[0].tally}.",
            rows=(about[0].row,),
        )
    rows = tuple(vote.row for vote in adopted) or _EDGES
    return undecided("The record cannot tell which resolution is meant.", rows)


def _about(asked: ResolutionAsked, records: Records) -> Verdict:
    """Compare the subject: wrong only where the titles name another state surely."""
    votes = votes_of_symbol(records, asked.symbol or "")
    if len(votes) != 1:
        return undecided("The record has no single resolution of that number.", _EDGES)
    vote, about = votes[0], states_of(records, votes[0])
    told = f"{vote.symbol} of {vote.date}: {_title(vote)}."
    if about & set(asked.subject):
        return Verdict(ruling=Ruling.SUPPORTED, reason=told, rows=(vote.row,))
    if is_other(records, vote, asked.subject):
        return Verdict(ruling=Ruling.CONTRADICTED, reason=told, rows=(vote.row,))
    return undecided(told, (vote.row,))


def _title(vote: Vote) -> str:
    return (vote.agenda or vote.subject).rstrip(". ")


_EDGES = (Row("coverage", "votes"),)


def _not_covered(when: str | None, records: Records) -> Verdict | None:
    days = When(when).days() if when else None
    covered = records.coverage["votes"]
    return not_covered(covered.told, _EDGES) if days and days[0] > covered.last else None


def _adopted(asked: ResolutionAsked, records: Records) -> Verdict:
    """Say whether the resolution of that number was adopted on such a day; another day is open."""
    votes = [vote for vote in votes_of_symbol(records, asked.symbol or "") if vote.symbol]
    if len(votes) != 1:
        return undecided("The record has no single resolution of that number.", _EDGES)
    vote = votes[0]
    told = f"{vote.symbol} was adopted on {vote.date} by {vote.tally}."
    if asked.when is None or vote in votes_near(records, asked.when):
        return Verdict(ruling=Ruling.SUPPORTED, reason=told, rows=(vote.row,))
    return undecided(f"{told} The sentence may tell of another day.", (vote.row,))


def _dated(asked: ResolutionAsked, records: Records) -> Verdict:
    votes = votes_of_symbol(records, asked.symbol or "")
    days = When(asked.when).days() if asked.when else None
    if len(votes) != 1 or days is None:
        rows = tuple(vote.row for vote in votes) or _EDGES
        return undecided("The record has no single resolution of that number and date.", rows)
    vote = votes[0]
    reason = with_date_doubts(f"{vote.symbol} was adopted on {vote.date}.", vote)
    if days[0].isoformat() <= vote.date <= days[1].isoformat():
        return Verdict(ruling=Ruling.SUPPORTED, reason=reason, rows=(vote.row,))
    if vote.date_in_doubt:
        return undecided(reason, (vote.row,))
    return Verdict(ruling=Ruling.CONTRADICTED, reason=reason, rows=(vote.row,))


def _signed_on(asked: ResolutionAsked, day: str | None, records: Records) -> Verdict:
    if asked.symbol:
        return _judge_voters(votes_of_symbol(records, asked.symbol), asked)
    prk = asked.subject == ("PRK",)
    named = {p.symbol for p in records.prohibitions} if prk else set()
    adopted = [v for v in records.votes if v.symbol in named and v.outcome == "adopted"]
    return _judge_voters([v for v in adopted if not day or v.date <= day], asked)


def _judge_voters(votes: Sequence[Vote], asked: ResolutionAsked) -> Verdict:
    if not votes:
        return undecided("The record cannot tell which resolutions are meant.", _EDGES)
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


_CHECKS: Mapping[str, Callable[[ResolutionAsked, str | None, Records], Verdict]] = {
    "sponsors": check_sponsors,
    "first_on": check_first_on,
    "number_of": check_rounds,
    "listed": check_listed,
    "sanctions_since": check_since,
    "sanctions_ended": check_ended,
    "measure": check_measure,
    "body": check_body,
    "body_ended": check_body,
    "signed_on": _signed_on,
}
