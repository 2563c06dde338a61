"""Reads the UN library's yearly page of meetings: date, topic, and what was decided with its tally."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from penholder.records.imports.cast import Cast, Tally, tallied, told, undated
from penholder.records.imports.days import read_day
from penholder.records.imports.meetings import Meeting
from penholder.records.imports.members import Seats
from penholder.records.imports.opened import Opened
from penholder.records.imports.pages import has_table, rows_under
from penholder.records.imports.reading import Entry, Fault, Reading, Refusal, reading
from penholder.records.imports.symbols import resolution, year_of
from penholder.records.imports.veto_page import against_in

HEADS = ("meeting", "date", "topic", "outcome")
# The press release has a column from 1994 on.
_PRESS = "press"
_DECIDED = re.compile(
    r"(?P<resolution>S/RES/\d{1,5}\s*\(\d{4}\))\s*(?P<adopted>\d{1,2}-\d{1,2}-\d{1,2})"
    r"|[Dd]raft [Rr]esolution (?P<draft>S/[\w./-]*\w)(?P<how>[^0-9]*?(?:vetoed by|not adopted)[^0-9]*)"
    r"(?P<failed>\d{1,2}-\d{1,2}-\d{1,2})"
)


def read_meetings_page(file: Opened, seats: Seats, step: Callable[[int], None]) -> Reading:
    """Read every meeting of the page, and the votes that its outcomes tell.

    Raises:
        SourceError: the page lacks its table.
    """
    press = has_table(file, *HEADS, _PRESS)
    rows = list(rows_under(file, *HEADS, *([_PRESS] if press else [])))
    step(len(rows))
    found = [one for number, cells in rows for one in _found(file.place(number), cells, seats)]
    return reading("meetings_page", len(rows), found)


def _found(place: str, cells: list[str], seats: Seats) -> Iterator[Entry | Refusal]:
    meeting, written, topic, outcome = cells[:4]
    day = read_day(written)
    if day is None:
        name = meeting or topic[:40]
        yield undated(place, name, written)
        return
    record = meeting if meeting.startswith("S/") else ""
    press = cells[4] if len(cells) > 4 else ""
    value = Meeting(meeting=record, date=day, press=press, topic=topic, outcome=outcome)
    yield Entry(place=place, value=value)
    for decided in _DECIDED.finditer(outcome):
        yield _vote(place, value, decided, seats.get(int(day[:4]), frozenset()))


def _vote(
    place: str, held: Meeting, decided: re.Match[str], council: frozenset[str]
) -> Entry | Refusal:
    """Give the vote of an outcome: of the ballots, those of the members it names."""
    symbol = resolution(decided["resolution"] or "") or decided["draft"]
    against = against_in(decided["how"] or "")
    yes, no, abstain = map(int, (decided["adopted"] or decided["failed"]).split("-"))
    if fault := _fault(symbol, (yes, no, abstain), against, held.date, council):
        return Refusal(place=place, name=symbol, fault=Fault.CONTRADICTION, reason=fault)
    cast = Cast(
        place=place, symbol=symbol, day=held.date, ballots=(), told=(), adopted=not decided["draft"],
        meeting=held.meeting, draft=decided["draft"] or "", subject=held.topic, agenda=held.topic,
    )  # fmt: skip
    absent = len(council) - yes - no - abstain
    ballots = tuple((member, "N") for member in against)
    return Entry(place=place, value=tallied(cast, (yes, no, abstain), absent, ballots))


def _fault(
    symbol: str, tally: Tally, against: tuple[str, ...], day: str, council: frozenset[str]
) -> str:
    if len(against) > tally[1]:
        return (
            f"{' and '.join(against)} vetoed it, and the tally {told(tally)} has {tally[1]} against"
        )
    if sum(tally) > len(council):
        return (
            f"the tally {told(tally)} adds up to {sum(tally)}, and the Council has {len(council)}"
        )
    if resolution(symbol) and year_of(symbol) != day[:4]:
        return f"{day} is not in the year of the symbol"
    return ""
