"""Checks who vetoed or blocked what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from penholder.check.answers import not_covered, undecided
from penholder.check.titles import is_other
from penholder.check.veto_counts import check_veto_count, vetoes_of
from penholder.check.veto_ranks import check_veto_rank
from penholder.check.votes import (
    votes_before,
    votes_near,
    votes_on,
    with_date_doubts,
    with_doubts,
)
from penholder.check.words import name_of, names_of, sentence
from penholder.model.claim import VetoAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records, Vote

# Days in which a story still tells of a veto without its date, and days by which a date may be off.
_RECENT, _SLACK = 14, timedelta(days=3)
_EDGES = (Row("coverage", "votes"),)
_RANKS = frozenset({"first", "last", "only", "only_in"})


def check_veto(asked: VetoAsked, day: str | None, records: Records) -> Verdict:
    """Look for a veto of the day or on the subject; blocking outside a vote is not in the record."""
    days = When(asked.when or day or "").days()
    if days and days[0] > records.coverage["votes"].last:
        return _found(asked, _meant(asked, day, records)) or not_covered(
            records.coverage["votes"].told, _EDGES
        )  # votes that users imported go further
    if asked.number:
        return check_veto_count(asked, asked.number, day, records)
    if asked.rank in _RANKS:
        return check_veto_rank(asked, day, records)
    if not _is_plain(asked):
        return _open(asked, day, records)
    votes = _meant(asked, day, records)
    return _found(asked, votes) or _missing(asked, votes, records) or _open(asked, day, records)


def _is_plain(asked: VetoAsked) -> bool:
    return bool(asked.by_vote and asked.actors and not asked.every)


def _found(asked: VetoAsked, votes: Sequence[Vote]) -> Verdict | None:
    """Give the veto that is meant; one beyond doubt before one of which a source tells otherwise."""
    held = [vote for vote in votes if _holds(asked, vote)]
    found = next(iter(sorted(held, key=lambda vote: vote.veto_in_doubt)), None)
    if found is None or asked.number or asked.rank in _RANKS or not _is_plain(asked):
        return None
    reason = with_doubts(_told(found), found)
    ruling = Ruling.UNDECIDED if found.veto_in_doubt else Ruling.SUPPORTED
    return Verdict(ruling=ruling, reason=reason, rows=(found.row,))


def _meant(asked: VetoAsked, day: str | None, records: Records) -> tuple[Vote, ...]:
    """Give the vetoed drafts of the time, latest first, without those surely on another state."""
    if asked.rank == "ever" and not asked.when:
        until = When(day or "").days()
        return vetoes_of(asked, records, None, until[1])[::-1] if until else ()
    votes = votes_near(records, asked.when or day, named=bool(asked.when))[::-1] or _of_time(
        asked, records
    )
    if not asked.when and day:
        votes = (*votes, *votes_before(records, day, _RECENT))
    vetoed = (vote for vote in votes if vote.outcome == "vetoed")
    return tuple(vote for vote in vetoed if not is_other(records, vote, asked.subject))


def _of_time(asked: VetoAsked, records: Records) -> tuple[Vote, ...]:
    """Give the vetoes on the subject in a time longer than a month: "in 2011"."""
    days = When(asked.when or "").days()
    return vetoes_of(asked, records, *days)[::-1] if days and asked.subject else ()


def _holds(asked: VetoAsked, vote: Vote) -> bool:
    said, cast = set(asked.actors), set(vote.vetoed_by)
    if asked.alone:
        return said == cast
    return bool(said & cast) if asked.either else said <= cast


def _missing(asked: VetoAsked, votes: Sequence[Vote], records: Records) -> Verdict | None:
    """Refute a veto where the record surely has none by that member in the time that is named."""
    days = When(asked.when).days() if asked.when else None
    if asked.alone and days and len(votes) == 1 and not votes[0].veto_in_doubt:
        one = votes[0]
        return Verdict(ruling=Ruling.CONTRADICTED, reason=_told(one), rows=(one.row,))
    permanent = {seat.member for seat in records.seats if seat.permanent}
    if days is None or not asked.sure or asked.either or not set(asked.actors) <= permanent:
        return None
    if not records.coverage["votes"].covers(*days):
        return None
    missing = [state for state in asked.actors if not _vetoed_in(state, days, records)]
    if not missing:
        return None
    told = f"The record has no veto by {names_of(missing)} in the days around {asked.when}."
    if votes:
        told = f"{_told(votes[0])} {sentence(name_of(missing[0]))} cast no veto then."
    rows = tuple(vote.row for vote in votes[:1]) or _EDGES
    if doubted := _doubted(missing, days, records):
        reason = with_date_doubts(with_doubts(told, *doubted), *doubted)
        return undecided(reason, tuple(vote.row for vote in doubted))
    return Verdict(ruling=Ruling.CONTRADICTED, reason=told, rows=rows)


def _vetoed_in(state: str, days: tuple[date, date], records: Records) -> bool:
    first, last = _around(days)
    return any(state in vote.vetoed_by and first <= vote.date <= last for vote in records.votes)


def _doubted(missing: Sequence[str], days: tuple[date, date], records: Records) -> tuple[Vote, ...]:
    """Give the votes that may have been the veto: how they went is open, or on which day."""
    first, last = _around(days)
    return tuple(
        vote
        for vote in records.votes
        if (vote.in_doubt and first <= vote.date <= last)
        or (
            set(missing) & set(vote.vetoed_by) and any(first <= d <= last for d in vote.other_dates)
        )
    )


def _around(days: tuple[date, date]) -> tuple[str, str]:
    return (days[0] - _SLACK).isoformat(), (days[1] + _SLACK).isoformat()


def _open(asked: VetoAsked, day: str | None, records: Records) -> Verdict:
    about = [v for state in asked.subject for v in votes_on(records, state)]
    vetoed = [v for v in about if v.outcome == "vetoed" and (day is None or v.date <= day)]
    if about and not vetoed and day:
        return undecided(
            f"No draft resolution on this subject had been vetoed before {day}, "
            "and blocking outside a vote is not in the record.",
            _EDGES,
        )
    rows = tuple(v.row for v in vetoed) or _EDGES
    return undecided("The record cannot tell which drafts are meant.", rows)


def _told(vote: Vote) -> str:
    return f"{vote.draft} of {vote.date} was vetoed by {names_of(vote.vetoed_by)}."
