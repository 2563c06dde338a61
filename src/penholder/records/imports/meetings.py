"""Meetings of the Council, as the UN library's yearly tables have them."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.model.verdict import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting of the Council and what came of it."""

    meeting: str  # "S/PV.9048"; "": decided by letter
    date: str
    press: str
    topic: str
    outcome: str

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("meetings", f"{self.date} {self.meeting or self.topic[:40]}")
