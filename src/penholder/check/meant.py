"""Finds the one vote that a claim means, and says whether it can mean another."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.check.titles import is_other, states_of
from penholder.check.votes import votes_before, votes_near
from penholder.model.claim import TallyAsked
from penholder.model.when import When
from penholder.records.load import Records, Vote
from penholder.records.votes import votes_of_symbol

# Days in which a story still tells of a vote without its date.
_RECENT = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The votes that a claim can mean; only a sure one can refute it."""

    votes: tuple[Vote, ...]
    sure: bool


def votes_meant(asked: TallyAsked, day: str | None, records: Records) -> Meant:
    """Give the votes of the symbol, of the day, or on the subject shortly before the story."""
    named = votes_of_symbol(records, asked.symbol) if asked.symbol else ()
    if named:
        return Meant(votes=named, sure=len(named) == 1)
    if asked.when and not votes_near(records, asked.when):
        return Meant(votes=_of_years(asked, records), sure=False)
    near = votes_near(records, asked.when or day, named=bool(asked.when))
    votes = _about(near, asked, records)
    earlier = _earlier(asked, day, records)
    # "Adopted its ninth sanctions resolution": of last week, not today's on another matter.
    if not asked.when and earlier and not _on_subject(votes, asked, records):
        return Meant(votes=earlier, sure=False)
    if votes:
        return Meant(votes=votes, sure=len(votes) == 1 and _is_certain(votes[0], asked, records))
    return Meant(votes=earlier, sure=False)


def _about(votes: tuple[Vote, ...], asked: TallyAsked, records: Records) -> tuple[Vote, ...]:
    """Narrow down to the first state that a vote is on; else leave out those on another state."""
    for state in asked.subject:
        if named := tuple(vote for vote in votes if state in states_of(records, vote)):
            return named
    return tuple(vote for vote in votes if not is_other(records, vote, asked.subject))


def _on_subject(votes: tuple[Vote, ...], asked: TallyAsked, records: Records) -> bool:
    return any(states_of(records, vote) & set(asked.subject) for vote in votes)


def _is_certain(vote: Vote, asked: TallyAsked, records: Records) -> bool:
    """Say whether a vote is on the subject, or on the day that is named where none is."""
    if asked.subject:
        return bool(states_of(records, vote) & set(asked.subject))
    return asked.when is not None


def _earlier(asked: TallyAsked, day: str | None, records: Records) -> tuple[Vote, ...]:
    """Give the latest vote on the subject before the story: it can bear out, not refute."""
    before = votes_before(records, day, _RECENT) if day else ()
    about = [vote for vote in before if states_of(records, vote) & set(asked.subject)]
    return tuple(about[:1])


def _of_years(asked: TallyAsked, records: Records) -> tuple[Vote, ...]:
    """Give the votes on the subject in a time longer than a month: "in 2016"."""
    days = When(asked.when or "").days()
    if days is None:
        return ()
    first, last = days[0].isoformat(), days[1].isoformat()
    inside = (vote for vote in records.votes if first <= vote.date <= last)
    return tuple(vote for vote in inside if states_of(records, vote) & set(asked.subject))
