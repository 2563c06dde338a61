"""Threads that corrections tie together: they are merged in one go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, text

from penholder.model.correction import Act, Correction

# The threads of the statements that corrections are about, as these are told today.
_THREADS = text(
    "SELECT DISTINCT place.correction, told.thread FROM corrected_places AS place"
    " JOIN story_versions AS seen ON seen.id = place.story"
    " JOIN story_versions AS now ON now.key = seen.key AND now.current"
    " JOIN story_statements AS told ON told.version = now.no AND told.text = place.text"
    " WHERE told.thread IS NOT NULL"
)


def threads_by_correction(
    ledger: Connection, corrections: Iterable[Correction]
) -> Mapping[int, frozenset[str]]:
    """Give the threads that each correction is about."""
    found: dict[int, set[str]] = defaultdict(set)
    for number, thread in ledger.execute(_THREADS):
        found[number].add(thread)
    return {
        one.number: frozenset(
            found[one.number] | {meant.thread for meant in (one.event, one.other) if meant}
        )
        for one in corrections
    }


def tied(ledger: Connection, corrections: Iterable[Correction], thread: str) -> tuple[str, ...]:
    """Give a thread with all that people tied to it by merging events, in one order."""
    merges = [one for one in corrections if one.act is Act.MERGE]
    groups = threads_by_correction(ledger, merges).values() if merges else ()
    mine = {thread}
    while more := {other for group in groups if group & mine for other in group} - mine:
        mine |= more
    return tuple(sorted(mine))
