"""Launches that flew over another country's land, and the ways in which they are numbered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from penholder.records.launches import Launch, launch_with

if TYPE_CHECKING:
    from penholder.records.load import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Overflight:
    """One launch that flew over a country."""

    event_id: str  # of launches.csv
    over: str  # japan
    part: str  # main islands | Okinawa
    aim: str  # missile | satellite, as most outlets took it
    source: str


# What outlets count as a flight over a country, by the words that tell it.
READINGS: Mapping[str, Callable[[Overflight], bool]] = {
    "flights over its land, islets included": lambda one: bool(one.over),
    "flights over its main islands": lambda one: one.part == "main islands",
    "missiles over it, satellite launches left out": lambda one: one.aim == "missile",
}


def flown_over(records: Records, over: str, reading: str) -> tuple[Launch, ...]:
    """Give the launches that flew over a country under a reading, oldest first."""
    counts = READINGS[reading]
    ids = (one.event_id for one in records.overflights if one.over == over and counts(one))
    return tuple(launch for id_ in ids if (launch := launch_with(records, id_)))


def overflight_of(row: Mapping[str, str]) -> Overflight:
    """Read one row of overflights.csv."""
    return Overflight(**row)
