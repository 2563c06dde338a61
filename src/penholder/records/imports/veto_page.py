"""Reads the UN library's page of vetoes: one draft a row, with the permanent members who said no."""

from __future__ import annotations

import re
from collections.abc import Callable

from penholder.records.imports.cast import undated
from penholder.records.imports.days import read_day
from penholder.records.imports.members import Seats, state_called
from penholder.records.imports.opened import Opened
from penholder.records.imports.pages import rows_under
from penholder.records.imports.reading import Entry, Fault, Reading, Refusal, reading
from penholder.records.imports.symbols import first_symbol
from penholder.records.vetoes import ListedVeto

HEADS = ("date", "draft", "record", "agenda", "casting")
_PERMANENT = ("China", "France", "Russian Federation", "Russia", "USSR", "United Kingdom", "UK",
              "United States of America", "United States", "USA", "US")  # fmt: skip
_MEMBERS = re.compile(rf"\b({'|'.join(_PERMANENT)})\b")


def read_veto_page(file: Opened, seats: Seats, step: Callable[[int], None]) -> Reading:
    """Read every draft of the list.

    Raises:
        SourceError: the page lacks its table.
    """
    rows = list(rows_under(file, *HEADS))
    step(len(rows))
    found = [_veto(file.place(number), cells, seats) for number, cells in rows]
    return reading("veto_page", len(rows), found)


def _veto(place: str, cells: list[str], seats: Seats) -> Entry | Refusal:
    written, draft, record, _, casting = cells
    day, against = read_day(written), against_in(casting)
    symbol = first_symbol(draft) or first_symbol(record)
    if day is None:
        return undated(place, symbol, written)
    if not symbol:
        return Refusal(place=place, name=day, fault=Fault.PART, reason="no draft and no meeting")
    if not against or not set(against) <= seats.get(int(day[:4]), frozenset()):
        reason = f'"{casting}" is no permanent member'
        return Refusal(place=place, name=symbol, fault=Fault.MEMBER, reason=reason)
    veto = ListedVeto(date=day, draft=symbol, meeting=first_symbol(record), vetoed_by=against)
    return Entry(place=place, value=veto)


def against_in(words: str) -> tuple[str, ...]:
    """Give the permanent members that the words name, once each, in the order of their codes."""
    states = {state_called(name) for name in _MEMBERS.findall(words)}
    return tuple(sorted(state for state in states if state))
