"""Reads lengths as reporters write them: "2,000 kilometers", "280 miles", "some 130 miles"."""

from __future__ import annotations

import re

_KM = {
    "k": 1.0,
    "m": 1.609344,
    "n": 1.852,
}  # by the first letter: kilometres, miles, nautical miles
# What a pattern writes as {LEN}: groups `figure` and `measure`.
LENGTH = r"(?P<figure>(?:\d{1,3}(?: \d{3})+|\d[\d,]*)(?:\.\d+)?)[\s\-]*(?P<measure>kilomet(?:er|re)s?|kms?|nautical\s+miles?|miles?)\b"


def read_km(match: re.Match[str]) -> float:
    """Give the kilometres that a match of {LEN} names."""
    figure = float(re.sub(r"[,\s]", "", match["figure"]))
    return round(figure * _KM[match["measure"][0].casefold()], 1)
