"""The shipped record with what the user imported: sound rows are added, conflicts are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count

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
    new: dict[tuple[str, str], list[Kept]] = defaultdict(list)
    flags: dict[int, list[str]] = defaultdict(list)
    for kept in _newest_first(shelf.rows):
        weighed = weigh_value(kept.value, known)
        if weighed.standing is Standing.NEW:
            new[kept.table, kept.key].append(kept)
        elif weighed.standing is Standing.CONFLICT and isinstance(weighed.against, Vote):
            flags[weighed.against.vote_id].append(_conflict(kept, weighed.differences))
    return _joined(shipped, new.values(), flags)


def _newest_first(rows: Sequence[Kept]) -> list[Kept]:
    """Order rows by the day of their import; of one day, the file imported last comes first."""
    return sorted(rows, key=lambda kept: kept.on)[::-1]


def _joined(shipped: Records, new: Iterable[list[Kept]], flags: Mapping[int, list[str]]) -> Records:
    found = list(new)
    votes = [_told(readings) for readings in found if isinstance(readings[0].value, Vote)]
    # The old symbols of the library's list stand several times, once for each draft.
    values = [kept.value for readings in found for kept in readings]
    listed = [value for value in values if isinstance(value, ListedVeto)]
    terms = [value for value in values if isinstance(value, Term)]
    return replace(
        shipped,
        votes=_votes(
            [_flagged(vote, flags.get(vote.vote_id, [])) for vote in shipped.votes], votes
        ),
        vetoes=(*shipped.vetoes, *sorted(listed, key=lambda veto: (veto.date, veto.draft))),
        offices=(*shipped.offices, *sorted(terms, key=lambda term: (term.state, term.first))),
        coverage=dict(shipped.coverage) | _coverage(shipped, listed),
    )


def _coverage(shipped: Records, listed: list[ListedVeto]) -> dict[str, Coverage]:
    """Move the edge of the library's list; not that of votes, for no import has the failed drafts."""
    covered = shipped.coverage["vetoes"]
    last = max((date.fromisoformat(veto.date) for veto in listed), default=covered.last)
    return {"vetoes": replace(covered, last=max(last, covered.last))}


def _votes(shipped: list[Vote], new: list[Vote]) -> tuple[Vote, ...]:
    numbers = count(max(vote.vote_id for vote in shipped) + 1)
    numbered = [
        replace(vote, vote_id=next(numbers))
        for vote in sorted(new, key=lambda vote: (vote.date, vote.symbol))
    ]
    return (*shipped, *numbered)


def _told(readings: list[Kept]) -> Vote:
    """Give the newest reading of a new vote, with a flag for each older one that differs."""
    votes = [(kept, kept.value) for kept in readings if isinstance(kept.value, Vote)]
    # A table of meetings has the tally alone: a source that names every member stands before it.
    votes.sort(key=lambda pair: not names_all(pair[1]))
    newest = votes[0][1]
    flags = [] if names_all(newest) else [f"{_title(votes[0][0])} does not name every ballot"]
    for kept, older in votes[1:]:
        if found := tuple(differences(older, newest)):
            flags.append(_conflict(kept, found))
    return _flagged(newest, flags)


def _flagged(vote: Vote, flags: list[str]) -> Vote:
    return replace(vote, flags="; ".join([*filter(None, [vote.flags]), *flags])) if flags else vote


def _conflict(kept: Kept, differences: Iterable[Difference]) -> str:
    words = ", ".join(one.told for one in differences)
    return f"{_title(kept)}, imported {kept.on}, has {words}"


def _title(kept: Kept) -> str:
    return forms()[kept.form].title
