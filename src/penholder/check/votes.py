"""Finds the votes that a claim can mean, by symbol, day and subject."""

from __future__ import annotations

from datetime import timedelta

from penholder.check.titles import votes_by_state
from penholder.model.when import When
from penholder.records.load import Records, Vote


def votes_near(records: Records, when: str | None, *, named: bool = False) -> tuple[Vote, ...]:
    """Give the votes of the days that a date names, a day to either side included.

    named: the words name the day: in Asia it may be the next one, nowhere the one before.
    """
    days = When(when).days() if when else None
    if days is None or (days[1] - days[0]).days > 31:
        return ()
    later = timedelta(days=0 if named and days[0] == days[1] else 1)
    first, last = days[0] - timedelta(days=1), days[1] + later
    return tuple(v for v in records.votes if first.isoformat() <= v.date <= last.isoformat())


def perhaps_near(records: Records, when: str | None) -> tuple[Vote, ...]:
    """Give the votes that some source, against which nobody has decided, puts on the days that a date names."""
    days = When(when).days() if when else None
    if days is None:
        return ()
    first, last = days[0].isoformat(), days[1].isoformat()
    return tuple(v for v in records.votes if any(first <= day <= last for day in v.other_dates))


def with_doubts(reason: str, *votes: Vote) -> str:
    """Give a reason with what sources differ on and nobody has decided, of how votes went."""
    told = "; ".join(
        f"{vote.symbol or vote.draft}, {vote.flags}" for vote in votes if vote.in_doubt
    )
    return f"{reason} Sources differ, and nobody has decided: {told}." if told else reason


def with_date_doubts(reason: str, *votes: Vote) -> str:
    """Give a reason with the days on which nobody has decided."""
    told = "; ".join(
        f"{vote.symbol or vote.draft} was put to the vote on {' or '.join((vote.date, *vote.other_dates))}"
        for vote in votes
        if vote.date_in_doubt
    )
    return f"{reason} Sources differ, and nobody has decided: {told}." if told else reason


def votes_before(records: Records, day: str, days: int) -> tuple[Vote, ...]:
    """Give the votes of so many days before a day, the latest first."""
    until = When(day).days()
    if until is None:
        return ()
    first, last = (until[0] - timedelta(days=days)).isoformat(), until[1].isoformat()
    return tuple(v for v in records.votes[::-1] if first <= v.date <= last)


def votes_on(records: Records, state: str) -> tuple[Vote, ...]:
    """Give the votes that were about a state."""
    return votes_by_state(records).get(state, ())
