"""Checks tallies of Council votes."""

from __future__ import annotations

from penholder.check.answers import undecided
from penholder.check.votes import vote_of_symbol, votes_before, votes_near, votes_on
from penholder.model.claim import TallyAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.records.load import Records, Vote

# Days in which a story still tells of a vote without its date.
_RECENT = 14


def check_tally(asked: TallyAsked, day: str | None, records: Records) -> Verdict:
    """Compare a tally with the one vote that can be meant; several leave it undecided."""
    found = vote_of_symbol(records, asked.symbol) if asked.symbol else ()
    found = found or votes_near(records, asked.when or day)
    about = [v for v in found if any(v in votes_on(records, state) for state in asked.subject)]
    votes = about or list(found)
    if not votes:
        return _earlier(asked, day, records)
    exact = [v for v in votes if asked.yes is not None and (asked.yes, asked.no) == (v.yes, v.no)]
    if len(votes) > 1 and len(exact) == 1:
        votes = exact
    if len(votes) > 1:
        return undecided("Several votes can be meant.", tuple(vote.row for vote in votes))
    return _compare(asked, votes[0])


def _earlier(asked: TallyAsked, day: str | None, records: Records) -> Verdict:
    """Look for the latest vote on the subject before the story: it can bear out, not refute."""
    before = votes_before(records, day, _RECENT) if day else ()
    known = {v.vote_id for state in asked.subject for v in votes_on(records, state)}
    about = [v for v in before if v.vote_id in known]
    if about and _compare(asked, about[0]).ruling is Ruling.SUPPORTED:
        return _compare(asked, about[0])
    return undecided("The record has no vote on that day; the story may mean an earlier one.")


def _compare(asked: TallyAsked, vote: Vote) -> Verdict:
    if asked.unanimous:
        holds = vote.no == 0 and vote.abstain == 0
    else:
        pairs = ((asked.yes, vote.yes), (asked.no, vote.no), (asked.abstain, vote.abstain))
        holds = all(said is None or said == had for said, had in pairs)
    # One number alone may be that of a group: "only six of them voted in favour".
    whole = asked.unanimous or asked.symbol or sum(n is not None for n in _numbers(asked)) > 1
    certain = holds or (whole and not vote.flags and vote.yes is not None)
    ruling = Ruling.SUPPORTED if holds else Ruling.CONTRADICTED
    return Verdict(
        ruling=ruling if certain else Ruling.UNDECIDED,
        reason=f"{vote.symbol or vote.draft} of {vote.date}: {vote.tally} (yes-no-abstentions).",
        rows=(vote.row,),
    )


def _numbers(asked: TallyAsked) -> tuple[int | None, ...]:
    return asked.yes, asked.no, asked.abstain
