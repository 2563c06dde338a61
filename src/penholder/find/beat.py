"""Says whether a story is on the beat: it tells of a weapons test, or of what the Council did."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.found import Found
from penholder.find.phrases import any_of
from penholder.find.weapons import find_weapons
from penholder.model.actor import ActorId
from penholder.model.statement import StatementKind
from penholder.tables.load import load_toml

_TOLD = frozenset({StatementKind.WEAPON_TEST, StatementKind.VETO, StatementKind.ADOPTION})
_COUNCIL = ActorId("UNSC")


def names_weapons(found: Found) -> bool:
    """Say whether a story tells of a weapons test, or names a weapon or a launch."""
    if any(told.kind is StatementKind.WEAPON_TEST for told in found.statements):
        return True
    body = found.story.body
    if next(find_weapons(found.text, body.start, body.end), None):
        return True
    return bool(_acts().search(found.text, body.start, body.end))


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(any_of(load_toml("weapons")["acts"]), re.IGNORECASE)


def is_on_the_beat(found: Found) -> bool:
    """Say whether clauses that any story can hold, weekdays and trade, are worth checking here."""
    return any(
        told.kind in _TOLD or any(actor.id == _COUNCIL for actor in told.actor)
        for told in found.statements
    )
