"""Reads the UN's resolution files, one JSON object a line: who voted, and three tallies that may differ."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from penholder.records.imports.cast import Cast, Tally, dated, weigh
from penholder.records.imports.members import Seats, is_without_vote, member_of
from penholder.records.imports.opened import Opened
from penholder.records.imports.reading import Entry, Fault, Reading, Refusal, reading
from penholder.records.imports.symbols import doubled, passed_over, resolution
from penholder.records.imports.values import read_json, read_number

_LISTS = (("MS_in_favour", "Y"), ("MS_against", "N"), ("MS_abstaining", "A"))
_STEP = 500
Json = dict[str, Any]


def read_unxml(file: Opened, seats: Seats, step: Callable[[int], None]) -> Reading:
    """Read every resolution of the file.

    Raises:
        SourceError: a line is no JSON object: the file may end within it.
    """
    found: list[Entry | Refusal] = []
    symbols: list[str] = []
    for number, row in _rows(file):
        if number % _STEP == 0:
            step(number)
        symbol = resolution(str(row.get("symbol", "")))
        symbols.extend([symbol] if symbol else [])
        found.append(_vote(file.place(number), symbol, row, seats))
    return reading(
        "unxml", len(found), found, missing=passed_over(symbols), doubled=doubled(symbols)
    )


def _rows(file: Opened) -> Iterator[tuple[int, Json]]:
    # Only a line feed ends a line: titles hold other characters that Python would split at.
    for number, line in enumerate(file.text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = read_json(line)
        except ValueError as fault:
            raise file.broken(
                f"the line is no JSON ({fault}): the file may end within it", row=number
            ) from fault
        if not isinstance(row, dict):
            raise file.broken("the line is no resolution", row=number)
        yield number, row


def _vote(place: str, symbol: str | None, row: Json, seats: Seats) -> Entry | Refusal:
    if symbol is None:
        name = f'the symbol "{row.get("symbol", "")}"'
        return Refusal(place=place, name=name, fault=Fault.PART, reason="it names no resolution")
    day = dated(place, symbol, str(row.get("adoption_date", "")))
    if isinstance(day, Refusal):
        return day
    if None in _counts(row):
        reason = "its counts are no numbers"
        return Refusal(place=place, name=symbol, fault=Fault.PART, reason=reason)
    # A name that is no state's stays as it is written: then it is a member without a seat.
    ballots = tuple(
        (member_of(words, int(day[:4]), seats) or words, ballot) for words, ballot in _named(row)
    )
    return weigh(_cast(place, symbol, day, row, ballots), seats)


def _named(row: Json) -> Iterator[tuple[str, str]]:
    for key, ballot in _LISTS:
        names = row.get(key)
        for name in names if isinstance(names, list) else ():
            yield str(name), ballot


def _cast(
    place: str, symbol: str, day: str, row: Json, ballots: tuple[tuple[str, str], ...]
) -> Cast:
    line = str(row.get("adoption_type", ""))
    return Cast(
        place=place,
        symbol=symbol,
        day=day,
        ballots=ballots,
        told=tuple(_told(row, line)),
        without_vote=is_without_vote(line, str(row.get("outcome", ""))),
        meeting=_meeting(row),
        draft=str(row.get("draft_resolution") or ""),
        subject=_subject(row),
        agenda=" ".join(str(row.get("agenda_item_name") or "").split()),
    )


def _counts(row: Json) -> list[int | None]:
    return [read_number(str(row.get(f"{key}_count") or "")) for key, _ in _LISTS]


def _told(row: Json, line: str) -> Iterator[tuple[str, Tally]]:
    """Yield the tally of the counts and that of the adoption line."""
    yes, no, abstain = (number or 0 for number in _counts(row))
    yield "the counts say", (yes, no, abstain)
    if found := re.search(r"\b(\d{1,2})-(\d{1,2})-(\d{1,2})\b", line):
        yield "the adoption line says", (int(found[1]), int(found[2]), int(found[3]))
    elif re.search(r"(?<!non-)unanim", line, re.IGNORECASE):
        yield "the adoption line says", (15, 0, 0)


def _meeting(row: Json) -> str:
    """Give "S/PV.4088" for "4088th meeting"; else what the file calls the record of the meeting."""
    found = re.match(r"\s*(\d+)", str(row.get("adoption_meeting") or ""))
    return f"S/PV.{found[1]}" if found else str(row.get("outcome_letter") or "")


def _subject(row: Json) -> str:
    """Give what stands in brackets: "Security Council resolution 2699 (2023) [on …]"."""
    words = " ".join(str(row.get("resolution_title") or "").split())
    found = re.search(r"\[(on .+)\]", words)
    return found[1] if found else words
