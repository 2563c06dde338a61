"""The map's coast is small, lies where it should, and has no seams."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise

import pytest

from penholder.serve.web.charts.worldmap import HEIGHT, WIDTH, coast, place_of

Place = tuple[float, float]
COAST = files("penholder.serve.web").joinpath("data/coast.json")
# West, south, east, north, in hundredths of a degree.
REGION = (11000, 2200, 16200, 5800)


def _lines(kind: str) -> Iterator[list[tuple[int, int]]]:
    for flat in json.loads(COAST.read_text("utf-8"))[kind]:
        yield list(zip(flat[::2], flat[1::2], strict=True))


def _crossings(lat: int) -> list[float]:
    """Give the longitudes at which coasts cross a latitude, from the west."""
    return sorted(
        west + (lat - south) / (north - south) * (east - west)
        for ring in _lines("land")
        for (west, south), (east, north) in pairwise(ring)
        if min(south, north) <= lat < max(south, north)
    )


def test_the_coast_is_small_and_within_its_bounds() -> None:
    """Closed rings of the region alone, under 60 KB."""
    assert len(COAST.read_bytes()) < 60_000
    rings = list(_lines("land"))
    assert all(ring[0] == ring[-1] for ring in rings)
    west, south, east, north = REGION
    for lon, lat in (
        place for kind in ("land", "borders") for line in _lines(kind) for place in line
    ):
        assert west <= lon <= east
        assert south <= lat <= north


def test_korea_is_where_pyongyang_is() -> None:
    """At Pyongyang's latitude the west coast is near 125.2° E and the east coast near 127.5° E."""
    found = [lon for lon in _crossings(3903) if 12400 < lon < 12900]
    assert found[0] == pytest.approx(12520, abs=40)
    assert found[-1] == pytest.approx(12745, abs=40)


@pytest.mark.parametrize(
    ("island", "lon", "lat"),
    [
        ("Jeju", 126.55, 33.38),
        ("Ulleungdo", 130.87, 37.5),
        ("Tsushima", 129.35, 34.5),
        ("Sado", 138.4, 38.05),
        ("Okinawa", 128.0, 26.5),
        ("Kyushu", 131.0, 32.5),
        ("Sakhalin", 142.7, 49.0),
    ],
)
def test_islands_are_there(island: str, lon: float, lat: float) -> None:
    """Each island has a ring around it."""
    east_of = [west for west in _crossings(round(lat * 100)) if west < lon * 100]
    assert len(east_of) % 2 == 1, island


def test_no_cut_shows_on_the_map() -> None:
    """What is drawn has no straight edge along a meridian, which is where land was cut."""
    for ring in _lines("land"):
        for (x, y), (to_x, to_y) in pairwise(ring):
            middle = place_of((y + to_y) / 200, (x + to_x) / 200)
            if 0 <= middle[0] <= WIDTH and 0 <= middle[1] <= HEIGHT:
                assert x != to_x or abs(y - to_y) < 20


def test_the_paths_are_short() -> None:
    """A page can carry them."""
    land, borders = coast()
    assert land.startswith("M")
    assert borders.startswith("M")
    assert len(land) + len(borders) < 20_000
