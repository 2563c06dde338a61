"""Cuts our map of the seas around Korea from Natural Earth's land and boundaries at 1:50 million, which are in the public domain.

    python scripts/coast.py ne_50m_land.json ne_50m_admin_0_boundary_lines_land.json

Both are GeoJSON, from naturalearthdata.com. Writes `src/penholder/serve/web/data/coast.json`: `land` as rings and `borders` as lines of
[longitude, latitude] in hundredths of a degree. Needs shapely, which penholder itself does not.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shapely.geometry import box, shape
from shapely.ops import unary_union

TARGET = Path(__file__).parents[1] / "src/penholder/serve/web/data/coast.json"
# West, south, east, north: what a missile from North Korea was seen to cross, and some more.
REGION = box(110, 22, 162, 58)
# Degrees by which a line may be off: a unit of the map, which is 2.6 km.
OFF = 0.02
# Square degrees below which an island is left out.
SMALLEST = 0.004


def main() -> None:
    """Write the map."""
    land, borders = (json.loads(Path(path).read_text("utf-8")) for path in sys.argv[1:3])
    whole = unary_union([shape(one["geometry"]).buffer(0) for one in land["features"]])
    rings = list(_rings(whole.intersection(REGION).simplify(OFF)))
    lines = unary_union([shape(one["geometry"]) for one in borders["features"]]).intersection(
        REGION
    )
    told = {"land": rings, "borders": list(_lines(lines.simplify(OFF)))}
    TARGET.write_text(json.dumps(told, separators=(",", ":")) + "\n", "utf-8")
    print(f"{TARGET.stat().st_size:,} bytes, {len(rings)} rings, {len(told['borders'])} borders")


def _rings(area: Any) -> Iterator[list[int]]:
    for one in getattr(area, "geoms", [area]):
        if one.geom_type == "Polygon" and one.area >= SMALLEST:
            yield _flat(one.exterior.coords)


def _lines(found: Any) -> Iterator[list[int]]:
    for one in getattr(found, "geoms", [found]):
        yield _flat(one.coords)


def _flat(places: Any) -> list[int]:
    """Give places as one row of numbers, longitudes and latitudes in turn."""
    return [round(100 * number) for place in places for number in place[:2]]


if __name__ == "__main__":
    main()
