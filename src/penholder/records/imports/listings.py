"""Entries of the UN sanctions list."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.model.verdict import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A person or entity on the UN sanctions list."""

    reference: str  # "KPi.001"
    name: str
    aliases: tuple[str, ...]
    kind: str  # individual | entity
    regime: str  # the list's own word: "DPRK"
    listed: str  # the day of listing

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("sanctions", self.reference)
