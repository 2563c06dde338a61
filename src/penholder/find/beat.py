"""Says whether a story is on the beat: it tells of a weapons test, or of what the Council did."""

from __future__ import annotations

from penholder.find.found import Found
from penholder.find.weapons import find_weapons
from penholder.model.actor import ActorId
from penholder.model.statement import StatementKind

_TOLD = frozenset({StatementKind.WEAPON_TEST, StatementKind.VETO, StatementKind.ADOPTION})
_COUNCIL = ActorId("UNSC")


def names_weapons(found: Found) -> bool:
    """Say whether a story tells of a weapons test or names a weapon."""
    if any(told.kind is StatementKind.WEAPON_TEST for told in found.statements):
        return True
    body = found.story.body
    return next(find_weapons(found.text, body.start, body.end), None) is not None


def is_on_the_beat(found: Found) -> bool:
    """Say whether clauses that any story can hold, weekdays and trade, are worth checking here."""
    return any(
        told.kind in _TOLD or any(actor.id == _COUNCIL for actor in told.actor)
        for told in found.statements
    )
