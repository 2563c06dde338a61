"""Checks how far and how high missiles flew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from penholder.check.answers import launches_of_others, undecided
from penholder.model.claim import Comparator, FlightAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.model.when import When
from penholder.records.launches import Clock, Launch
from penholder.records.load import Records

# The part by which South Korea, Japan and the press differ on one flight.
_LEEWAY = 0.15
# From here on it is another flight.
_WRONG = 0.5


def check_flight(asked: FlightAsked, day: str | None, records: Records) -> Verdict:
    """Compare with what the record has for the launches of that day, by either clock.

    A day with several launches, of which one is not known, calls nothing wrong.
    """
    said = asked.when or day
    days = When(said).days() if said else None
    if asked.actor != "PRK":
        return launches_of_others()
    if days is None or days[0] != days[1]:
        return undecided("The day of the launch cannot be told from the story.")
    fired = _fired_on(days[0], records)
    if not fired and asked.when is None:  # told on the day after
        fired = _fired_on(days[0] - timedelta(days=1), records)
    known = [launch for launch in fired if flown(launch, asked.measure) is not None]
    if not known:
        told = f"The record does not say how {_far(asked)} the launches of {days[0]} flew."
        return undecided(told, tuple(launch.row for launch in fired))
    hit = next((launch for launch in known if _agrees(asked, _km(launch, asked))), None)
    wrong = (
        asked.sure and len(known) == len(fired) == 1 and _is_another(asked, _km(known[0], asked))
    )
    ruling = Ruling.CONTRADICTED if wrong else Ruling.UNDECIDED
    return _answer(asked, Ruling.SUPPORTED if hit else ruling, [hit] if hit else known)


def flown(launch: Launch, measure: str) -> int | None:
    """Give the kilometres that a launch flew far, or high; None where the record does not say."""
    return launch.range_km if measure == "range" else launch.apogee_km


def _km(launch: Launch, asked: FlightAsked) -> int:
    return flown(launch, asked.measure) or 0


def _fired_on(day: date, records: Records) -> list[Launch]:
    """Give the missiles of a day by the local clock or by that of the United States."""
    return [
        x
        for x in records.launches
        if x.kinds & {"ballistic", "slv"} and day in {x.days(clock)[0] for clock in Clock}
    ]


def _agrees(asked: FlightAsked, km: int) -> bool:
    low, high = km * (1 - _LEEWAY), km * (1 + _LEEWAY)
    if asked.comparator in {Comparator.MORE_THAN, Comparator.AT_LEAST}:
        return km * 0.6 <= asked.km <= high
    if asked.comparator in {Comparator.AT_MOST, Comparator.LESS_THAN}:
        return low <= asked.km <= km * 1.4
    return low <= asked.km <= high


def _is_another(asked: FlightAsked, km: int) -> bool:
    return abs(asked.km - km) > _WRONG * max(km, asked.km) and asked.comparator is Comparator.EXACT


def _answer(asked: FlightAsked, ruling: Ruling, launches: Sequence[Launch]) -> Verdict:
    told = "; ".join(f"{x.date_local}: {_km(x, asked)} km {_far(asked)}" for x in launches)
    said = f"the story says {asked.km:.0f} km"
    return Verdict(
        ruling=ruling, reason=f"{told}; {said}.", rows=tuple(launch.row for launch in launches)
    )


def _far(asked: FlightAsked) -> str:
    return "far" if asked.measure == "range" else "high"
