"""The columns of launches.csv, and how such tables are read and written."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path

Cells = Mapping[str, str]

COLUMNS = [
    "event_id",
    "date_local",
    "time_local",
    "date_utc",
    "kind",
    "kinds",
    "cls",
    "system",
    "site",
    "n_min",
    "n_max",
    "n_all",
    "n_basis",
    "n_cns",
    "n_cns_failed",
    "outcome",
    "range_km",
    "apogee_km",
    "flight_source",
    "numbered",
    "occasion_id",
    "round_id",
    "reported_by",
    "confidence",
    "sources",
    "note",
]


def read_rows(path: Path) -> list[dict[str, str]]:
    """Give the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write_rows(rows: Iterable[Cells], columns: list[str]) -> str:
    """Give the text of a CSV file."""
    out = StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
