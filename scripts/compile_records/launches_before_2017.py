"""Reads the launches before 2017: the older table, the nuclear tests, and what we added to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from launch_kinds import kinds_of
from launch_rows import Cells

# From this year on the days of the older table were compared with what South Korea reported, and
# are local but for those in launch_days.csv; before it a day without a time may be a UTC day.
LOCAL_DAYS_FROM = "1998"


def older_launches(rows: Iterable[Cells], mended_days: Iterable[Cells]) -> Iterator[dict[str, str]]:
    """Yield the launches of the older table, with the days that we mended."""
    days = {row["date_given"]: row for row in mended_days}
    seen: Counter[str] = Counter()
    for row in rows:
        mended = days.get(row["date_utc"], {})
        day = row["date_kst"] or mended.get("date_local") or _older_day(row["date_utc"])
        first = day.split("/", maxsplit=1)[0]
        seen[first] += 1
        kind = "SLV" if row["cls"] == "SLV" else "BM"
        yield {
            "event_id": f"KP-{first}-{seen[first]}",
            "date_local": day,
            "date_utc": row["date_utc"] if row["time_utc"] else "",
            "time_local": _nine_hours_on(row["time_utc"]),
            "kind": kind,
            "kinds": kinds_of(kind, row["cls"], row["system"]),
            "cls": row["cls"],
            "system": row["system"],
            "site": row["site"],
            **dict.fromkeys(("n_min", "n_max", "n_all", "n_cns"), row["n"]),
            "n_basis": "exact",
            "n_cns_failed": row["n"] if row["outcome"] == "failure" else "0",
            "outcome": row["outcome"],
            "occasion_id": first,
            "round_id": first,
            "confidence": "high" if row["date_kst"] or day >= LOCAL_DAYS_FROM else "medium",
            "sources": "CNS",
            "note": mended.get("note", ""),
        }


def older_tests(rows: Iterable[Cells]) -> Iterator[dict[str, str]]:
    """Yield the nuclear tests that the newer table does not have."""
    for row in rows:
        if row["date_kst"] >= "2017":
            continue  # the newer table has it
        day = row["date_kst"]
        yield {
            "event_id": f"KP-{day}-1",
            "date_local": day,
            "time_local": row["time_kst"],
            "date_utc": row["date_utc"],
            "kind": "NUKE",
            "kinds": "nuclear",
            "cls": "nuclear test",
            "system": f"nuclear test no. {row['no']}",
            "site": row["site"],
            **dict.fromkeys(("n_min", "n_max", "n_all"), "1"),
            "n_basis": "exact",
            "outcome": "success",
            "occasion_id": f"{day}-1",
            "round_id": day,
            "confidence": "high",
            "sources": "USGS",
        }


def added_launches(rows: Iterable[Cells]) -> Iterator[dict[str, str]]:
    """Yield firings before 2017 that the older table lacks, each with where it was reported."""
    for row in rows:
        day = row["date_local"]
        yield {
            **{name: value for name, value in row.items() if name != "found_at"},
            "event_id": f"KP-{day}-1",
            "kinds": kinds_of(row["kind"], row["cls"], row["system"]),
            "n_all": row["n_min"],
            "occasion_id": f"{day}-1",
            "round_id": day,
            "sources": "press",
        }


def _older_day(value: str) -> str:
    if value >= LOCAL_DAYS_FROM or value.count("-") < 2:
        return value
    return f"{value}/{date.fromisoformat(value) + timedelta(days=1)}"


def _nine_hours_on(time_utc: str) -> str:
    if not time_utc:
        return ""
    hour, minute = time_utc.split(":")[:2]
    return f"{(int(hour) + 9) % 24:02}:{minute}"
