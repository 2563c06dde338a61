"""Whose dossier a draft belongs to, where its title does not name the state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from penholder.model.verdict import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSubject:
    """A draft whose title says "the situation in the Middle East", and the state it was about."""

    draft: str
    date: str
    about: tuple[str, ...]  # ISO 3166 alpha-3
    source: str

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("draft_subjects", self.draft)


def draft_subject_of(row: Mapping[str, str]) -> DraftSubject:
    """Read one row of draft_subjects.csv."""
    return DraftSubject(
        draft=row["draft"],
        date=row["date"],
        about=tuple(row["about"].split()),
        source=row["source"],
    )
