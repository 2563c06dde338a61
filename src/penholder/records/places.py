"""Where places lie, and how far one is from another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import acos, atan2, cos, degrees, radians, sin
from typing import TYPE_CHECKING

from penholder.model.verdict import Row

if TYPE_CHECKING:
    from penholder.records.load import Records

_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A point of a place: a town has one, a border has several."""

    id: str  # of tables/places.toml
    name: str
    lat: float
    lon: float

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("places", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """How far a place lies from the nearest point of another, and at what bearing from it."""

    place: Place
    other: Place
    km: float
    bearing: float  # degrees clockwise from north, as seen from the other


def distance_between(records: Records, place: str, other: str) -> Distance | None:
    """Give the distance of two places at their nearest points; None where one is not listed."""
    here = [one for one in records.places if one.id == place]
    there = [one for one in records.places if one.id == other]
    return min(_pairs(here, there), key=lambda pair: pair.km, default=None)


def _pairs(here: Sequence[Place], there: Sequence[Place]) -> list[Distance]:
    return [
        Distance(place=a, other=b, km=_km(a, b), bearing=_bearing(b, a))
        for a in here
        for b in there
    ]


def _km(a: Place, b: Place) -> float:
    """Give the way over a round earth."""
    lat1, lat2, turn = radians(a.lat), radians(b.lat), radians(b.lon - a.lon)
    return _EARTH_KM * acos(min(1.0, sin(lat1) * sin(lat2) + cos(lat1) * cos(lat2) * cos(turn)))


def _bearing(start: Place, end: Place) -> float:
    lat1, lat2, turn = radians(start.lat), radians(end.lat), radians(end.lon - start.lon)
    east = sin(turn) * cos(lat2)
    north = cos(lat1) * sin(lat2) - sin(lat1) * cos(lat2) * cos(turn)
    return degrees(atan2(east, north)) % 360


def place_of(row: Mapping[str, str]) -> Place:
    """Read one row of places.csv."""
    return Place(id=row["id"], name=row["name"], lat=float(row["lat"]), lon=float(row["lon"]))
