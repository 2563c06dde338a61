"""The two answers that leave a claim standing: the record is open, or does not reach so far."""

from __future__ import annotations

from penholder.model.verdict import Row, Ruling, Verdict


def undecided(reason: str, rows: tuple[Row, ...] = ()) -> Verdict:
    """Give the verdict that the record leaves a claim open."""
    return Verdict(ruling=Ruling.UNDECIDED, reason=reason, rows=rows)


def not_covered(reason: str, rows: tuple[Row, ...] = ()) -> Verdict:
    """Give the verdict that the record has no table or no days for a claim."""
    return Verdict(ruling=Ruling.NOT_COVERED, reason=reason, rows=rows)


def launches_of_others() -> Verdict:
    """Give the verdict on a claim about launches of a state that the record does not hold."""
    return not_covered("The record of launches covers North Korea alone.")
