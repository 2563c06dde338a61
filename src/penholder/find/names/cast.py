"""The people of a story: who they are, which office they hold, and each time they are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from penholder.find.names.offices import Office
from penholder.find.names.people import (
    FullName,
    Person,
    family_of,
    find_full_names,
    find_known,
    known_by_family,
)
from penholder.find.names.titled import is_anothers, titled_alone, titled_places
from penholder.find.phrases import any_of
from penholder.find.placed import Placed
from penholder.model.actor import Actor, ActorId, ActorKind, Mention
from penholder.model.span import Span

_APPOSED = re.compile(r"^,\s+(?:who\s+is\s+)?(?:(?:the|a|an|its|their|his|her)\s+)?$")
# "The sister of leader Kim Jong Un": she is the Kim who is told of.
_KIN = re.compile(
    r"\b(?:sister|brother|sibling|son|daughter|wife|husband|widow|father|mother|grandson|aide|adviser)\s+(?:of|to)\s+"
    r"(?:[\w.\-]+\s+){0,4}$"
)
# Characters from a title to its name, and from a name to the office behind its comma.
_TITLE_GAP, _APPOSED_GAP = 3, 16
_WHOLE = re.compile(r"(?<!\w)\w+")
_LETTER = re.compile(r"\w")
_AMBASSADORS = frozenset({"ambassador", "un_ambassador"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Everybody whom the story names, with the office it gives them."""

    people: Mapping[ActorId, Person]
    actors: Mapping[ActorId, Actor]
    offices: Mapping[ActorId, Office]
    mentions: tuple[Mention, ...]

    def holder_of(self, office: Office) -> Actor | None:
        """Give the person of the story whose office fits, else the office itself."""
        fitting = [
            who
            for who, held in self.offices.items()
            if _same_office(held, office, self.people[who])
        ]
        known = fitting or [who for who, p in self.people.items() if _is_known_as(p, office)]
        if len(known) == 1:
            return self.actors[known[0]]
        if office.scope is None:
            return None
        return Actor(
            id=ActorId(f"{office.scope}/{office.id}"),
            name=office.words,
            kind=ActorKind.OFFICE,
            office=office.words,
            state=office.scope,
        )


def read_cast(
    text: str, offices: Sequence[Office], speaking: frozenset[int], alone: Iterable[Person] = ()
) -> Cast:
    """Give everybody whom a text names.

    `speaking` holds where the words of speakers begin, `alone` who is meant by a family name that
    nobody bears in full.
    """
    full = _distinct(tuple(find_known(text)), tuple(find_full_names(text, offices, speaking)))
    held = dict(_offices_held(text, full, offices))
    people = {name.person.id: name.person for name in full}
    people |= {p.id: p for p in _known_alone(text, people, offices)}
    named = {person.family for person in people.values()}
    people |= {p.id: p for p in alone if p.family not in named and _stands_alone(text, p.family)}
    titled = list(titled_alone(text, people, offices))
    held |= {p.id: o for p, o in titled if p.id not in held and not is_anothers(p, o, people, held)}
    actors = {who: _actor(person, held.get(who)) for who, person in people.items()}
    meant = titled_places(text, offices, people, held)
    mentions = (
        *_full_mentions(text, full, actors),
        *_family_mentions(text, full, people, actors, meant),
    )
    return Cast(people=people, actors=actors, offices=held, mentions=tuple(mentions))


def _distinct(known: Sequence[FullName], found: Sequence[FullName]) -> tuple[FullName, ...]:
    """Give the names in reading order; where two overlap, the one that a table holds."""
    taken = {offset for name in known for offset in range(name.span.start, name.span.end)}
    others = (name for name in found if taken.isdisjoint(range(name.span.start, name.span.end)))
    return tuple(sorted((*known, *others), key=lambda name: name.span))


def _offices_held(
    text: str, names: Sequence[FullName], offices: Sequence[Office]
) -> Iterator[tuple[ActorId, Office]]:
    """Yield the office that stands just before or just after a full name; the first one stays."""
    starts, ends = _by_place(o.span.start for o in offices), _by_place(o.span.end for o in offices)
    for name in reversed(names):
        before_it = (ends.get(name.span.start - gap, ()) for gap in range(_TITLE_GAP + 1))
        after_it = (starts.get(name.span.end + gap, ()) for gap in range(_APPOSED_GAP + 1))
        for place in sorted(set(chain(*before_it, *after_it))):
            office = offices[place]
            before = text[office.span.end : name.span.start]
            after = text[name.span.end : office.span.start]
            near_before = 0 <= name.span.start - office.span.end <= _TITLE_GAP and not before.strip(
                " ,"
            )
            near_after = 0 <= office.span.start - name.span.end <= _APPOSED_GAP and _APPOSED.match(
                after
            )
            if near_before or near_after:
                yield name.person.id, office


