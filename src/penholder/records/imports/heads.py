"""Compares a head of mission with the terms of the record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from penholder.records.offices import Term

# Credentials are presented within weeks of the day on which a term is said to begin.
_NEAR_DAYS = 120
Readings = tuple[str, str]  # what the import has, what the record has


def compare_term(term: Term, known: Sequence[Term]) -> tuple[list[Readings], Term | None]:
    """Give how a term differs from the record's term of that office, and that term; None: it is new."""
    office = [t for t in known if (t.office, t.state) == (term.office, term.state) and not t.acting]
    if same := [t for t in office if _is(term.person, t)]:
        return _dates(term, same[-1]), same[-1]
    said = f"{term.person} since {term.first}"
    if later := [t for t in office if t.last is None and t.starts[0] > term.starts[0]]:
        return [(said, f"{later[-1].person} since {later[-1].first}")], later[-1]
    if running := [t for t in office if t.last is None and term.starts[0] < t.ends[0]]:
        return [(said, f"{running[-1].person} until {running[-1].ends[0]}")], running[-1]
    return [], None


def _dates(term: Term, known: Term) -> list[Readings]:
    """Give how the beginnings differ: credentials may follow an appointment by some weeks."""
    first, last = known.starts
    days = (first - term.starts[0]).days, (term.starts[0] - last).days
    if max(days) <= _NEAR_DAYS:
        return []
    return [(f"{term.person} since {term.first}", f"{known.person} since {known.first}")]


def _is(person: str, term: Term) -> bool:
    """Say whether a name is a term's: the same words in any order, or all but the middle ones."""
    said = _words(person)
    return any(said <= _words(name) or _words(name) <= said for name in (term.person, *term.names))


def _words(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return frozenset(word for word in re.split(r"[^a-z]+", plain) if len(word) > 1)
