"""States and people that a story names in one breath: "the US, Japan and South Korea"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from penholder.find.names.lexicon import actor_of_state
from penholder.find.speech.grammar import words_of
from penholder.model.actor import Actor, ActorId, ActorKind, Mention
from penholder.model.span import Span

_AND = re.compile(
    r"^\)?\s*(?:,|,?\s*(?:and|or|as\s+well\s+as|along\s+with|together\s+with)|/|-|[\u2010-\u2013])\s*"
    r"(?:the\s+|both\s+)?$",
    re.IGNORECASE,
)
# Titles, and the state that somebody serves, stand between two people: ", U.S. President".
_BETWEEN_PEOPLE = re.compile(r"^\s*(?:,|and\b|,\s+and\b)(?P<titles>[^;:!?\u201c\u201d\"]{0,90})$")
_Joined = Callable[[Mention, Mention], bool]
# "Sullivan spoke with his Japanese counterpart, Akiba".
_COUNTERPART = re.compile(r"\b(?:his|her)\s+[^.;:\u201c\u201d\"]{0,60}counterparts?,?\s+$")
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.OFFICE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Two or more states, or two or more people, joined by commas and "and"."""

    span: Span
    members: tuple[Actor, ...]  # in the order in which they are named
    people: bool = False


def find_chains(text: str, mentions: Sequence[Mention]) -> tuple[Chain, ...]:
    """Give each chain of a text, in the order in which they end."""
    states = [m for m in mentions if m.actor.kind is ActorKind.STATE]
    people = [m for m in mentions if m.actor.kind in _PEOPLE and m.how in {"name", "role"}]
    found = (
        *_chained(states, lambda m, n: bool(_AND.match(text[m.span.end : n.span.start]))),
        *_chained(people, lambda m, n: _are_joined(text, m, n)),
    )
    return tuple(sorted(found, key=lambda chain: chain.span.end))


def _chained(mentions: Sequence[Mention], joined: _Joined) -> Iterator[Chain]:
    row: list[Mention] = []
    for mention in mentions:
        if row and not joined(row[-1], mention):
            yield from _made(row)
            row = []
        row.append(mention)
    yield from _made(row)


def _made(row: Sequence[Mention]) -> Iterator[Chain]:
    members = tuple({m.actor.id: m.actor for m in row}.values())
    if len(members) > 1:
        span = Span(row[0].span.start, row[-1].span.end)
        yield Chain(span=span, members=members, people=row[0].actor.kind in _PEOPLE)


def _are_joined(text: str, one: Mention, other: Mention) -> bool:
    between = text[one.span.end : other.span.start]
    if len(between) > 100:
        return False
    if _COUNTERPART.search(between):
        return True
    match = _BETWEEN_PEOPLE.match(between)
    return match is not None and not _verbs() & set(match["titles"].casefold().split())


@cache
def _verbs() -> frozenset[str]:
    """Give words that stand in a clause, or between a name and that of somebody's kin."""
    kin = {
        "sister",
        "brother",
        "daughter",
        "son",
        "wife",
        "husband",
        "aide",
        "adviser",
        "successor",
    }
    return words_of("relatives", "auxiliaries", "finite") | kin


def group_of(members: Sequence[Actor]) -> Actor:
    """Give the group that states or people form: its id and its name tell its members."""
    names = [member.name for member in members]
    return Actor(
        id=ActorId("+".join(sorted(member.id for member in members))),
        name=f"{', '.join(names[:-1])} and {names[-1]}",
        kind=ActorKind.GROUP,
        members=tuple(member.id for member in members),
    )


def members_of(actor: Actor) -> tuple[Actor, ...]:
    """Give the states of a group that a story forms itself; any other actor is given as it is.

    "The two countries" acted: Japan and South Korea did.
    """
    formed = actor.kind is ActorKind.GROUP and actor.id == "+".join(sorted(actor.members))
    if not formed or any(len(one) != _STATE or one.islower() for one in actor.members):
        return (actor,)
    return tuple(actor_of_state(member) for member in actor.members)


# Letters of a state's code.
_STATE = 3


def states_in(mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """Give the states that a stretch names, themselves or by those who act for them."""
    states: Mapping[ActorId, Actor] = {
        state: actor_of_state(state) for m in mentions if (state := _state_of(m.actor))
    }
    return tuple(states.values())


def _state_of(actor: Actor) -> ActorId | None:
    return actor.id if actor.kind is ActorKind.STATE else actor.state


def between(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Give those of ordered mentions that begin between two offsets."""
    first = bisect_left(mentions, start, key=lambda m: m.span.start)
    return mentions[first : bisect_left(mentions, end, key=lambda m: m.span.start)]
