"""How a number that is said relates to the true one."""

from __future__ import annotations

from enum import StrEnum


class Comparator(StrEnum):
    """How a claimed number relates to the true one."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
