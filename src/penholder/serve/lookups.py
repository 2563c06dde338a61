"""What the look-ups answer: rows of the record as JSON values, and as lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from penholder.check.words import month_of, name_of, sentence
from penholder.errors import NotFoundError
from penholder.records.load import Records, Seat
from penholder.records.members import seats_in
from penholder.records.vetoes import count_vetoes

Json = dict[str, Any]

# How it is known who presided.
BASES = {
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
    yield f"{name} presides over the Council in {month_of(found['month'])} ({BASES[found['basis']]})."


def council_of(records: Records, year: int) -> Json:
    """Give the Council's members in a year.

    Raises:
        NotFoundError: the year is not in the record.
    """
    seats = seats_in(records, year)
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
            member,
            fault="no veto is recorded to that day",
            remedy="Write CHN, FRA, GBR, RUS or USA",
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


# Tables whose rows have another name in the code.
_TABLES = {"members": "seats", "outlet_habits": "habits", "sanctions_regimes": "regimes"}


def status_of(records: Records) -> list[Json]:
    """Give each table with its edges, its rows, and on how many points sources disagree."""
    tables = {name: getattr(records, _TABLES.get(name, name)) for name in records.coverage}
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
        yield f"{row['table']:<19}{row['first']} to {row['last']}  {row['rows']} rows"
        if row["conflicts"]:
            yield f"{'':<19}{tell_conflicts(row)}"
        yield f"{'':<19}{row['note']}"


def tell_conflicts(row: Json) -> str:
    """Say on how many points the sources of a table differ, and how many nobody has decided."""
    points = "one point" if row["conflicts"] == 1 else f"{row['conflicts']} points"
    return f"sources differ on {points}; {row['open'] or 'none'} of them not decided"


def member_json(seat: Seat) -> Json:
    """Give a member as a JSON value."""
    return {"id": seat.member, "name": seat.name, "permanent": seat.permanent}


def actor_json(state: str) -> Json:
    """Give a state as a JSON value."""
    return {"id": state, "name": name_of(state).removeprefix("the ")}
