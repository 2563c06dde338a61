"""Tells who speaks for whom: a minister for a state, a state for itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from penholder.model.actor import Actor, ActorId, ActorKind


@dataclass(frozen=True, slots=True)
class Side:
    """Those who act, with the states that they act for."""

    ids: frozenset[ActorId]

    def holds(self, actor: Actor) -> bool:
        """Say whether an actor is of the side, or acts for a state of it."""
        return actor.id in self.ids or actor.state in self.ids


def own_side(actors: Iterable[Actor]) -> Side:
    """Give the side of those who act."""
    return Side(
        frozenset(
            one
            for actor in actors
            for one in (actor.id, *actor.members, *([actor.state] if actor.state else []))
        )
    )


def states_of(actor: Actor) -> Sequence[ActorId]:
    """Give the states that an actor is or acts for; a group's members, where they are states."""
    if actor.kind is ActorKind.STATE:
        return (actor.id,)
    if actor.kind is ActorKind.GROUP:
        return tuple(one for one in actor.members if len(one) == 3 and one.isupper())
    return (actor.state,) if actor.state else ()
