"""Tells who an office or a changing group was on the day of a story: "the US ambassador", "the E10"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from penholder.find.names.people import person_named
from penholder.model.actor import Actor, ActorId, ActorKind
from penholder.model.reading import Reading, Stood
from penholder.records.load import Records
from penholder.records.members import seats_in
from penholder.records.offices import Term, holders
from penholder.tables.load import load_toml


def stood_for(reading: Reading, records: Records) -> Mapping[ActorId, tuple[Stood, ...]]:
    """Give, by id, who held each office without a name and who sat in each group of the Council's.

    Nobody where the record does not surely tell it for the day of the story.
    """
    day = reading.story.date.value
    if day is None:
        return {}
    actors = {actor.id: actor for actor in _actors(reading)}
    found = {actor.id: tuple(_of(actor, day, records)) for actor in actors.values()}
    return {who: stood for who, stood in found.items() if stood}


def _actors(reading: Reading) -> Iterator[Actor]:
    for statement in reading.statements:
        yield from (*statement.actor, *statement.target)
        if statement.attributed_to:
            yield statement.attributed_to
    for quote in reading.quotes:
        yield from (actor for actor in (quote.speaker, quote.reported_by) if actor)
    yield from (claim.said_by for claim in reading.claims if claim.said_by)


def _of(actor: Actor, day: str, records: Records) -> Iterator[Stood]:
    if actor.kind is ActorKind.OFFICE:
        if term := _holder(actor, day, records):
            person = person_named(term.person)
            yield Stood(id=person.id, name=term.person, row=term.row)
    elif actor.kind is ActorKind.GROUP:
        yield from _members(actor, day, records)


def _holder(actor: Actor, day: str, records: Records) -> Term | None:
    """Give the one who surely held an office; None where the record knows of none or of several."""
    state, _, office = actor.id.partition("/")
    for one in (office, *_also().get(office, ())):
        if held := holders(records, one, state, day):
            people = {term.person for term in held}
            return held[0] if len(people) == 1 else None
    return None


def _members(group: Actor, day: str, records: Records) -> Iterator[Stood]:
    row = _elected().get(group.id)
    if row is None:
        return
    for seat in seats_in(records, int(day[:4])):
        if not seat.permanent and seat.member in row.get("among", (seat.member,)):
            yield Stood(id=ActorId(seat.member), name=seat.name, row=seat.row)


@cache
def _also() -> Mapping[str, tuple[str, ...]]:
    """Give the further offices that the words for one can mean: a leader is president or premier."""
    rows = load_toml("offices")["office"]
    also: dict[str, tuple[str, ...]] = {}
    for row in rows:
        others = (one for one in row.get("also", ()) if not one.startswith("deputy_"))
        also[row["id"]] = (*also.get(row["id"], ()), *others)
    return also


@cache
def _elected() -> Mapping[str, Mapping[str, Any]]:
    return {row["id"]: row for row in load_toml("bodies")["group"] if row.get("elected")}
