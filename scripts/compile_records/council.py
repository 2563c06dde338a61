"""Compiles the Council's record: members, presidencies, votes, conflicts, prohibitions."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path

from conflicts import HERE
from sources import read_rows
from votes import votes_and_conflicts

from penholder.records.members import seat_of
from penholder.records.presidencies import name_change_of, rotate
from penholder.records.tables import toml_rows

Rows = Iterable[Mapping[str, str]]


def council_tables(data: Path) -> dict[str, str]:
    """Give the text of each table of the Council's record, by file name."""
    council = data / "council"
    votes, conflicts = votes_and_conflicts(council)
    return {
        "members.csv": _written(_members(council)),
        "presidencies.csv": _written(_presidencies(council)),
        "votes.csv": _written(votes),
        "conflicts.csv": _written(conflicts),
        "vetoes.csv": _written(_vetoes(council)),
        "prohibitions.csv": _written(_prohibitions(data / "dprk")),
    }


def _members(council: Path) -> Rows:
    for row in read_rows(council / "sc_membership_1946_2027.csv"):
        yield {
            "year": row["year"],
            "member": row["member"],
            "name": row["name_for_rotation"],
            "permanent": row["permanent"],
        }


def _presidencies(council: Path) -> Rows:
    """Yield each month's president by the rotation, with what backs it."""
    seats = map(seat_of, _members(council))
    known = {row["month"] for row in read_rows(council / "sc_presidency_evidence.csv")}
    disputed = {
        row["key"]
        for row in read_rows(HERE / "conflict_judgments.csv")
        if row["table"] == "presidencies"
    }
    changes = [name_change_of(row) for row in toml_rows("name_changes", "change")]
    for month, president in rotate(seats, changes, first=1947):
        basis = "rule+evidence" if month in known else "rule"
        yield {
            "month": month,
            "president": president,
            "basis": "rule, unsure" if month in disputed else basis,
        }


def _vetoes(council: Path) -> Rows:
    """Yield the UN library's list, oldest first."""
    rows = read_rows(council / "sc_vetoes_dhl_official_1946_2022.csv")
    for row in sorted(rows, key=lambda row: (row["date"], row["draft"])):
        yield {key: row[key] for key in ("date", "draft", "meeting", "vetoed_by")}


def _prohibitions(dprk: Path) -> Rows:
    """Yield what each paragraph asks, with the acts that it prohibits by name."""
    rows = [*map(_prohibition, read_rows(dprk / "dprk_prohibitions.csv"))]
    judged = {
        (row["symbol"], row["para"]): {"bans": row["bans"], "condemns": row["condemns"]}
        for row in read_rows(HERE / "prohibition_judgments.csv")
    }
    nothing = {"bans": "", "condemns": ""}
    rows += read_rows(HERE / "prohibition_rows.csv")
    rows.sort(key=lambda row: (row["adopted"], row["symbol"], int(re.split(r"\D", row["para"])[0])))
    for row in rows:
        yield row | judged.get((row["symbol"], row["para"]), nothing)


def _prohibition(row: Mapping[str, str]) -> dict[str, str]:
    return {
        "symbol": row["symbol"].replace("(", " ("),
        "adopted": row["adopted"],
        "para": row["para"],
        "verb": row["operative_verb"],
        "act": row["act_in_own_words"],
        "kinds": row["kind"],
        "charter": row["charter_basis"],
        "read": "yes" if row["text_basis"] == "text" else "no",
    }


def _written(rows: Rows) -> str:
    listed, out = list(rows), StringIO()
    writer = csv.DictWriter(out, list(listed[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    return out.getvalue()
