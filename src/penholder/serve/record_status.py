"""What the record covers, how old it is, and what imports brought to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from penholder.records.imports.compare import Standing, known_of, weigh_value
from penholder.records.imports.forms import forms
from penholder.records.imports.kept import Import, Shelf
from penholder.records.load import Records, load_shipped
from penholder.serve.lookups import status_of, tell_conflicts

Json = dict[str, Any]
# Tables that imports alone bring.
_IMPORTED_ONLY = ("meetings", "sanctions")


def record_status(records: Records, shelf: Shelf) -> list[Json]:
    """Give each table with its edges, age in days, imported rows and conflicts."""
    known = known_of(load_shipped())
    disputed = [
        kept.table
        for kept in shelf.rows
        if weigh_value(kept.value, known).standing is Standing.CONFLICT
    ]
    tables = status_of(records) + [_imported_table(name, shelf) for name in _IMPORTED_ONLY]
    return [
        _aged(row, shelf, disputed.count(row["table"]))
        for row in tables
        if row["rows"] or row["table"] not in _IMPORTED_ONLY
    ]


def _imported_table(name: str, shelf: Shelf) -> Json:
    done = [one for one in shelf.imports if forms()[one.form].table == name]
    rows = sum(kept.table == name for kept in shelf.rows)
    return {
        "table": name, "rows": rows, "conflicts": 0, "open": 0, "note": "",
        "first": min((one.first for one in done if one.first), default=None),
        "last": max((one.last for one in done if one.last), default=None),
    }  # fmt: skip


def _aged(row: Json, shelf: Shelf, disputed: int) -> Json:
    done = [one for one in shelf.imports if forms()[one.form].table == row["table"]]
    kept = [one for one in shelf.rows if one.table == row["table"]]
    edges = _moved(row, done)
    return row | edges | {
        "age_days": _age(edges["last"]), "imported": len(kept) - disputed, "disputed": disputed,
        "imported_on": max((one.on for one in done), default=None),
    }  # fmt: skip


def _moved(row: Json, done: list[Import]) -> Json:
    """Move the last day to that of the newest import, and say what is covered since."""
    newer = [one for one in done if one.last and one.last > (row["last"] or "")]
    told = "; ".join(sorted({forms()[one.form].covers for one in newer or done}))
    since = f"Since {row['last']}: {told}." if newer else f"Imported: {told}." if done else ""
    return {
        "last": max([one.last for one in newer], default=row["last"]),
        "note": " ".join(filter(None, (row["note"], since))),
    }


def _age(last: str | None) -> int | None:
    """Give the days since the last day that is covered; 0 where it is still to come."""
    if last is None:
        return None
    return max(0, (date.today() - date.fromisoformat(last)).days)  # noqa: DTZ011  the user's own day


def tell_record_status(found: list[Json]) -> Iterator[str]:
    """Yield a line for each table, one for what was imported, and one for its note."""
    for row in found:
        age = f", {row['age_days']:,} days old" if row["age_days"] else ""
        yield f"{row['table']:<15}{row['first']} to {row['last']}  {row['rows']} rows{age}"
        if row["conflicts"]:
            yield f"{'':<15}{tell_conflicts(row)}"
        if row["imported_on"]:
            told = f"{row['imported']} new, {row['disputed']} in conflict with the record"
            yield f"{'':<15}imported: {told}; last on {row['imported_on']}"
        yield f"{'':<15}{row['note']}"
