"""Says who may do an act: nobody without missiles tests one, and no person votes in the Council."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from penholder.find.acts import Act
from penholder.model.actor import Actor, ActorKind
from penholder.model.statement import StatementKind
from penholder.tables.load import load_toml

_SPEAKERS = frozenset({ActorKind.PERSON, ActorKind.OFFICE, ActorKind.GROUP})


def may_do(act: Act, actors: Sequence[Actor]) -> bool:
    """Say whether those who are named can do an act, by its kind and its row."""
    if act.kind is StatementKind.WEAPON_TEST and not _may_test(actors):
        return False
    if act.council and any(actor.kind is ActorKind.PERSON for actor in actors):
        return False
    if act.subject and not all(actor.id in act.subject for actor in actors):
        return False
    return not act.official or any(map(_is_official, actors))


def _may_test(actors: Sequence[Actor]) -> bool:
    """Say whether those who act have weapons: a spokesperson who "held" a launch to account has not."""
    bodies = [actor for actor in actors if actor.kind is ActorKind.BODY]
    if any(one.state is None or one.id in _agencies() for one in bodies):
        return False  # the UN has no missiles, and what KCNA claims the North did
    return not any(actor.kind in _SPEAKERS and actor.state != "PRK" for actor in actors)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(load_toml("subjects")["agencies"])


def _is_official(actor: Actor) -> bool:
    return actor.kind is not ActorKind.PERSON or bool(actor.state or actor.office)
