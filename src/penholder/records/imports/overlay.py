"""The shipped record with what the user imported: sound rows are added, conflicts are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from penholder.records.conflicts import Conflict
from penholder.records.coverage import Coverage
from penholder.records.imports.compare import (
    Difference,
    Standing,
    differences,
    known_of,
    names_all,
    weigh_value,
)
from penholder.records.imports.forms import forms
from penholder.records.imports.kept import Kept, read_shelf
from penholder.records.imports.place import records_path
from penholder.records.load import Records, Vote
from penholder.records.offices import Term
from penholder.records.vetoes import ListedVeto

_TABLES = ("votes", "vetoes", "offices")


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
        return f"{_title(self.kept)}, imported {self.kept.on}, has {words}" if words else ""

    @property
    def dates(self) -> tuple[str, ...]:
        """Give the day that the import has, where it is another."""
        return tuple(one.said for one in self.differences if one.field == "date")


def with_imports(shipped: Records) -> Records:
    """Give the record with imported votes, listed vetoes and heads of missions.

    A shipped row is never overwritten: where a sound import differs, the row keeps its reading and gets a
    flag that tells the other one. Of two imports of a new row the newer one stands.

    Raises:
        RecordError: the file of imported rows is broken.
    """
    shelf = read_shelf(records_path(), _TABLES)
    if not shelf.rows:
        return shipped
    known = known_of(shipped)
    weighed = [(kept, weigh_value(kept.value, known)) for kept in _newest_first(shelf.rows)]
    new = [kept for kept, one in weighed if one.standing is Standing.NEW]
    disputes = [
        Dispute(vote_id=one.against.vote_id, kept=kept, differences=one.differences)
        for kept, one in weighed
        if one.standing is Standing.CONFLICT and isinstance(one.against, Vote)
    ]
    return _joined(shipped, new, disputes)


def _newest_first(rows: Sequence[Kept]) -> list[Kept]:
    """Order rows by the day of their import; of one day, the file imported last comes first."""
    return sorted(rows, key=lambda kept: kept.on)[::-1]


def _joined(shipped: Records, new: list[Kept], disputes: list[Dispute]) -> Records:
    votes, among_imports = _new_votes(shipped, new)
    listed = [kept.value for kept in new if isinstance(kept.value, ListedVeto)]
    terms = [kept.value for kept in new if isinstance(kept.value, Term)]
    return shipped.having(
        votes=_flagged([*shipped.votes, *votes], [*disputes, *among_imports]),
        vetoes=(*shipped.vetoes, *sorted(listed, key=lambda veto: (veto.date, veto.draft))),
        offices=(*shipped.offices, *sorted(terms, key=lambda term: (term.state, term.first))),
        coverage=dict(shipped.coverage) | _coverage(shipped, listed),
        conflicts=(*shipped.conflicts, *_conflicts([*disputes, *among_imports])),
    )


def _coverage(shipped: Records, listed: list[ListedVeto]) -> dict[str, Coverage]:
    """Move the edge of the library's list; not that of votes, for no import has the failed drafts."""
    covered = shipped.coverage["vetoes"]
    last = max((date.fromisoformat(veto.date) for veto in listed), default=covered.last)
    return {"vetoes": replace(covered, last=max(last, covered.last))}


def _new_votes(shipped: Records, new: list[Kept]) -> tuple[list[Vote], list[Dispute]]:
    """Give each new vote once, numbered from the record's last, and where its sources differ."""
    readings: dict[str, list[tuple[Kept, Vote]]] = defaultdict(list)
    for kept in new:
        if isinstance(kept.value, Vote):
            readings[kept.value.symbol].append((kept, kept.value))
    first = max(vote.vote_id for vote in shipped.votes) + 1
    votes: list[Vote] = []
    disputes: list[Dispute] = []
    ordered = sorted(map(_fullest_first, readings.values()), key=lambda told: _place(told[0][1]))
    for vote_id, told in enumerate(ordered, start=first):
        kept, newest = told[0]
        votes.append(replace(newest, vote_id=vote_id, flags=_unnamed(kept, newest)))
        disputes.extend(
            Dispute(vote_id=vote_id, kept=other, differences=found)
            for other, older in told[1:]
            if (found := tuple(differences(older, newest)))
        )
    return votes, disputes


def _fullest_first(readings: list[tuple[Kept, Vote]]) -> list[tuple[Kept, Vote]]:
    """Put a source that names every member before one that has the tally alone."""
    return sorted(readings, key=lambda reading: not names_all(reading[1]))


def _place(vote: Vote) -> tuple[str, str]:
    return vote.date, vote.symbol


def _unnamed(kept: Kept, vote: Vote) -> str:
    return "" if names_all(vote) else f"{_title(kept)} does not name every ballot"


def _flagged(votes: Sequence[Vote], disputes: Sequence[Dispute]) -> tuple[Vote, ...]:
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


def _conflicts(disputes: Sequence[Dispute]) -> tuple[Conflict, ...]:
    return tuple(
        Conflict(
            table="votes", key=str(dispute.vote_id), field=one.field, reading=one.had, source="this record",
            other_reading=one.said, other_source=f"{_title(dispute.kept)}, imported {dispute.kept.on}",
            kept="", why="an import differs",
        )
        for dispute in disputes
        for one in dispute.differences
    )  # fmt: skip


def _title(kept: Kept) -> str:
    return forms()[kept.form].title
