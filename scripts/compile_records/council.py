"""Compiles the Council's record: members, presidencies, votes, prohibitions."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path

HERE = Path(__file__).parent
Rows = Iterable[Mapping[str, str]]
KEPT = [
    "vote_id", "date", "symbol", "res_no", "outcome", "yes", "no", "abstain", "not_voting", "members", "vetoed_by",
    "meeting", "draft", "flags",
]  # fmt: skip


def council_tables(data: Path) -> dict[str, str]:
    """Give the text of each table of the Council's record, by file name."""
    council = data / "council"
    return {
        "members.csv": _written(_members(council)),
        "presidencies.csv": _written(_presidencies(council)),
        "votes.csv": _written(_votes(council)),
        "vetoes.csv": _written(_vetoes(council)),
        "prohibitions.csv": _written(_prohibitions(data / "dprk")),
    }


def _members(council: Path) -> Rows:
    for row in _read(council / "sc_membership_1946_2027.csv"):
        yield {
            "year": row["year"],
            "member": row["member"],
            "name": row["name_for_rotation"],
            "permanent": row["permanent"],
        }


def _presidencies(council: Path) -> Rows:
    for row in _read(council / "sc_presidency_1947_2027.csv"):
        yield {key: row[key] for key in ("month", "president", "basis")}


def _votes(council: Path) -> Rows:
    ballots: dict[str, list[str]] = defaultdict(list)
    for row in _read(council / "sc_ballots_1946_2025.csv"):
        if row["ballot"] != "Y":
            ballots[row["vote_id"]].append(f"{row['member']}:{row['ballot']}")
    told = _resolutions(council)
    judged = {row["symbol"]: row for row in _read(HERE / "vote_judgments.csv")}
    for row in _read(council / "sc_votes_1946_2025.csv"):
        facts = {key: row[key] for key in KEPT}
        agenda, title = told.get(row["symbol"], ("", ""))
        subject = title if title and row["title"].endswith("[...") else row["title"]
        named = {"subject": subject, "agenda": agenda}
        vote = facts | {"ballots": " ".join(ballots[row["vote_id"]])} | named
        yield _judge(vote, judged.get(row["symbol"]))


def _judge(vote: dict[str, str], judged: Mapping[str, str] | None) -> Mapping[str, str]:
    """Give the vote with what better sources say, and a flag that tells what the source had."""
    if judged is None:
        return vote
    mended = {key: judged[key] for key in ("yes", "no", "abstain", "ballots")}
    return vote | mended | {"flags": judged["flag"]}


def _resolutions(council: Path) -> Mapping[str, tuple[str, str]]:
    """Give agenda item and title of each resolution since 2000 by its symbol, without blanks."""
    with gzip.open(
        council / "unxml_resolutions_2000_2026.jsonl.gz", "rt", encoding="utf-8"
    ) as file:
        rows = [json.loads(line) for line in file]
    return {
        "".join(row["symbol"].split()): (_one_line(row["agenda_item_name"]), _title(row))
        for row in rows
        if row.get("symbol", "").startswith("S/RES/")
    }


def _title(row: Mapping[str, str]) -> str:
    """Give what stands in brackets: "Security Council resolution 2699 (2023) [on …]"."""
    bracketed = re.search(r"\[(on .+)\]", _one_line(row.get("resolution_title", "")))
    return bracketed[1] if bracketed else ""


def _one_line(words: str) -> str:
    return " ".join((words or "").split())


def _vetoes(council: Path) -> Rows:
    """Yield the UN library's list, oldest first."""
    rows = _read(council / "sc_vetoes_dhl_official_1946_2022.csv")
    for row in sorted(rows, key=lambda row: (row["date"], row["draft"])):
        yield {key: row[key] for key in ("date", "draft", "meeting", "vetoed_by")}


def _prohibitions(dprk: Path) -> Rows:
    for row in _read(dprk / "dprk_prohibitions.csv"):
        yield {
            "symbol": row["symbol"].replace("(", " ("),
            "adopted": row["adopted"],
            "para": row["para"],
            "verb": row["operative_verb"],
            "act": row["act_in_own_words"],
            "kinds": row["kind"],
            "charter": row["charter_basis"],
            "read": "yes" if row["text_basis"] == "text" else "no",
        }


def _read(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _written(rows: Rows) -> str:
    listed, out = list(rows), StringIO()
    writer = csv.DictWriter(out, list(listed[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    return out.getvalue()
