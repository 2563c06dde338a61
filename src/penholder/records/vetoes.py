"""Vetoes as they are counted: by votes, by the UN library's list, and by meetings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from penholder.model.verdict import Row

if TYPE_CHECKING:
    from penholder.records.load import Records
    from penholder.records.votes import Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedVeto:
    """A draft on the Dag Hammarskjöld Library's list of vetoes."""

    date: str
    draft: str
    meeting: str
    vetoed_by: tuple[str, ...]

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("vetoes", f"{self.date} {self.draft}")


@dataclass(frozen=True, slots=True, kw_only=True)
class VetoCount:
    """How many vetoes of a member one way of counting gives, and up to which day it can."""

    basis: str  # votes | library | meetings
    label: str
    number: int
    last: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VetoPlace:
    """Which of a member's vetoes one vote was, on one way of counting."""

    member: str
    basis: str
    label: str
    number: int | None  # None: the vote does not stand on that list
    note: str  # why it does not


_LABELS = {
    "votes": "every vote on a draft, an amendment or a part of one",
    "library": "drafts on the UN library's list",
    "meetings": "meetings with a veto",
}


def count_vetoes(records: Records, member: str, until: str) -> tuple[VetoCount, ...]:
    """Count a member's vetoes up to a day, included, on each basis that is in use."""
    # Imported votes are passed over here: since the record's last day, failed drafts may be missing.
    last = min(until, records.coverage["votes"].last.isoformat())
    votes = [v for v in _by(records, member) if v.date <= last]
    listed = [v for v in records.vetoes if member in v.vetoed_by and v.date <= until]
    rows = tuple(vote.row for vote in votes)
    library = min(until, records.coverage["vetoes"].last.isoformat())
    found = (
        ("votes", len(votes), last, rows),
        ("library", len(listed), library, tuple(veto.row for veto in listed)),
        ("meetings", len(dict.fromkeys(map(meeting_of, votes))), last, rows),
    )
    return tuple(
        VetoCount(basis=basis, label=_LABELS[basis], number=number, last=day, rows=used)
        for basis, number, day, used in found
    )


def veto_places(records: Records, vote: Vote) -> tuple[VetoPlace, ...]:
    """Give for each member that vetoed a draft which of its vetoes this was, on each basis."""
    return tuple(
        VetoPlace(member=member, basis=basis, label=_LABELS[basis], number=number, note=note)
        for member in vote.vetoed_by
        for basis, number, note in _places(records, vote, member)
    )


def _places(records: Records, vote: Vote, member: str) -> tuple[tuple[str, int | None, str], ...]:
    votes = _by(records, member)
    until = votes[: votes.index(vote) + 1]
    meetings = list(dict.fromkeys(map(meeting_of, until)))
    listed, note = _on_the_list(records, vote, member)
    return (
        ("votes", len(until), ""),
        ("library", listed, note),
        ("meetings", meetings.index(meeting_of(vote)) + 1, ""),
    )


def _on_the_list(records: Records, vote: Vote, member: str) -> tuple[int | None, str]:
    """Give a vote's place among a member's vetoes on the library's list."""
    last = records.coverage["vetoes"].last.isoformat()
    if vote.date > last:
        return None, f"the list used here ends on {last}"
    cast = [veto for veto in records.vetoes if member in veto.vetoed_by]
    listed = [place for place, veto in enumerate(cast, start=1) if _is_listed(vote, veto)]
    shared = [one for one in _by(records, member) if _share(one, vote)]
    if not listed:
        return None, "the list does not have it"
    if len(listed) != len(shared):
        entries = "entry" if len(listed) == 1 else "entries"
        return (
            None,
            f"{len(shared)} votes share its symbol, for which the list has {len(listed)} {entries}",
        )
    return listed[shared.index(vote)], ""


def _share(one: Vote, other: Vote) -> bool:
    """Say whether two votes were on one draft, or on parts of it."""
    return one.date[:7] == other.date[:7] and bool(_symbols(one.draft) & _symbols(other.draft))


def _is_listed(vote: Vote, veto: ListedVeto) -> bool:
    """Say whether an entry means the vote; the list dates some meetings a day later."""
    near = veto.date[:7] == vote.date[:7]
    return near and bool(_symbols(vote.draft) & _symbols(veto.draft))


@cache
def _symbols(draft: str) -> frozenset[str]:
    """Give each symbol that stands in a draft's name: "S/552; ,; S/PV.202"."""
    return frozenset(re.findall(r"S/[\w./]*\w", draft))


@cache
def _by(records: Records, member: str) -> tuple[Vote, ...]:
    return tuple(vote for vote in records.votes if member in vote.vetoed_by)


def meeting_of(vote: Vote) -> str:
    """Give what tells the meeting of a vote from others: its number, else the vote's own."""
    return vote.meeting or f"{vote.date} {vote.vote_id}"


def listed_veto_of(row: Mapping[str, str]) -> ListedVeto:
    """Read one row of vetoes.csv."""
    return ListedVeto(
        date=row["date"],
        draft=row["draft"],
        meeting=row["meeting"],
        vetoed_by=tuple(row["vetoed_by"].split()),
    )
