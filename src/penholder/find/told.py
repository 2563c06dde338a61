"""Whose words a statement stands in."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.find.names import actor_of_state
from penholder.model.actor import Actor
from penholder.model.statement import StatementKind

# Kinds in which those who speak speak for their state: "we condemn", "we urge".
_FOR_THE_STATE = frozenset(
    {
        StatementKind.CONDEMN,
        StatementKind.CALL_ON,
        StatementKind.PLEDGE,
        StatementKind.SANCTIONS,
        StatementKind.NEGOTIATION,
        StatementKind.WARN,
        StatementKind.DRAFT_RESOLUTION,
        StatementKind.MILITARY_EXERCISE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Whose words a statement stands in, and where they begin."""

    speakers: tuple[Actor, ...]
    start: int

    def for_their_states(self, kind: StatementKind) -> tuple[Actor, ...]:
        """Give those who say "we": their states, for the kinds of act that are a state's."""
        if kind not in _FOR_THE_STATE:
            return self.speakers
        states = (actor_of_state(one.state) if one.state else one for one in self.speakers)
        return tuple(states)
