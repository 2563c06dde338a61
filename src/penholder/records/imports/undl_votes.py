"""Reads the UN Digital Library's voting CSV: one row for each member and resolution."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from penholder.records.imports.cast import Cast, dated, weigh
from penholder.records.imports.members import Seats, is_without_vote, member_of
from penholder.records.imports.opened import Opened
from penholder.records.imports.reading import Entry, Fault, Reading, Refusal, reading
from penholder.records.imports.symbols import doubled, passed_over, resolution
from penholder.records.imports.values import read_number

NEEDED = (
    "ms_code", "ms_vote", "date", "resolution", "total_yes", "total_no", "total_abstentions",
)  # fmt: skip
_BALLOTS = {"Y": "Y", "N": "N", "A": "A", "X": "NV"}
# How often the reader says how far it is, in rows.
_STEP = 5_000

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one resolution, with the line of the first."""

    place: str
    rows: list[Row]


def read_undl_votes(file: Opened, seats: Seats, step: Callable[[int], None]) -> Reading:
    """Read every resolution of the file; columns may stand in any order.

    Raises:
        SourceError: a needed column is missing, or the file ends within a row.
    """
    votes: dict[str, _Rows] = {}
    number = 1
    for number, row in csv_rows(file, NEEDED):
        if number % _STEP == 0:
            step(number)
        key = row.get("undl_id") or row["resolution"]
        votes.setdefault(key, _Rows(file.place(number), [])).rows.append(row)
    found = [_vote(vote, seats) for vote in votes.values()]
    symbols = [resolution(vote.rows[0]["resolution"]) or "" for vote in votes.values()]
    return reading(
        "undl_votes", number - 1, found, missing=passed_over(symbols), doubled=doubled(symbols)
    )


def csv_rows(file: Opened, needed: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """Yield each row of a CSV with its number, the header being row 1.

    Raises:
        SourceError: a needed column is missing, or the file ends within a row.
    """
    lines = csv.reader(io.StringIO(file.text, newline=""), strict=True)
    number = 1
    try:
        header = [name.strip() for name in next(lines)]
        if missing := [name for name in needed if name not in header]:
            raise file.broken(f"the columns {', '.join(missing)} are missing", row=1)
        for number, cells in enumerate(lines, start=2):
            if not cells:
                continue
            if len(cells) != len(header):
                fault = f"the row has {len(cells)} cells, and the header names {len(header)}"
                raise file.broken(f"{fault}: the file may end within it", row=number)
            yield number, dict(zip(header, map(str.strip, cells), strict=True))
    except csv.Error as fault:
        raise file.broken(f"the row cannot be read ({fault})", row=number + 1) from fault


def _vote(vote: _Rows, seats: Seats) -> Entry | Refusal:
    """Give the vote of a resolution's rows, or why it is not used."""
    first = vote.rows[0]
    symbol = resolution(first["resolution"])
    if symbol is None:
        name = f'the resolution "{first["resolution"]}"'
        return Refusal(place=vote.place, name=name, fault=Fault.PART, reason="no symbol")
    day = dated(vote.place, symbol, first["date"])
    if isinstance(day, Refusal):
        return day
    if None in _totals(first):
        reason = "its totals are no numbers"
        return Refusal(place=vote.place, name=symbol, fault=Fault.PART, reason=reason)
    ballots = []
    for row in vote.rows:
        member, ballot = (
            member_of(row["ms_code"], int(day[:4]), seats),
            _BALLOTS.get(row["ms_vote"]),
        )
        if member is None:
            return Refusal(
                place=vote.place, name=symbol, fault=Fault.MEMBER, reason=f'"{row["ms_code"]}"'
            )
        if ballot is None:
            told = f'{member} has the ballot "{row["ms_vote"]}"'
            return Refusal(place=vote.place, name=symbol, fault=Fault.PART, reason=told)
        ballots.append((member, ballot))
    return weigh(_cast(vote, symbol, day, tuple(ballots)), seats)


def _cast(vote: _Rows, symbol: str, day: str, ballots: tuple[tuple[str, str], ...]) -> Cast:
    first = vote.rows[0]
    yes, no, abstain = _totals(first)
    return Cast(
        place=vote.place,
        symbol=symbol,
        day=day,
        ballots=ballots,
        told=(("the totals say", (yes or 0, no or 0, abstain or 0)),),
        without_vote=any(
            is_without_vote(row.get("modality", ""), row.get("vote_note", "")) for row in vote.rows
        ),
        meeting=first.get("meeting", ""),
        draft=first.get("draft", ""),
        subject=first.get("description", ""),
        agenda=first.get("agenda", ""),
    )


def _totals(row: Row) -> list[int | None]:
    return [read_number(row[key]) for key in ("total_yes", "total_no", "total_abstentions")]
