"""The shipped record with what the user imported: sound rows are added, conflicts are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from penholder.records.coverage import Coverage
from penholder.records.imports.compare import (
    Standing,
    differences,
    known_of,
    names_all,
    weigh_value,
)
from penholder.records.imports.disputes import (
    Dispute,
    beaten,
    conflicts_of,
    flagged,
    read_anew,
    title_of,
    winners,
)
from penholder.records.imports.kept import Kept, read_shelf
from penholder.records.imports.place import records_path
from penholder.records.load import Records, Vote
from penholder.records.offices import Term
from penholder.records.vetoes import ListedVeto

_TABLES = ("votes", "vetoes", "offices")


def with_imports(shipped: Records) -> Records:
    """Give the record with imported votes, listed vetoes and heads of missions.

    Of two imports of a row the newer one stands. Where one differs from a shipped vote, both readings are
    kept among the conflicts. The import's stands where it names every ballot and nobody has judged the
    field; else the record's does, and the vote is in doubt.

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
    borne_out = {
        one.against.vote_id
        for _, one in weighed
        if one.standing is Standing.SAME and isinstance(one.against, Vote)
    }
    return _joined(shipped, new, disputes, borne_out)


def _newest_first(rows: Sequence[Kept]) -> list[Kept]:
    """Order rows by the day of their import; of one day, the file imported last comes first."""
    return sorted(rows, key=lambda kept: kept.on)[::-1]


def _joined(
    shipped: Records, new: list[Kept], disputes: list[Dispute], borne_out: Collection[int]
) -> Records:
    votes, among_imports = _new_votes(shipped, new)
    # Where another import has what the record has, two stand against one.
    free = [one for one in disputes if one.vote_id not in borne_out]
    won = winners(shipped, free)
    lost = [*beaten(disputes, won), *among_imports]
    known = [read_anew(vote, won.get(vote.vote_id)) for vote in shipped.votes]
    listed = [kept.value for kept in new if isinstance(kept.value, ListedVeto)]
    terms = [kept.value for kept in new if isinstance(kept.value, Term)]
    return shipped.having(
        votes=flagged([*known, *votes], lost),
        vetoes=(*shipped.vetoes, *sorted(listed, key=lambda veto: (veto.date, veto.draft))),
        offices=(*shipped.offices, *sorted(terms, key=lambda term: (term.state, term.first))),
        coverage=dict(shipped.coverage) | _coverage(shipped, listed),
        conflicts=(*shipped.conflicts, *conflicts_of(won.values(), won=True), *conflicts_of(lost)),
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
    return "" if names_all(vote) else f"{title_of(kept)} does not name every ballot"
