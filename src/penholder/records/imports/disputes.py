"""Imports that read a vote of the record differently: whose reading stands, and what is told of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from penholder.records.conflicts import Conflict
from penholder.records.imports.compare import Difference, differences, names_all
from penholder.records.imports.forms import forms
from penholder.records.imports.kept import Kept
from penholder.records.imports.reading import Value
from penholder.records.load import Records, Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """An import that reads a vote of the record differently."""

    vote_id: int
    kept: Kept
    differences: tuple[Difference, ...]

    @property
    def told(self) -> str:
        """Give the import's readings beside the record's, the day left out; "" where only that differs."""
        words = ", ".join(one.told for one in self.differences if one.field != "date")
        return f"{title_of(self.kept)}, imported {self.kept.on}, has {words}" if words else ""

    @property
    def dates(self) -> tuple[str, ...]:
        """Give the day that the import has, where it is another."""
        return tuple(one.said for one in self.differences if one.field == "date")


def winners(shipped: Records, disputes: Sequence[Dispute]) -> Mapping[int, Dispute]:
    """Give for each vote the newest import whose reading takes the place of the record's."""
    judged = {
        (one.key, _ASPECTS.get(one.field, one.field))
        for one in shipped.conflicts
        if one.table == "votes" and not one.open
    }
    won: dict[int, Dispute] = {}
    for dispute in disputes:
        fields = {_ASPECTS.get(one.field, one.field) for one in dispute.differences}
        free = not any((str(dispute.vote_id), field) in judged for field in fields)
        if free and isinstance(dispute.kept.value, Vote) and names_all(dispute.kept.value):
            won.setdefault(dispute.vote_id, dispute)
    return won


# Fields that are told together: a judgment of the tally is one of the ballots and the outcome too.
_ASPECTS = {"ballots": "tally", "outcome": "tally"}


def beaten(disputes: Sequence[Dispute], won: Mapping[int, Dispute]) -> Iterator[Dispute]:
    """Yield the other disputes, weighed against the reading that stands."""
    for dispute in disputes:
        winner = won.get(dispute.vote_id)
        if winner is None:
            yield dispute
        elif dispute is not winner and (found := _against(dispute.kept.value, winner.kept.value)):
            yield replace(dispute, differences=found)


def _against(other: Value, standing: Value) -> tuple[Difference, ...]:
    if isinstance(other, Vote) and isinstance(standing, Vote):
        return tuple(differences(other, standing))
    return ()


def read_anew(vote: Vote, winner: Dispute | None) -> Vote:
    """Give a vote as the import has it: its day, its outcome and its ballots."""
    if winner is None or not isinstance(winner.kept.value, Vote):
        return vote
    read = winner.kept.value
    return replace(
        vote, date=read.date, outcome=read.outcome, yes=read.yes, no=read.no, abstain=read.abstain,
        not_voting=read.not_voting, ballots=read.ballots, vetoed_by=read.vetoed_by, flags="", other_dates=(),
    )  # fmt: skip


def flagged(votes: Sequence[Vote], disputes: Sequence[Dispute]) -> tuple[Vote, ...]:
    """Give the votes, each in doubt that an import reads differently."""
    told: dict[int, list[Dispute]] = defaultdict(list)
    for dispute in disputes:
        told[dispute.vote_id].append(dispute)
    return tuple(
        _in_doubt(vote, told[vote.vote_id]) if vote.vote_id in told else vote for vote in votes
    )


def _in_doubt(vote: Vote, disputes: Sequence[Dispute]) -> Vote:
    flags = [vote.flags, *(dispute.told for dispute in disputes)]
    dates = [*vote.other_dates, *chain.from_iterable(dispute.dates for dispute in disputes)]
    return replace(
        vote, flags="; ".join(filter(None, flags)), other_dates=tuple(dict.fromkeys(dates))
    )


def conflicts_of(disputes: Iterable[Dispute], *, won: bool = False) -> tuple[Conflict, ...]:
    """Give a row for each field: both readings, and which one stands."""
    return tuple(
        Conflict(
            table="votes", key=str(dispute.vote_id), field=one.field, reading=one.had, source="this record",
            other_reading=one.said, other_source=f"{title_of(dispute.kept)}, imported {dispute.kept.on}",
            kept=one.said if won else "",
            why="the import names every ballot, and nobody had judged it" if won else "an import differs",
        )
        for dispute in disputes
        for one in dispute.differences
    )  # fmt: skip


def title_of(kept: Kept) -> str:
    """Give the name of the source that an imported row came from."""
    return forms()[kept.form].title
