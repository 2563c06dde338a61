"""Checks that a resolution was the first on its subject in some time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from penholder.check.answers import not_covered, undecided
from penholder.check.gaps import read_gap
from penholder.check.titles import states_of
from penholder.model.claim import Comparator, ResolutionAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records, Vote

# A story tells of a resolution for about so long, and a day may be off by one.
_RECENT, _DAY = timedelta(days=14), timedelta(days=1)
_EDGES = (Row("coverage", "votes"),)


def check_first_on(asked: ResolutionAsked, day: str | None, records: Records) -> Verdict:
    """Compare with the resolution before on the subject; titles are too loose to call it wrong."""
    days = When(asked.when or day or "").days()
    if days is None:
        return undecided("The day of the resolution cannot be told.", _EDGES)
    covered = records.coverage["votes"]
    if not covered.covers(*days):
        return not_covered(covered.told, _EDGES)
    pair = _last_two(asked, days[1], records)
    if pair is None:
        return undecided("The record has no two resolutions on the subject to compare.", _EDGES)
    latest, before = pair
    told = f"{latest.symbol} was adopted on {latest.date}, and {before.symbol}, the one before on it, on {before.date}."
    rows = (before.row, latest.row)
    if _holds(asked, latest, before):
        return Verdict(ruling=Ruling.SUPPORTED, reason=told, rows=rows)
    return undecided(f"{told} Which resolutions are on a subject is read from their titles.", rows)


def _last_two(asked: ResolutionAsked, until: date, records: Records) -> tuple[Vote, Vote] | None:
    """Give the resolution that is told of and the one before it, on all states that are named."""
    last = (until + _DAY).isoformat()
    about = [
        vote
        for vote in records.votes
        if vote.outcome == "adopted"
        and vote.date <= last
        and set(asked.subject) <= states_of(records, vote)
    ]
    recent = (until - _RECENT).isoformat()
    return _pair(about) if about and about[-1].date >= recent else None


def _pair(about: Sequence[Vote]) -> tuple[Vote, Vote] | None:
    return (about[-1], about[-2]) if len(about) > 1 else None


def _holds(asked: ResolutionAsked, latest: Vote, before: Vote) -> bool:
    passed = (date.fromisoformat(latest.date) - date.fromisoformat(before.date)).days
    if gap := read_gap(asked.value):
        plain = asked.comparator is Comparator.EXACT
        return gap.fits(passed, asked.comparator) or (plain and gap.is_counted_out(passed))
    since = When(asked.value or "").days()
    if since is None:
        return False
    return since[0] - _DAY <= date.fromisoformat(before.date) <= since[1] + _DAY
