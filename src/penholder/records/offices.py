"""Who held which office, and when: the terms of those whom the news names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from penholder.errors import RecordError
from penholder.model.verdict import Row
from penholder.model.when import When

if TYPE_CHECKING:
    from penholder.records.load import Records

# The last day that the table covers: a term without an end was running on it.
LAST = date(2026, 1, 31)
_LEADERS = frozenset({"president", "prime_minister", "leader"})


class Held(StrEnum):
    """Whether somebody held an office on a day."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One stretch in which somebody held an office."""

    person: str
    names: tuple[str, ...]  # other spellings
    office: str  # an id of tables/offices.toml
    state: str  # ISO 3166 alpha-3, or a body: "UN"
    first: str  # partial date
    last: str | None  # partial date; None: still in office on the last day of the table
    note: str  # "acting", "died in office"
    source: str

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("offices", f"{self.person}/{self.state}/{self.office}/{self.first}")

    @property
    def acting(self) -> bool:
        """Say whether somebody stood in for a holder."""
        return self.note.startswith(("acting", "chargé"))

    @property
    def starts(self) -> tuple[date, date]:
        """Give the earliest and the latest day on which it can have begun."""
        return _days(self.first)

    @property
    def ends(self) -> tuple[date, date]:
        """Give the earliest and the latest day on which it can have ended."""
        return _days(self.last) if self.last else (LAST, LAST)

    def could_hold(self, day: str) -> Held:
        """Say whether the office was held on a day, or through all of a partial date."""
        first, last = _days(day)
        if self.starts[1] <= first and last <= self.ends[0]:
            return Held.YES
        if last < self.starts[0] or self.ends[1] < first:
            return Held.NO if last <= LAST else Held.UNKNOWN
        return Held.UNKNOWN


def terms_of(records: Records, person: str) -> tuple[Term, ...]:
    """Give the terms of a person under any spelling of the name, oldest first."""
    wanted = _key(person)
    return tuple(
        term for term in records.offices if wanted in map(_key, (term.person, *term.names))
    )


def leaders_named(records: Records, name: str, day: str) -> tuple[Term, ...]:
    """Give the terms of heads of state or government of a name, begun by a day, oldest first.

    A family name is enough: "Yoon".
    """
    wanted = _key(name).split()
    begun = [
        term
        for term in records.offices
        if term.office in _LEADERS
        and any(_is_named(wanted, _key(known).split()) for known in (term.person, *term.names))
        and term.starts[0] <= date.fromisoformat(day)
    ]
    return tuple(sorted(begun, key=lambda term: term.starts))


def _is_named(wanted: Sequence[str], known: Sequence[str]) -> bool:
    """Say whether words are part of a name, or all of it cut in another way: "Lee Jaemyung"."""
    return set(wanted) <= set(known) or "".join(wanted) == "".join(known)


def holders(records: Records, office: str, state: str, day: str) -> tuple[Term, ...]:
    """Give the terms that surely held an office on a day."""
    return tuple(
        term
        for term in records.offices
        if (term.office, term.state) == (office, state) and term.could_hold(day) is Held.YES
    )


def term_of(row: Mapping[str, str]) -> Term:
    """Read one row of offices.csv.

    Raises:
        RecordError: the row has no readable days, or ends before it begins.
    """
    term = Term(
        person=row["person"],
        names=tuple(filter(None, row["names"].split("|"))),
        office=row["office"],
        state=row["state"],
        first=row["first"],
        last=row["last"] or None,
        note=row["note"],
        source=row["source"],
    )
    if term.ends[1] < term.starts[0]:
        raise RecordError(
            f"offices.csv: {term.row.key}",
            fault="the term ends before it begins",
            remedy="Compare the row with its source.",
        )
    return term


def _days(value: str) -> tuple[date, date]:
    days = When(value).days()
    if days is None:
        raise RecordError(value, fault="the value names no day", remedy="Mend the row.")
    return days


@cache
def _key(name: str) -> str:
    """Spell a name without accents, hyphens and middle initials: "Rex W. Tillerson"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    first, *rest = re.split(r"[\s\-]+", plain)
    return " ".join([first, *(part for part in rest if not re.fullmatch(r"[a-z]\.", part))])
