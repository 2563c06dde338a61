"""Reads the list of drafts that were not adopted: a tally and who said no, one draft a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from penholder.records.imports.cast import Cast, Tally, tallied, undated
from penholder.records.imports.days import read_day
from penholder.records.imports.members import Seats, member_of
from penholder.records.imports.opened import Opened
from penholder.records.imports.reading import Entry, Fault, Reading, Refusal, reading
from penholder.records.imports.undl_votes import csv_rows
from penholder.records.imports.values import read_number

NEEDED = ("file", "voting_date", "yes", "no", "abstain", "no_voters")


def read_not_adopted(file: Opened, seats: Seats, step: Callable[[int], None]) -> Reading:
    """Read every draft of the file.

    Raises:
        SourceError: a needed column is missing, or the file ends within a row.
    """
    found = [_vote(file.place(number), row, seats) for number, row in csv_rows(file, NEEDED)]
    step(len(found))
    return reading("not_adopted", len(found), found)


def _vote(place: str, row: Mapping[str, str], seats: Seats) -> Entry | Refusal:
    """Give the vote, or why it is not used; who abstained is not told."""
    symbol, day = _draft(row["file"]), read_day(row["voting_date"])
    yes, no, abstain = (read_number(row[key]) for key in ("yes", "no", "abstain"))
    if not row["yes"] or yes is None or no is None or abstain is None:
        return Refusal(place=place, name=symbol, fault=Fault.PART, reason="no tally")
    if day is None:
        return undated(place, symbol, row["voting_date"])
    names = [name.strip() for name in row["no_voters"].split(";") if name.strip()]
    against = [member_of(name, int(day[:4]), seats) or name for name in names]
    council = seats.get(int(day[:4]), frozenset())
    if fault := _fault((yes, no, abstain), against, council):
        return Refusal(place=place, name=symbol, fault=Fault.CONTRADICTION, reason=fault)
    cast = Cast(
        place=place, symbol=symbol, day=day, ballots=(), told=(), adopted=False,
        meeting=row.get("meeting", ""), draft=symbol,
    )  # fmt: skip
    ballots = tuple((member, "N") for member in sorted(against))
    return Entry(place=place, value=tallied(cast, (yes, no, abstain), None, ballots))


def _fault(numbers: Tally, against: list[str], council: frozenset[str]) -> str:
    if sum(numbers) != len(council):
        return f"the tally adds up to {sum(numbers)}, and the Council has {len(council)}"
    if len(against) != numbers[1]:
        return f"{numbers[1]} votes against, and {len(against)} members named"
    strangers = [member for member in against if member not in council]
    return f"{', '.join(strangers)} had no seat" if strangers else ""


def _draft(name: str) -> str:
    """Give "S/2023/212" for "S_2023_212-2305680E.xml" and for "S_2025-353-2508520E.xml"."""
    found = re.match(r"S[_-](\d{4})[_-](\d+)", name)
    return f"S/{found[1]}/{found[2]}" if found else name
