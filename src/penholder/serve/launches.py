"""What the look-ups of launches answer: a year of them by kind, and one with all that is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from textwrap import wrap
from typing import Any

from penholder.errors import NotFoundError
from penholder.model.when import When
from penholder.records.counting import all_kinds, all_rules, count, rule_named, start_of
from penholder.records.launches import Clock, Launch, launch_with, launches_between
from penholder.records.load import Records

Json = dict[str, Any]

_KINDS = {
    "BM": "ballistic missiles",
    "CM": "cruise missiles",
    "SLV": "satellite launchers",
    "ARTY": "rocket artillery and artillery",
    "SAM": "anti-aircraft missiles",
    "GW": "guided weapons that South Korea did not call missiles",
    "UUV": "underwater drones",
    "NUKE": "nuclear tests",
}
# What kinds of weapon are called.
KIND_WORDS = {
    "icbm_flight": "ICBM by its flight",
    "icbm_us_rok": "ICBM in the judgment of the United States or South Korea",
    "icbm": "ICBM", "irbm": "IRBM", "mrbm": "MRBM", "srbm": "SRBM", "slbm": "SLBM", "mlrs": "MLRS", "sam": "SAM",
    "slv": "satellite launcher", "uuv": "underwater drone", "guided": "guided weapon", "nuclear": "nuclear test",
}  # fmt: skip
_COLUMNS = "  {:<17}{:<7}{:<19}{:<24}{:<22}{}"
_SOURCES = {"BP": "CSIS Beyond Parallel", "press": "press reports"}
# The rules whose numbers a launch bears in the news: "its 14th show of force", "its 13th launch".
_NUMBERED_BY = frozenset({"day", "show_of_force", "round", "occasion"})


def launches_of(records: Records, year: int, kind: str | None = None) -> list[Json]:
    """Give North Korea's launches and tests of a year in local days, of one kind or of all.

    Raises:
        NotFoundError: the year is not in the record, or the kind is none of its.
    """
    days = When(str(year)).days()
    covered = records.coverage["launches"]
    if days is None or not covered.touches(*days):
        raise NotFoundError(str(year), fault="no launches are recorded", remedy=covered.told)
    if kind is not None and kind not in all_kinds():
        raise NotFoundError(
            kind,
            fault="no weapon of that kind is recorded",
            remedy=f"Kinds are {', '.join(all_kinds())}",
        )
    found = launches_between(records, *days)
    return [launch_json(one) for one in found if kind is None or kind in one.kinds]


def launch_known_as(records: Records, event_id: str) -> Json:
    """Give one launch with everything known, and its number of the year by each rule.

    Raises:
        NotFoundError: no launch has that id.
    """
    launch = launch_with(records, event_id.upper())
    if launch is None:
        raise NotFoundError(
            event_id, fault="no launch has that id", remedy=_near(records, event_id)
        )
    return launch_json(launch) | {
        "missiles_of_every_kind": launch.n_all, "occasion": launch.occasion_id, "round": launch.round_id,
        "cns_rows": launch.n_cns, "cns_rows_failed": launch.n_cns_failed,
        "days_by_clock": {clock.value: _told(launch.days(clock)) for clock in Clock},
        "numbers": _numbers(records, launch),
    }  # fmt: skip


def _near(records: Records, event_id: str) -> str:
    """Say which launches there were on the day of an id, or how an id is written."""
    day = event_id.upper().removeprefix("KP-")[:10]
    on_it = [one.event_id for one in records.launches if one.date_local == day]
    return f"On that day: {', '.join(on_it)}" if on_it else "Write it as KP-2022-03-24-1"


def _numbers(records: Records, launch: Launch) -> dict[str, int]:
    """Give the number that a launch has under each rule that numbers launches and counts it."""
    numbers = {}
    for rule in all_rules():
        day = launch.days(rule.clock)[1]
        found = count(records, rule, start_of(rule, day, records), day)
        if rule.unit in _NUMBERED_BY and launch.row in found.rows:
            numbers[rule.id] = found.low
    return numbers


def _told(days: tuple[date, date]) -> str:
    first, last = days
    return f"{first}" if first == last else f"{first}/{last}"


def launch_json(launch: Launch) -> Json:
    """Give what is known of a launch, as one of a list."""
    return {
        "id": launch.event_id, "day": launch.date_local, "time": launch.time_local, "day_utc": launch.date_utc,
        "kind": launch.kind, "kinds": sorted(launch.kinds), "class": launch.cls,
        "system": launch.system or None, "number": [launch.n_min, launch.n_max], "number_is": launch.n_basis,
        "site": launch.site or None, "outcome": launch.outcome,
        "range_km": launch.range_km, "apogee_km": launch.apogee_km, "flight_source": launch.flight_source or None,
        "numbered_by_outlets": launch.numbered, "reported_by": launch.reported_by or None,
        "confidence": launch.confidence, "sources": launch.sources, "note": launch.note or None,
    }  # fmt: skip


def tell_launches(found: list[Json]) -> Iterator[str]:
    """Yield the launches by kind, each kind with a table: id, number, class, system, site, outcome."""
    if not found:
        yield "No launch is recorded in these days; outlets might count others."
        return
    yield _COLUMNS.format("id", "no.", "class", "system", "site", "outcome")
    for kind, label in _KINDS.items():
        rows = [row for row in found if row["kind"] == kind]
        if not rows:
            continue
        yield f"{label} ({len(rows)})"
        yield from map(_line, rows)
        yield ""
    if any("/" in row["day"] for row in found):
        yield "* or a day later: the source has the day by UTC"
    firings = "firing" if len(found) == 1 else "firings"
    yield f"{len(found)} {firings}, in local days; outlets count them by different rules."


def _line(row: Json) -> str:
    cells = (_cut(row["class"], 18), _cut(row["system"], 23), _cut(row["site"], 21))
    later = "*" if "/" in row["day"] else ""
    return _COLUMNS.format(row["id"], number_told(row), *cells, row["outcome"] + later)


def number_told(row: Json) -> str:
    """Give the number of missiles as it is known: "4", "1+" where it is a floor, "~100", "3-4"."""
    low, high = row["number"]
    if low != high:
        return f"{low}-{high}"
    return {"floor": f"{low}+", "about": f"~{low}"}.get(row["number_is"], f"{low}")


def tell_launch(found: Json) -> Iterator[str]:
    """Yield all that is known of one launch; what is not known is said to be unknown."""
    yield found["id"]
    for label, words in _facts(found).items():
        told = f"{label:<12}{words or 'unknown'}"
        yield from wrap(told, 98, initial_indent="  ", subsequent_indent=" " * 14)
    if found["numbers"]:
        yield "  its number, by the launches of the year that are recorded"
    for rule, number in found["numbers"].items():
        ever = ", from the first ever" if rule_named(rule).window == "ever" else ""
        yield f"    {number:>4}  {rule:<26}{rule_named(rule).label}{ever}"


def _facts(row: Json) -> dict[str, str | None]:
    hour = f", {row['time']}" if row["time"] else ""
    utc = row["days_by_clock"]["utc"].replace("/", " or ")
    left_out = "" if row["numbered_by_outlets"] else "; most outlets did not number it"
    sources = ", ".join(_SOURCES.get(name, name) for name in row["sources"].split("+"))
    return {
        "day": f"{row['day'].replace('/', ' or ')}{hour} (local); {utc} (UTC)",
        "class": row["class"], "counts as": _kinds_told(row["kinds"]), "system": row["system"],
        "site": row["site"], "number": f"{number_told(row)}{left_out}", "flight": _flight(row),
        "outcome": row["outcome"], "reported by": row["reported_by"],
        "confidence": f"{row['confidence']}; from {sources}", "note": row["note"] or "none",
    }  # fmt: skip


def _kinds_told(kinds: list[str]) -> str:
    return ", ".join(KIND_WORDS.get(kind, kind.replace("_", " ")) for kind in kinds)


def _flight(row: Json) -> str | None:
    far, high = row["range_km"], row["apogee_km"]
    told = [f"{far} km far"] * bool(far) + [f"{high} km high"] * bool(high)
    return f"{', '.join(told)} (by {row['flight_source']})" if told else None


def _cut(words: str | None, width: int) -> str:
    words = words or "unknown"
    return words if len(words) <= width else words[: width - 1] + "…"
