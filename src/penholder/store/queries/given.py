"""What the asking process is given, and how it says that it will not answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One question."""

    place: str
    statement: str
    rows: int
    seconds: float
    size: int  # characters of all rows together


class RefusedError(Exception):
    """The statement is wrong, or does more than read."""


class BrokenError(Exception):
    """The ledger cannot be read: what is wrong, and what to do."""

    def __init__(self, fault: str, remedy: str) -> None:
        """Keep both parts."""
        super().__init__(fault)
        self.fault = fault
        self.remedy = remedy
