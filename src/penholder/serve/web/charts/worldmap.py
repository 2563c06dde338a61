"""A map around Pyongyang: azimuthal equidistant, so that every distance from there is true and its rings are circles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import acos, cos, radians, sin, sqrt

WIDTH, HEIGHT = 760, 560
# Pyongyang's latitude and longitude, where it stands on paper, and kilometres of a unit.
_LAT, _LON = radians(39.03), radians(125.75)
_X, _Y, _SCALE = 250.0, 300.0, 2.6
_EARTH = 6371.0
RINGS = (250, 500, 1000)
# Of the area of a mark for one launch.
_AREA = 26.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place with the number of its launches."""

    name: str
    number: int
    x: float
    y: float
    reach: float  # of its circle


def place_of(lat: float, lon: float) -> tuple[float, float]:
    """Give where a place stands on paper."""
    there, turn = radians(lat), radians(lon) - _LON
    cosine = sin(_LAT) * sin(there) + cos(_LAT) * cos(there) * cos(turn)
    angle = acos(max(-1.0, min(1.0, cosine)))
    far = angle / sin(angle) if angle > 1e-9 else 1.0
    east = far * cos(there) * sin(turn)
    north = far * (cos(_LAT) * sin(there) - sin(_LAT) * cos(there) * cos(turn))
    return _X + east * _EARTH / _SCALE, _Y - north * _EARTH / _SCALE


def rings() -> tuple[tuple[int, float], ...]:
    """Give each ring's kilometres and its radius on paper."""
    return tuple((km, round(km / _SCALE, 1)) for km in RINGS)


def centre() -> tuple[float, float]:
    """Give where Pyongyang stands on paper."""
    return _X, _Y


@cache
def coast() -> tuple[str, str]:
    """Give the outlines of the land and the borders, as SVG paths."""
    text = files("penholder.serve.web").joinpath("data/coast.json").read_text("utf-8")
    told = json.loads(text)
    land = "".join(f"{path}Z" for ring in told["land"] if (path := _path(ring)))
    return land, "".join(map(_path, told["borders"]))


def marks(places: Iterable[tuple[str, float, float, int]]) -> tuple[Mark, ...]:
    """Give the marks of named places (name, latitude, longitude, number), the largest first."""
    found = []
    for name, lat, lon, number in sorted(places, key=lambda place: -place[3]):
        x, y = place_of(lat, lon)
        reach = round(sqrt(_AREA * number), 1)
        found.append(Mark(name=name, number=number, x=round(x, 1), y=round(y, 1), reach=reach))
    return tuple(found)


def _path(flat: Sequence[int]) -> str:
    """Give a line in steps of whole units, without those that do not move; "" where nothing is left or all lies outside."""
    places = [
        place_of(lat / 100, lon / 100) for lon, lat in zip(flat[::2], flat[1::2], strict=True)
    ]
    if not any(-80 < x < WIDTH + 80 and -80 < y < HEIGHT + 80 for x, y in places):
        return ""
    whole = [(round(x), round(y)) for x, y in places]
    steps = "".join(_steps(whole))
    return f"M{whole[0][0]} {whole[0][1]}l{steps}" if steps else ""


def _steps(places: Sequence[tuple[int, int]]) -> Iterator[str]:
    (x, y), first = places[0], True
    for to_x, to_y in places[1:]:
        if (to_x, to_y) != (x, y):
            yield f"{'' if first else ' '}{to_x - x} {to_y - y}"
            x, y, first = to_x, to_y, False
