"""Compares a claimed number with a true one."""

from __future__ import annotations

from penholder.model.claim import Comparator

# "About 40" may be a tenth off.
_ABOUT = 0.1


def number_holds(said: int, comparator: Comparator, true: int) -> bool:
    """Say whether "at least 53" is so where the true number is known."""
    return {
        Comparator.EXACT: true == said,
        Comparator.AT_LEAST: true >= said,
        Comparator.MORE_THAN: true > said,
        Comparator.ABOUT: abs(true - said) <= _ABOUT * said,
        Comparator.AT_MOST: true <= said,
        Comparator.LESS_THAN: true < said,
    }[comparator]
