"""Checks how far places lie from each other, and in which direction."""

from __future__ import annotations

from penholder.check.answers import not_covered
from penholder.check.comparing import number_holds
from penholder.model.claim import Comparator, DistanceAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.records.load import Records
from penholder.records.places import Distance, distance_between

# The part by which a distance in the news is off: towns are not points, and roads are longer.
_LEEWAY = 0.15
# From here on it is another distance.
_WRONG = 0.5
_BEARINGS = {"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270, "northwest": 315}  # fmt: skip
# Nearer than this, where in a town one measures decides the distance.
_NEAR_KM = 20
# Degrees by which a place may lie off the direction that is named.
_TURN = 67.5


def check_distance(asked: DistanceAsked, day: str | None, records: Records) -> Verdict:  # noqa: ARG001  one signature
    """Compare with the distance between the two places of the record."""
    found = distance_between(records, asked.place, asked.other)
    if found is None:
        return not_covered("The table of places lacks one of the two.")
    ruling = _ruling(asked, found)
    names = f"{found.place.name} lies about {found.km:.0f} km from {found.other.name}"
    return Verdict(
        ruling=ruling,
        reason=f"{names}; the story says {asked.km:.0f} km.",
        rows=(found.place.row, found.other.row),
    )


def _ruling(asked: DistanceAsked, found: Distance) -> Ruling:
    """A bound can be true and is not refuted here; a plain figure that is far off is wrong."""
    off = abs(found.km - asked.km) / max(found.km, 1.0)
    plain = asked.comparator in {Comparator.EXACT, Comparator.ABOUT}
    bound = number_holds(round(asked.km), asked.comparator, round(found.km))
    if (off <= _LEEWAY or (bound and not plain)) and _is_that_way(asked.direction, found):
        return Ruling.SUPPORTED
    wrong = plain and asked.sure and off > _WRONG and found.km > _NEAR_KM
    return Ruling.CONTRADICTED if wrong else Ruling.UNDECIDED


def _is_that_way(direction: str | None, found: Distance) -> bool:
    if direction is None:
        return True
    named = _BEARINGS["".join(part for part in direction if part.isalpha())]
    turn = abs(found.bearing - named) % 360
    return min(turn, 360 - turn) <= _TURN
