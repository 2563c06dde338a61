"""What a person can set right in an event of a kind, and which kinds can be one event."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from penholder.model.statement import StatementKind

# Of each field that only some kinds have, these kinds; every event can have the others.
_KINDS_WITH: Mapping[str, frozenset[StatementKind]] = {
    **dict.fromkeys(
        ("weapon", "system", "number", "outcome"),
        frozenset({StatementKind.WEAPON_TEST, StatementKind.MILITARY_EXERCISE}),
    ),
    "tally": frozenset({StatementKind.VOTE, StatementKind.VETO, StatementKind.ADOPTION}),
}
# One act of the Council is told as a vote, and by how it ended.
_ONE_ACT = (
    frozenset({StatementKind.VOTE, StatementKind.VETO}),
    frozenset({StatementKind.VOTE, StatementKind.ADOPTION}),
)


def can_have(kind: StatementKind, field: str) -> bool:
    """Say whether an event of a kind has such a field: a vote has a tally, and no weapon."""
    return kind in _KINDS_WITH.get(field, {kind})


def can_be_one(kinds: Collection[StatementKind]) -> bool:
    """Say whether events of some kinds can be one: of the same kind, or a vote and how it ended."""
    return len(set(kinds)) == 1 or any(set(kinds) <= act for act in _ONE_ACT)
