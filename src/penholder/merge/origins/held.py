"""A story with what is kept of it, so that not all is found anew when further stories come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from penholder.merge.origins.prints import Print

# The share of the shorter one that two texts have in common, by their numbers, the lower one first.
Shares: TypeAlias = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story by its number; keys are sorted by days, and the lowest one names an origin."""

    no: int
    key: str
    day: date | None
    words: Print


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Told):
    """A story of which is known whose words it has."""

    first: int  # the first story with the same text; its own number: it is a text
    kin: int  # the lowest number of the texts that share much with it
    background: Print  # those of its runs that different texts have


class BeyondError(Exception):
    """What is asked reaches stories of days that are not at hand."""


class WholeError(Exception):
    """What is asked takes all stories."""