def _known_alone(
    text: str, people: Mapping[ActorId, Person], offices: Sequence[Office]
) -> Iterator[Person]:
    """Yield well-known people whom the text names by their family name and title alone."""
    named = {person.family for person in people.values()}
    places = {office.span.end + gap for office in offices for gap in range(3)}
    families = {family for place in places for family in _families_at(text, place)} - named
    yield from (person for family, person in known_by_family().items() if family in families)


def _families_at(text: str, place: int) -> Iterator[str]:
    """Yield the well-known family names that stand at a place as whole words."""
    word = _WHOLE.match(text, place)
    for family in _families().get(word[0], ()) if word else ():
        if text.startswith(family, place) and not _LETTER.match(text, place + len(family)):
            yield family


def _stands_alone(text: str, family: str) -> bool:
    """Say whether a family name stands in a text, and nowhere before another name: "Kim Chol"."""
    found = re.search(rf"(?<![\w\-]){family}(?![\w\-])", text)
    return bool(found) and not re.search(rf"(?<!\w){family}\s+[A-Z]", text)


@cache
def _families() -> Mapping[str, tuple[str, ...]]:
    """Give the well-known family names by the letters that each begins with: "O" → "O'Brien"."""
    by_letters: dict[str, tuple[str, ...]] = {}
    for family in known_by_family():
        if letters := _WHOLE.match(family):
            by_letters[letters[0]] = (*by_letters.get(letters[0], ()), family)
    return by_letters


def _actor(person: Person, office: Office | None) -> Actor:
    scope = office.scope if office and office.scope and len(office.scope) == 3 else None
    return Actor(
        id=person.id,
        name=person.name,
        kind=ActorKind.PERSON,
        office=office.words if office else None,
        state=person.state or scope,
    )


def _full_mentions(
    text: str, names: Sequence[FullName], actors: Mapping[ActorId, Actor]
) -> Iterator[Mention]:
    for name in names:
        yield Mention(span=name.span, text=name.span.of(text), actor=actors[name.person.id])


def _family_mentions(
    text: str,
    names: Sequence[FullName],
    people: Mapping[ActorId, Person],
    actors: Mapping[ActorId, Actor],
    titled: Mapping[int, Person],
) -> Iterator[Mention]:
    """Yield family names that stand alone: each is whom the title before it names, else the person last named so in full."""
    if not people:
        return
    covered = Placed.of(names)
    families = _short_forms(text, names, people.values())
    bearers = _by_family(people.values())
    mainly = [name for name in names if not _KIN.search(text[: name.span.start][-60:])] or names
    in_full: dict[str, list[FullName]] = {}
    for name in mainly:
        in_full.setdefault(name.person.family, []).append(name)
    for match in re.finditer(any_of(families), text):
        span = Span(match.start(), match.end())
        if covered.over(span):
            continue
        family = families[_one_blank(match[0])]
        bearer = titled.get(span.start) or _bearer(
            span.start, in_full.get(family, ()), bearers.get(family, ())
        )
        if bearer:
            yield Mention(span=span, text=match[0], actor=actors[bearer.id])


def _short_forms(
    text: str, names: Sequence[FullName], people: Iterable[Person]
) -> Mapping[str, str]:
    """Give each family name as the story writes it, and the second half of a joined one.

    "Thomas-Greenfield" is "Greenfield", too.
    """
    families = {person.family for person in people}
    written = {family_of(_one_blank(n.span.of(text))): n.person.family for n in names}
    halves = {family.rpartition("-")[2]: family for family in families if "-" in family}
    return {
        **{half: family for half, family in halves.items() if half[:1].isupper()},
        **{_one_blank(family): family for family in families},
        **{_one_blank(words): family for words, family in written.items()},
    }


def _one_blank(words: str) -> str:
    return " ".join(re.split(r"[\s\-\u2010\u2011]+", words))


def _bearer(start: int, names: Sequence[FullName], people: Sequence[Person]) -> Person | None:
    """Give who was last named in full before a place, of those with one family name, or the only one."""
    before = next((name.person for name in reversed(names) if name.span.start < start), None)
    return before or (people[0] if len(people) == 1 else None)


def _by_family(people: Iterable[Person]) -> Mapping[str, list[Person]]:
    families: dict[str, list[Person]] = {}
    for person in people:
        families.setdefault(person.family, []).append(person)
    return families


def _by_place(places: Iterable[int]) -> Mapping[int, list[int]]:
    """Give for each offset which of the things stand there, by their places in their list."""
    found: dict[int, list[int]] = {}
    for index, place in enumerate(places):
        found.setdefault(place, []).append(index)
    return found


def _is_known_as(person: Person, office: Office) -> bool:
    """Say whether somebody is known by an office that the story does not give them."""
    return office.id in person.roles and office.scope in {person.state, "UN", "IAEA"}


def _same_office(held: Office, asked: Office, person: Person) -> bool:
    if asked.id != held.id and not {asked.id, held.id} <= _AMBASSADORS:
        return False
    scope = held.scope or person.state
    return asked.scope is None or scope is None or asked.scope == scope
