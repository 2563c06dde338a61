"""Makes votes.csv and the conflicts of its sources."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ballots import compare_ballots, compare_sponsors
from conflicts import (
    HERE,
    agreed_drafts,
    conflicts_of,
    judgments,
    mended,
    readings_by_vote,
)
from selfchecks import contradictions
from settle import OWN, Settled, Vote
from sources import (
    LISTS,
    MEETINGS,
    Reading,
    day_of,
    failed_readings,
    file_readings,
    meeting_readings,
    number_of,
    read_files,
    read_rows,
    veto_readings,
)
from sponsors import ids_of, sponsors_of

KEPT = [
    "vote_id", "date", "symbol", "res_no", "outcome", "yes", "no", "abstain", "not_voting", "members", "vetoed_by",
    "meeting", "draft", "ballots", "sponsors", "subject", "agenda",
]  # fmt: skip
# What bd-unsc leaves empty and another source tells is filled in.
_FILLED = ("meeting", "draft")
Conflict = Mapping[str, str]


def votes_and_conflicts(council: Path) -> tuple[list[Vote], list[Conflict]]:
    """Give the rows of votes.csv, oldest first, and the rows of conflicts.csv about them."""
    files = read_files(council)
    votes = [*_votes(council, files), _missing(files)]
    told = [*meeting_readings(council), *veto_readings(council)]
    told += [*file_readings(files), *failed_readings(council)]
    said = readings_by_vote(votes, told)
    votes = [_filled(vote, said) for vote in votes]
    drafts, judged = agreed_drafts(votes, said), judgments()
    told_by = {number_of(file["symbol"]): file for file in files}
    sponsors = {
        row["vote_id"]: row["sponsors"] for row in read_rows(HERE / "sponsor_judgments.csv")
    }
    done, conflicts = [], []
    for vote in votes:
        found = [*_corrected(vote), *conflicts_of(vote, said, judged, drafts)]
        conflicts += [row for row, _ in found]
        final = vote
        for row, settled in found:
            final = mended(final, row["field"], settled)
        if file := told_by.get(vote["res_no"]):
            final, differing = compare_ballots(final, file)
            conflicts += [*differing, *compare_sponsors(final, file)]
        final |= {"sponsors": sponsors.get(final["vote_id"], final["sponsors"])}
        done.append({key: final[key] for key in KEPT})
    done.sort(key=lambda vote: (vote["date"], int(vote["vote_id"])))
    conflicts += [*contradictions(done, _permanent(council), council)]
    return done, [*conflicts, *read_rows(HERE / "conflict_judgments.csv")]


def _permanent(council: Path) -> Mapping[str, Sequence[str]]:
    """Give the permanent members of each year."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_rows(council / "sc_membership_1946_2027.csv"):
        if row["permanent"] == "1":
            found[row["year"]].append(row["member"])
    return found


def _votes(council: Path, files: Sequence[Mapping[str, Any]]) -> Iterator[Vote]:
    ballots: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in read_rows(council / "sc_ballots_1946_2025.csv"):
        ballots[row["vote_id"]].append((row["member"], row["ballot"]))
    told = {number_of(row["symbol"]): row for row in files}
    for row in read_rows(council / "sc_votes_1946_2025.csv"):
        cast = ballots[row["vote_id"]]
        file = told.get(row["res_no"], {})
        title = _title(file)
        yield row | {
            "ballots": " ".join(f"{member}:{ballot}" for member, ballot in cast if ballot != "Y"),
            "seated": " ".join(member for member, _ in cast),
            "sponsors": " ".join(sponsors_of(row, file)),
            "subject": title if title and row["title"].endswith("[...") else row["title"],
            "agenda": _one_line(file.get("agenda_item_name", "")),
            "meeting": row["meeting"].strip("- "),
        }


def _missing(files: Sequence[Mapping[str, Any]]) -> Vote:
    """Give resolution 2760, which bd-unsc lacks, from the UN's file."""
    file = next(row for row in files if number_of(row["symbol"]) == "2760")
    yes, no, abstain = (ids_of(file[key]) for key in LISTS)
    row = {"vote_id": "3204", "date": day_of(file["adoption_date"]), "symbol": "S/RES/2760(2024)",
           "res_no": "2760", "outcome": "adopted", "members": "15", "vetoed_by": "", "not_voting": "0",
           "meeting": file["outcome_letter"], "draft": file["draft_resolution"], "flags": "",
           "title": _title(file), "subject": _title(file), "agenda": _one_line(file["agenda_item_name"]),
           "sponsors": " ".join(sponsors_of({"sponsors": ""}, file))}  # fmt: skip
    ballots = [*(f"{member}:N" for member in no), *(f"{member}:A" for member in abstain)]
    counts = {"yes": str(len(yes)), "no": str(len(no)), "abstain": str(len(abstain))}
    seated = {"seated": " ".join(sorted([*yes, *no, *abstain]))}
    return row | counts | seated | {"ballots": " ".join(sorted(ballots))}


def _filled(vote: Vote, said: Mapping[tuple[str, str], Sequence[Reading]]) -> Vote:
    """Give the vote with what it lacked, and the source of that."""
    for field in _FILLED:
        told = said.get((vote["vote_id"], field), ())
        known = [r for r in told if r.day == vote["date"]]
        if vote["res_no"]:  # its number is its own, though a source may have another day
            known += told
        if known and not vote[field]:
            vote = vote | {field: known[0].value, f"{field}_source": known[0].source}
    return vote


def _corrected(vote: Vote) -> Iterator[tuple[Conflict, Settled]]:
    """Yield the date that the prepared data had already corrected."""
    found = re.search(r"date corrected from (\S+)", vote["flags"])
    if found:
        why = "the library's table has the day of the meeting; bd-unsc's does not fit the number"
        yield {
            "table": "votes", "key": vote["vote_id"], "field": "date", "reading": found[1], "source": OWN,
            "other_reading": vote["date"], "other_source": MEETINGS, "kept": vote["date"], "why": why,
        }, Settled(kept=vote["date"], why=why)  # fmt: skip


def _title(row: Mapping[str, str]) -> str:
    """Give what stands in brackets: "Security Council resolution 2699 (2023) [on …]"."""
    bracketed = re.search(r"\[(on .+)\]", _one_line(row.get("resolution_title", "")))
    return bracketed[1] if bracketed else ""


def _one_line(words: str) -> str:
    return " ".join((words or "").split())
