"""Checks the first, last or only veto: "the first veto on North Korea since 2006"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from penholder.check.answers import undecided
from penholder.check.veto_counts import since_day, vetoes_of
from penholder.check.words import names_of
from penholder.model.claim import VetoAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records, Vote

# A story tells of a veto without its day for about two weeks.
_RECENT = timedelta(days=14)


def check_veto_rank(asked: VetoAsked, day: str | None, records: Records) -> Verdict:
    """Find the veto that is meant, and see whether others stand before it or beside it.

    A first told without its subject may be the first on that of the sentence before, or on any.
    """
    on_subject = _check_rank(asked, day, records)
    if asked.rank != "first" or asked.subject_said or not asked.subject:
        return on_subject
    on_any = _check_rank(replace(asked, subject=()), day, records)
    if on_any.ruling is on_subject.ruling:
        return on_any
    reason = f"On {names_of(asked.subject)}: {on_subject.reason} On any subject: {on_any.reason}"
    return undecided(reason, tuple(dict.fromkeys((*on_subject.rows, *on_any.rows))))


def _check_rank(asked: VetoAsked, day: str | None, records: Records) -> Verdict:
    days = When(asked.when or day or "").days()
    if days is None:
        return undecided("The day of the veto cannot be told.", (Row("coverage", "votes"),))
    story = When(day or "").days()
    days = (days[0], min(days[1], story[1])) if story else days
    start = days[0] - (timedelta(days=1) if asked.when else _RECENT)
    if asked.rank == "last":
        return _last(asked, days, day, records)
    meant = vetoes_of(asked, records, start, days[1] + timedelta(days=1))
    if not meant:
        told = "The record has no such veto in those days; the story may mean another time."
        return undecided(told, (Row("coverage", "votes"),))
    if asked.rank == "only_in":
        return _only_in(meant)
    return _only(asked, meant) if asked.rank == "only" else _first(asked, meant, days[1], records)


def _only_in(meant: Sequence[Vote]) -> Verdict:
    """Say whether one veto alone was cast in the time; which others would count, the words do not say."""
    if len(meant) == 1:
        return _answer(Ruling.SUPPORTED, _told(meant[0]), meant)
    return undecided(_told(meant[-1]), tuple(vote.row for vote in meant))


def _only(asked: VetoAsked, meant: Sequence[Vote]) -> Verdict:
    vote = meant[-1]
    if set(asked.actors) == set(vote.vetoed_by) or (not asked.actors and len(vote.vetoed_by) == 1):
        return _answer(Ruling.SUPPORTED, _told(vote), (vote,))
    if len(meant) > 1 or not asked.actors:
        return undecided(_told(vote), tuple(one.row for one in meant))
    return _answer(Ruling.CONTRADICTED, _told(vote), (vote,))


def _first(asked: VetoAsked, meant: Sequence[Vote], last: date, records: Records) -> Verdict:
    """Compare with the vetoes of the time that is named; without one, with all before."""
    since = since_day(asked.since, last)
    event = meant[0]
    named = When(asked.since or "").days()
    # "Since August 2020": the one before it may stand in that month itself.
    after = named[1] + timedelta(days=1) if named else since
    earlier = [v for v in vetoes_of(asked, records, after, last) if v.date < event.date]
    if not earlier:
        on = f" on {names_of(asked.subject)}" if asked.subject else ""
        # "In nine years": a length of time is no day to name.
        start = f"since {asked.since}" if named else "in that time"
        told = f"No other{on} {start}." if asked.since else "None stands before it."
        return _answer(Ruling.SUPPORTED, f"{_told(event)} {told}", (event,))
    told = f"{_told(event)} One before it: {_told(earlier[-1])}"
    if not asked.since or not (asked.subject or asked.actors):
        return undecided(
            f"{told} The words may mean the first of a kind.", (event.row, earlier[-1].row)
        )
    return _answer(Ruling.CONTRADICTED, told, (event, earlier[-1]))


def _last(asked: VetoAsked, days: tuple[date, date], day: str | None, records: Records) -> Verdict:
    story = When(day or "").days()
    until = story[0] if story else days[1]
    recent = until - _RECENT  # "the last was in 2006": the last before that of the story
    cast = vetoes_of(asked, records, None, until)
    inside = [v for v in cast if days[0].isoformat() <= v.date <= days[1].isoformat()]
    earlier = [vote for vote in cast if vote.date < recent.isoformat()] if asked.when else cast
    if asked.when and inside and (cast[-1] in inside or earlier[-1:] == inside[-1:]):
        return _answer(Ruling.SUPPORTED, _told(inside[-1]), (inside[-1],))
    rows = tuple(vote.row for vote in cast[-1:]) or (Row("coverage", "votes"),)
    told = _told(cast[-1]) if cast else "The record has no such veto."
    return undecided(f"{told} The story may mean another.", rows)


def _told(vote: Vote) -> str:
    return f"{vote.draft} of {vote.date} was vetoed by {names_of(vote.vetoed_by)}."


def _answer(ruling: Ruling, reason: str, votes: Sequence[Vote]) -> Verdict:
    return Verdict(ruling=ruling, reason=reason, rows=tuple(vote.row for vote in votes))
