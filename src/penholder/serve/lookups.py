"""What the look-ups answer: rows of the record as JSON values, and as lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from penholder.check.words import month_of, name_of, sentence
from penholder.errors import NotFoundError
from penholder.model.when import When
from penholder.records.counting import Count, all_rules, count
from penholder.records.launches import Launch, launches_between
from penholder.records.load import Records, Seat
from penholder.records.vetoes import count_vetoes

Json = dict[str, Any]

_BASES = {
    "rule": "by the alphabetical rotation",
    "rule+evidence": "by the alphabetical rotation, and the Council's own papers agree",
    "rule, unsure": "by the alphabetical rotation, but the turns of these months may have been moved",
}


def presidency_of(records: Records, month: str) -> Json:
    """Give who presides over the Council in a month, "2022-05".

    Raises:
        NotFoundError: the month is not written so, or is not in the record.
    """
    row = next((row for row in records.presidencies if row.month == month), None)
    if row is None:
        covered = records.coverage["presidencies"]
        raise NotFoundError(
            month, fault="no presidency is recorded", remedy=f"Write it as 2022-05. {covered.told}"
        )
    return {"month": month, "president": actor_json(row.president), "basis": row.basis}


def tell_presidency(found: Json) -> Iterator[str]:
    """Yield the answer in a sentence."""
    name = sentence(name_of(found["president"]["id"]))
    yield f"{name} presides over the Council in {month_of(found['month'])} ({_BASES[found['basis']]})."


def council_of(records: Records, year: int) -> Json:
    """Give the Council's members in a year.

    Raises:
        NotFoundError: the year is not in the record.
    """
    seats = [seat for seat in records.seats if seat.year == year]
    if not seats:
        raise NotFoundError(
            str(year), fault="no members are recorded", remedy=records.coverage["members"].told
        )
    return {"year": year, "members": [member_json(seat) for seat in seats]}


def tell_council(found: Json) -> Iterator[str]:
    """Yield the permanent members, then the elected ones."""
    for permanent, label in ((True, "permanent"), (False, "elected")):
        names = [row["name"] for row in found["members"] if row["permanent"] is permanent]
        yield f"{label:<10} {', '.join(names)}"


def vetoes_by(records: Records, member: str, until: str) -> list[Json]:
    """Give how many vetoes a member has cast up to a day, on each basis of counting.

    Raises:
        NotFoundError: nobody of that id has ever cast one.
    """
    counts = count_vetoes(records, member, until)
    if not any(one.number for one in counts):
        raise NotFoundError(
            member, fault="no veto is recorded", remedy="Members are CHN, FRA, GBR, RUS and USA"
        )
    return [
        {"member": actor_json(member), "basis": one.basis, "label": one.label, "number": one.number,
         "last": one.last, "rows": [f"{row.table} {row.key}" for row in one.rows]}
        for one in counts
    ]  # fmt: skip


def tell_vetoes(found: list[Json]) -> Iterator[str]:
    """Yield a line for each basis."""
    yield f"Vetoes cast by {name_of(found[0]['member']['id'])}"
    for row in found:
        yield f"{row['number']:>6}  {row['label']}, to {row['last']}"


def launches_of(records: Records, year: int) -> list[Json]:
    """Give North Korea's launches and tests of a year, in local days.

    Raises:
        NotFoundError: the year is not in the record.
    """
    days = When(str(year)).days()
    covered = records.coverage["launches"]
    if days is None or not covered.touches(*days):
        raise NotFoundError(str(year), fault="no launches are recorded", remedy=covered.told)
    return [_launch(launch) for launch in launches_between(records, *days)]


def counts_of(records: Records, first: date, last: date, rule: str | None) -> list[Json]:
    """Give how many launches each rule of counting gives between two local days, or one rule.

    Raises:
        NotFoundError: no rule has that id, or the days are not in the record.
    """
    covered = records.coverage["launches"]
    if not covered.covers(first, last):
        raise NotFoundError(
            f"{first} to {last}", fault="the days are not covered", remedy=covered.told
        )
    rules = {one.id: one for one in all_rules()}
    if rule and rule not in rules:
        raise NotFoundError(
            rule, fault="no rule has that id", remedy=f"The rules are {', '.join(rules)}"
        )
    counts = [
        count(records, one, first, last) for one in ([rules[rule]] if rule else rules.values())
    ]
    return [_count(one, first, last) for one in counts]


def _count(one: Count, first: date, last: date) -> Json:
    return {
        "rule": one.rule.id, "label": one.rule.label, "used_by": one.rule.used_by or None,
        "first": first.isoformat(), "last": last.isoformat(), "low": one.low, "high": one.high,
        "rows": [row.key for row in one.rows],
    }  # fmt: skip


def tell_counts(found: list[Json]) -> Iterator[str]:
    """Yield the counts side by side, the largest first, each with a bar."""
    most = max((row["high"] for row in found), default=0) or 1
    yield f"North Korea, {found[0]['first']} to {found[0]['last']}"
    for row in sorted(found, key=lambda row: -row["high"]):
        number = str(row["low"]) if row["low"] == row["high"] else f"{row['low']}-{row['high']}"
        bar = "#" * round(24 * row["high"] / most)
        used = f" ({row['used_by']})" if row["used_by"] else ""
        yield f"{number:>7} {bar:<25}{row['rule']:<26}{row['label']}{used}"


def status_of(records: Records) -> list[Json]:
    """Give each table with its edges, its rows, and on how many points sources disagree."""
    tables: dict[str, tuple[object, ...]] = {
        "members": records.seats, "presidencies": records.presidencies, "votes": records.votes,
        "vetoes": records.vetoes, "launches": records.launches, "nuclear_tests": records.nuclear_tests,
        "prohibitions": records.prohibitions, "offices": records.offices, "facts": records.facts,
        "conflicts": records.conflicts,
    }  # fmt: skip
    disputed = Counter(one.table for one in records.conflicts)
    undecided = Counter(one.table for one in records.conflicts if one.open)
    return [
        {
            "table": name, "rows": len(rows), "conflicts": disputed[name], "open": undecided[name],
            "first": records.coverage[name].first.isoformat(),
            "last": records.coverage[name].last.isoformat(), "note": records.coverage[name].note,
        }
        for name, rows in tables.items()
    ]  # fmt: skip


def tell_status(found: list[Json]) -> Iterator[str]:
    """Yield a line for each table and one for its note."""
    for row in found:
        number, undecided = row["conflicts"], row["open"]
        told = f", {number} conflicts of sources, {undecided} of them open" if number else ""
        yield f"{row['table']:<14}{row['first']} to {row['last']}  {row['rows']} rows{told}"
        yield f"{'':<14}{row['note']}"


def _launch(launch: Launch) -> Json:
    return {
        "id": launch.event_id, "day": launch.date_local, "time": launch.time_local, "class": launch.cls,
        "system": launch.system or None, "number": [launch.n_min, launch.n_max], "site": launch.site or None,
        "outcome": launch.outcome, "confidence": launch.confidence, "sources": launch.sources,
    }  # fmt: skip


def tell_launches(found: list[Json]) -> Iterator[str]:
    """Yield a table: day, number, class, system, site, outcome."""
    yield f"{'day':<11}{'no.':<6}{'class':<20}{'system':<34}{'site':<28}outcome"
    for row in found:
        low, high = row["number"]
        number = str(low) if low == high else f"{low}-{high}"
        cells = (_cut(row["class"], 19), _cut(row["system"], 33), _cut(row["site"], 27))
        yield "{:<11}{:<6}{:<20}{:<34}{:<28}{}".format(
            row["day"][:10], number, *cells, row["outcome"]
        )
    firings = "firing" if len(found) == 1 else "firings"
    yield f"{len(found)} {firings}; outlets count them by different rules."


def _cut(words: str | None, width: int) -> str:
    words = words or "unknown"
    return words if len(words) <= width else words[: width - 1] + "…"


def member_json(seat: Seat) -> Json:
    """Give a member as a JSON value."""
    return {"id": seat.member, "name": seat.name, "permanent": seat.permanent}


def actor_json(state: str) -> Json:
    """Give a state as a JSON value."""
    return {"id": state, "name": name_of(state).removeprefix("the ")}
