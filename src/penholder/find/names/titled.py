"""Who is meant where an office stands right before a family name: "President Moon" is the Moon who holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from penholder.find.names.offices import Office
from penholder.find.names.people import Person
from penholder.model.actor import ActorId

_BLANK = re.compile(r"\s*")


def titled_alone(
    text: str, people: Mapping[ActorId, Person], offices: Sequence[Office]
) -> Iterator[tuple[Person, Office]]:
    """Yield people with the first office that stands right before their family name."""
    lengths = {len(person.family) for person in people.values()}
    first: dict[str, Office] = {}  # by what follows it
    for office in offices:
        place = _start_behind(text, office.span.end)
        for length in lengths:
            first.setdefault(text[place : place + length], office)
    yield from ((p, first[p.family]) for p in people.values() if p.family in first)


def is_anothers(
    person: Person,
    office: Office,
    people: Mapping[ActorId, Person],
    held: Mapping[ActorId, Office],
) -> bool:
    """Say whether another of the family holds the office: of two Moons in a story the President is one."""
    others = (one for one in people.values() if one.family == person.family and one != person)
    return any(one.id in held and held[one.id].id == office.id for one in others)


def titled_places(
    text: str,
    offices: Sequence[Office],
    people: Mapping[ActorId, Person],
    held: Mapping[ActorId, Office],
) -> Mapping[int, Person]:
    """Give who is meant where an office stands right before a name, if one alone of the family holds it."""
    found: dict[int, Person] = {}
    for office in offices:
        place = _start_behind(text, office.span.end)
        holders = [p for who, p in people.items() if who in held and held[who].id == office.id]
        meant = [one for one in holders if text.startswith(one.family, place)]
        if len(meant) == 1:
            found[place] = meant[0]
    return found


def _start_behind(text: str, place: int) -> int:
    """Give where the next word begins."""
    blank = _BLANK.match(text, place)
    return blank.end() if blank else place
