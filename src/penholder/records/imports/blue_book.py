"""Reads the UN's Blue Book: who heads each state's mission, and when credentials were presented.

Two forms are read. The one that the UN's own page loads is an object with the list `bluebooks`, whose people
have BB_Mission, BB_FirstName, BB_LastName, BB_Function, BB_Status and BB_Cred_Presented. The other is any list
of objects with the keys country, title, name and date. Keys are read without regard to case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from penholder.records.imports.cast import undated
from penholder.records.imports.days import read_day
from penholder.records.imports.members import Seats, state_called
from penholder.records.imports.opened import Opened
from penholder.records.imports.reading import Entry, Fault, Reading, Refusal, reading
from penholder.records.imports.values import read_json
from penholder.records.offices import LAST, Term

_HEAD = re.compile(
    r"(?:ambassador, )?(?:permanent )?representative(?: to the united nations)?", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """A person of a mission, as the file has them."""

    mission: str
    title: str
    name: str
    day: str
    active: bool = True


def read_blue_book(file: Opened, _: Seats, step: Callable[[int], None]) -> Reading:
    """Read every permanent representative of the file; the rest of the missions is passed over.

    Raises:
        SourceError: the file is no JSON, holds no list of people, or is older than the record.
    """
    people = list(_people(file))
    step(len(people))
    heads = [(n, one) for n, one in people if one.active and _HEAD.fullmatch(one.title.strip())]
    if not heads:
        raise file.broken(
            "the file names no permanent representative",
            "Give the Blue Book's data.json, or a list with country, title, name and date",
        )
    found = [_term(file.place(number), head) for number, head in heads]
    made = max(
        (e.value.first for e in found if isinstance(e, Entry) and isinstance(e.value, Term)),
        default="",
    )
    if found and made <= LAST.isoformat():
        raise file.broken(
            f"its newest credentials are of {made or 'no day'}, and the record of offices runs to {LAST}",
            "Download a newer one",
        )
    return reading("blue_book", len(people), [_until(one, made) for one in found], made=made)


def _until(one: Entry | Refusal, made: str) -> Entry | Refusal:
    """Give the term up to the newest day that the file knows: nobody can say more from it."""
    if isinstance(one, Entry) and isinstance(one.value, Term):
        return replace(one, value=replace(one.value, last=made))
    return one


def _people(file: Opened) -> Iterator[tuple[int, _Head]]:
    try:
        data = read_json(file.text)
    except ValueError as fault:
        raise file.broken(f"this is no whole JSON ({fault})") from fault
    listed = data.get("bluebooks") if isinstance(data, dict) else data
    if not isinstance(listed, list):
        raise file.broken("the file holds no list of people")
    for number, one in enumerate(listed, start=1):
        if not isinstance(one, dict):
            raise file.broken("the entry is no object", row=number)
        yield number, _head({key.casefold(): value for key, value in one.items()})


def _head(row: Mapping[str, Any]) -> _Head:
    def word(*keys: str) -> str:
        return next((" ".join(str(row[key]).split()) for key in keys if row.get(key)), "")

    order = ("bb_firstname", "bb_lastname")
    parts = order if row.get("bb_nameorder", True) else tuple(reversed(order))
    return _Head(
        mission=word("bb_mission", "country"),
        title=word("bb_function", "title"),
        name=" ".join(filter(None, (word(part) for part in parts))) or word("name"),
        day=word("bb_cred_presented", "date"),
        active=word("bb_status").casefold() in ("", "active"),
    )


def _term(place: str, head: _Head) -> Entry | Refusal:
    state, day = state_called(head.mission), read_day(head.day)
    name = re.sub(r"^(?:H\.E\. )?(?:(?:Mr|Mrs|Ms|Dr)\.? )?", "", head.name)
    if state is None:
        return Refusal(place=place, name=name, fault=Fault.MEMBER, reason=f'"{head.mission}"')
    if not name:
        return Refusal(place=place, name=head.mission, fault=Fault.PART, reason="no name")
    if day is None:
        return undated(place, name, head.day)
    term = Term(
        person=name, names=(), office="un_ambassador", state=state, first=day, last=None,
        note="", source="UN Protocol, Blue Book",
    )  # fmt: skip
    return Entry(place=place, value=term)
