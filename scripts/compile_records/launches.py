"""Makes launches.csv: every launch and nuclear test of the DPRK, from two tables and our judgments."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
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
JUDGED = ("time_local", "n_max", "n_cns_failed", "numbered", "reported_by", "note")
HERE = Path(__file__).parent
KINDS = {
    "BM": "ballistic",
    "CM": "cruise",
    "ARTY": "artillery",
    "SAM": "sam",
    "SLV": "slv",
    "UUV": "uuv",
    "NUKE": "nuclear",
    "GW": "guided",
}
CLASSES = {
    r"\bICBM\b(?! \(US\))": "icbm",
    r"\bIRBM\b": "irbm",
    r"\bMRBM\b": "mrbm",
    r"\b[SC]RBM\b": "srbm",
    r"\bSLBM\b": "slbm",
    r"\bHGV\b|\bMaRV\b": "hypersonic",
    r"\bMLRS\b": "mlrs",
    r"\bSAM\b": "sam",
}
# From this year on the days of the older table were compared with what South Korea reported, and
# are local but for those in launch_days.csv; before it a day without a time may be a UTC day.
LOCAL_DAYS_FROM = "1998"


def compile_launches(shared: Path) -> str:
    """Give the text of launches.csv."""
    folder = shared / "data" / "dprk"
    rows = [
        *_older(_read(folder / "launches_1984_2016.csv")),
        *_older_tests(_read(folder / "nuclear_tests.csv")),
        *_added(_read(HERE / "launch_additions.csv")),
        *_newer(_read(folder / "launches_2017_2026.csv")),
    ]
    judged, flown = _by_id("launch_judgments.csv"), _by_id("launch_flights.csv")
    return _written(
        _judge(row, judged.get(row["event_id"], {}), flown.get(row["event_id"], {}))
        for row in _in_order(rows)
    )


def compile_nuclear_tests(shared: Path) -> str:
    """Give the text of nuclear_tests.csv."""
    out = StringIO()
    columns = [
        "no",
        "event_id",
        "date_local",
        "time_local",
        "date_utc",
        "time_utc",
        "magnitude",
        "lat",
        "lon",
        "site",
    ]
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    for row in _read(shared / "data" / "dprk" / "nuclear_tests.csv"):
        day = row["date_kst"]
        facts = {column: row.get(column, "") for column in columns}
        names = {
            "date_local": day,
            "time_local": row["time_kst"],
            "magnitude": row["magnitude_usgs"],
        }
        writer.writerow({**facts, **names, "event_id": f"KP-{day}-1"})
    return out.getvalue()


def _older(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    days = {row["date_given"]: row for row in _read(HERE / "launch_days.csv")}
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
            "kinds": _kinds(kind, row["cls"], row["system"]),
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


def _older_tests(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
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


def _added(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """Yield firings before 2017 that the older table lacks, each with where it was reported."""
    for row in rows:
        day = row["date_local"]
        yield {
            **{name: row[name] for name in row if name in COLUMNS},
            "event_id": f"KP-{day}-1",
            "kinds": _kinds(row["kind"], row["cls"], row["system"]),
            "n_all": row["n_min"],
            "occasion_id": f"{day}-1",
            "round_id": day,
            "sources": "press",
        }


def _newer(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
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
    kinds = _kinds(row["kind"], row["cls"], row["system"])
    flew = row["cls"] == "ICBM" and row["outcome"] == "success"
    return " ".join(
        [kinds] + ["icbm_flight"] * flew + ["icbm_us_rok"] * (row["icbm_us_rok"] == "1")
    )


def _kinds(kind: str, cls: str, system: str) -> str:
    named = [word for pattern, word in CLASSES.items() if re.search(pattern, cls)]
    if "hypersonic" in system and kind == "BM":
        named.append("hypersonic")
    return " ".join(dict.fromkeys([KINDS[kind], *named]))


def _by_id(name: str) -> dict[str, dict[str, str]]:
    return {row["event_id"]: row for row in _read(HERE / name)}


def _judge(row: dict[str, str], judged: Cells, flown: Cells) -> dict[str, str]:
    """Add what we say about a launch, and how far it flew, to what the sources say."""
    given = {name: judged[name] for name in JUDGED if judged.get(name)}
    flight = {name: flown.get(name, "") for name in ("range_km", "apogee_km", "flight_source")}
    told = {"numbered": "yes", **row, **given, **flight}
    return {**told, "date_utc": told.get("date_utc") or _day_utc(told)}


def _day_utc(row: Cells) -> str:
    """Give the UTC day where the local day and hour are known."""
    day, hour = row["date_local"], row.get("time_local", "")
    if len(day) != 10 or not hour[:1].isdecimal():
        return ""
    return str(date.fromisoformat(day) - timedelta(days=hour < "09:00"))


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


def _older_day(value: str) -> str:
    if value >= LOCAL_DAYS_FROM or value.count("-") < 2:
        return value
    return f"{value}/{date.fromisoformat(value) + timedelta(days=1)}"


def _time(words: str) -> str:
    """Give the first time of day; a firing at dawn or in the morning keeps that word."""
    if match := re.search(r"\d\d:\d\d", words):
        return match[0]
    return words if words in {"dawn", "morning"} else ""


def _nine_hours_on(time_utc: str) -> str:
    if not time_utc:
        return ""
    hour, minute = time_utc.split(":")[:2]
    return f"{(int(hour) + 9) % 24:02}:{minute}"


def _in_order(rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return sorted(rows, key=lambda row: (row["date_local"], row["event_id"]))


def _written(rows: Iterable[Cells]) -> str:
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
