"""What the record says about a claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # look-ups need rows, and no claims
    from penholder.model.claim import Claim


class Ruling(StrEnum):
    """The four answers. "Undecided" is a proper one."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNDECIDED = "undecided"
    NOT_COVERED = "not_covered"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the record: the table and the key that finds it."""

    table: (
        str  # votes | members | presidencies | launches | nuclear_tests | prohibitions | offices …
    )
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """An answer with its reason, written for a reader, and the rows that were used."""

    ruling: Ruling
    reason: str
    rows: tuple[Row, ...] = ()
    rule: str | None = None  # the counting rule that decided, if any


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedClaim:
    """A claim with its verdict."""

    claim: Claim
    verdict: Verdict
