"""Tells whose test a text speaks of without naming the tester."""

from __future__ import annotations

from collections.abc import Sequence

from penholder.find.fits import Around
from penholder.find.names import actor_of_state
from penholder.model.actor import Actor, ActorId, Mention
from penholder.tables.load import load_toml


def tester_of(around: Around, mentions: Sequence[Mention]) -> Actor | None:
    """Give the state that a test is of: the one named with it, else the tester named near it.

    "Slapped North Korea with sanctions for a nuclear test": whoever acts by the verb, the test is
    the North's. The sentence's own names go before those of the sentences before it.
    """
    testers = testers_of(around)
    if named := next((m.actor for m in mentions if m.actor.id in testers), None):
        return named
    near = around.names.within(around.sentence.start, around.sentence.end)
    far = around.names.within(around.scene.start, around.sentence.start)
    found = [m.actor for m in (*near, *reversed(far)) if m.actor.id in testers]
    likely = next((actor for actor in found if actor.id == "PRK"), next(iter(found), None))
    return likely or _state_of(mentions, testers)


def _state_of(people: Sequence[Mention], testers: frozenset[str]) -> Actor | None:
    """Give the state of those who act: "Kim watched the launch"."""
    states = (m.actor.state for m in people)
    named = next((state for state in states if state in testers), None)
    return actor_of_state(ActorId(named)) if named else None


def testers_of(around: Around) -> frozenset[str]:
    """Give the states that have tested the weapon of a trigger."""
    nuclear = "nuclear" in around.trigger.span.of(around.text).casefold()
    return frozenset(load_toml("acts")["testers"]["nuclear" if nuclear else "missile"])
