"""Reads the launches since 2017, one row for each firing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from launch_kinds import kinds_of
from launch_rows import Cells


def newer_launches(rows: Iterable[Cells]) -> Iterator[dict[str, str]]:
    """Yield the launches of the newer table."""
    for row in rows:
        mixed = row["n_max"] == "0"  # ten or more of several kinds, the split not published
        yield {
            "event_id": row["event_id"],
            "date_local": row["date_kst"],
            "time_local": _time(row["time_kst"]),
            "date_utc": row["date_utc"],
            "kind": row["kind"],
            "kinds": _newer_kinds(row),
            "cls": row["cls"],
            "system": row["system"],
            "site": row["site"],
            "n_min": row["n_min"],
            "n_max": "10" if mixed else row["n_max"],
            "n_all": "10" if mixed else row["n_min"],
            "n_basis": "about" if mixed else _basis(row["n_precision"]),
            "n_cns": row["n_cns"],
            "n_cns_failed": _failed(row),
            "outcome": _outcome(row["outcome"]),
            "occasion_id": row["occasion_id"],
            "round_id": row["round_id"],
            "reported_by": row["first_reported_by"],
            "confidence": row["confidence"],
            "sources": row["sources"],
        }


def _newer_kinds(row: Cells) -> str:
    kinds = kinds_of(row["kind"], row["cls"], row["system"])
    flew = row["cls"] == "ICBM" and row["outcome"] == "success"
    return " ".join(
        [kinds] + ["icbm_flight"] * flew + ["icbm_us_rok"] * (row["icbm_us_rok"] == "1")
    )


def _basis(precision: str) -> str:
    """Say how the number is known: a "several" and an unknown number are floors."""
    if precision in {"exact", "about"}:
        return precision
    by_source = re.search(r"\d", precision) and "at least" not in precision
    return "exact" if by_source else "floor"


def _failed(row: Cells) -> str:
    outcome = row["outcome"].split(" (", maxsplit=1)[0]
    if match := re.search(r"(\d+) failure", outcome):
        return match[1]
    return row["n_cns"] if outcome == "failure" else "0"


def _outcome(words: str) -> str:
    """Give one word: mixed where some failed or the sources disagree."""
    both = "success" in words and "failure" in words
    return "mixed" if both else words.split(" (", maxsplit=1)[0]


def _time(words: str) -> str:
    """Give the first time of day; a firing at dawn or in the morning keeps that word."""
    if match := re.search(r"\d\d:\d\d", words):
        return match[0]
    return words if words in {"dawn", "morning"} else ""
