"""Reads what each source says of a vote: the UN library's tables and the UN's resolution files."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

MEETINGS = "UN library, meetings"
VETOES = "UN library, vetoes"
FILES = "UN resolution file"
HEADING = "UN resolution file, heading"
NO_VOTE = "without a vote"
LISTS = ("MS_in_favour", "MS_against", "MS_abstaining")

_RESOLUTION = re.compile(
    r"S/RES/\s?(?P<number>\d+)\s*\(?\d{4}\s?\)?\s*"
    r"(?:(?P<tally>\d+-\d+-\d+)|(?P<none>[Ww]ithout (?:a )?vote))"
)
_DRAFT = re.compile(
    r"(?P<draft>S/[\w./]+)(?: \((?P<label>[^)]*)\))? (?:vetoed by [\w ,]+?|not adopted)"
    r" (?P<tally>\d+-\d+-\d+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a source says of one field of a vote."""

    name: str  # the number of the resolution, or the symbol of the draft
    field: str  # tally | date | meeting | draft | ballots | vetoed_by
    value: str
    source: str
    day: str = ""  # the day that the source gives, where a draft's symbol is not enough
    label: str = ""  # words that tell drafts with the same symbol apart


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield each row of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def read_files(council: Path) -> list[dict[str, Any]]:
    """Give the UN's resolution files from 2000 on; a resolution that is there twice comes once."""
    path = council / "unxml_resolutions_2000_2026.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return list({number_of(row["symbol"]): row for row in reversed(rows)}.values())[::-1]


def number_of(symbol: str) -> str:
    """Give "2397" for "S/RES/2397 (2017)"."""
    found = re.match(r"S/RES/\s?(\d+)", symbol)
    return found[1] if found else ""


def meeting_readings(council: Path) -> Iterator[Reading]:
    """Yield what the library's tables of meetings say of resolutions and of other drafts."""
    for row in read_rows(council / "sc_meetings_1946_2022.csv"):
        day, meeting, outcome = row["date"], row["meeting"], " ".join(row["outcome"].split())
        for found in _RESOLUTION.finditer(outcome):
            said = {"tally": found["tally"] or NO_VOTE, "date": day, "meeting": meeting}
            yield from _readings(found["number"], said, MEETINGS, day)
        for found in _DRAFT.finditer(outcome):
            said = {"tally": found["tally"], "date": day, "meeting": meeting}
            yield from _readings(found["draft"], said, MEETINGS, day, found["label"] or "")


def veto_readings(council: Path) -> Iterator[Reading]:
    """Yield what the library's list of vetoes says."""
    for row in read_rows(council / "sc_vetoes_dhl_official_1946_2022.csv"):
        said = {key: row[key] for key in ("date", "meeting", "vetoed_by")}
        yield from _readings(row["draft"], said, VETOES, row["date"])


def file_readings(rows: Iterable[Mapping[str, Any]]) -> Iterator[Reading]:
    """Yield what the UN's resolution files say; their heading and their counts may differ."""
    for row in rows:
        number, heading = number_of(row["symbol"]), row["adoption_type"]
        said = {
            "date": day_of(row["adoption_date"]),
            "meeting": row["outcome_letter"] if "PV" in row["outcome_letter"] else "",
            "draft": row["draft_resolution"],
            "tally": counted(row),
        }
        yield from _readings(number, said, FILES, said["date"])
        meeting = re.search(r"(\d{4,5})\w\w ?(?:\(|meeting)", heading)
        told = {"tally": headed(heading), "meeting": f"S/PV.{meeting[1]}" if meeting else ""}
        yield from _readings(number, told, HEADING, said["date"])


def failed_readings(council: Path) -> Iterator[Reading]:
    """Yield what the UN's files say of drafts that were not adopted from 2023 to 2025."""
    for row in read_rows(council / "unxml_not_adopted_2023_2025.csv"):
        draft = "/".join(re.split(r"[_-]", row["file"])[:3])
        counts = "-".join(row[key] or "0" for key in ("yes", "no", "abstain"))
        said = {
            "tally": counts if row["yes"] else "",
            "date": row["voting_date"],
            "meeting": row["meeting"],
        }
        yield from _readings(draft, said, FILES, row["voting_date"])


def _readings(
    name: str, said: Mapping[str, str], source: str, day: str, label: str = ""
) -> Iterator[Reading]:
    for field, value in said.items():
        if value.strip("- ") and (field != "meeting" or "PV" in value):  # not a vote by letter
            yield Reading(name=name, field=field, value=value, source=source, day=day, label=label)


def day_of(words: str) -> str:
    """Give "2004-11-19" for "19 November 2004 in Nairobi"; "" where no day can be read."""
    if iso := re.match(r"\d{4}-\d\d-\d\d", words):
        return iso[0]
    found = re.match(r"\d{1,2} \w+ \d{4}", " ".join(words.split()))
    try:
        return f"{datetime.strptime(found[0], '%d %B %Y'):%Y-%m-%d}" if found else ""  # noqa: DTZ007
    except ValueError:
        return ""


def counted(row: Mapping[str, Any]) -> str:
    """Give the tally by the file's counts, whose zeros may lead or lack."""
    yes, no, abstain = (int(row[f"{key}_count"] or 0) for key in LISTS)
    return f"{yes}-{no}-{abstain}" if yes else ""


def headed(heading: str) -> str:
    """Give the tally by the words of the file's heading."""
    if re.search(r"without|acclamation", heading):
        return NO_VOTE
    if re.search(r"\b(?<!non-)unani", heading):
        return "15-0-0"
    found = re.search(r"\d+-\d+-\d+", heading)
    return found[0] if found else ""
