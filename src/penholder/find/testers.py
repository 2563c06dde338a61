"""Tells whose test a text speaks of without naming the tester."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from penholder.find.fits import Around
from penholder.find.names import actor_of_state
from penholder.find.phrases import any_of
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
    if owner := _owner_of_weapon(around):
        return actor_of_state(ActorId(owner))
    near = around.names.within(around.sentence.start, around.sentence.end)
    far = around.names.within(around.scene.start, around.sentence.start)
    found = [m for m in (*near, *reversed(far)) if m.actor.id in testers]
    # Others than the North only where they are named before it: "attacks …, including on U.S. ships".
    before = (m.actor for m in found if m.span.end <= around.trigger.span.start)
    north = (m.actor for m in found if m.actor.id == "PRK")
    tested = (m.actor for m in reversed(found) if _TESTED.match(around.text, m.span.end))
    likely = next(north, next(tested, next(before, None)))
    return likely or _state_of(mentions, testers)


# "Iran's latest ballistic missile test": the state whose tests the text speaks of.
_TESTED = re.compile(
    r"['’]?s?\s+(?:[\w\-]+\s+){0,3}(?:missile|rocket|nuclear|test|launch)", re.IGNORECASE
)


def _owner_of_weapon(around: Around) -> str | None:
    """Give whose a weapon is that is named with the test: "the launch of a Minuteman III"."""
    start, end = around.trigger.span.start, min(around.sentence.end, around.trigger.span.end + _FAR)
    named = _weapons().search(around.text, start, end)
    return named.lastgroup if named else None


@cache
def _weapons() -> re.Pattern[str]:
    """Give the pattern of weapons that are surely one state's; each group is a state's id."""
    owned = load_toml("acts")["testers"]["weapons"].items()
    return re.compile("|".join(rf"(?P<{state}>\b{any_of(names)})" for state, names in owned))


# Characters from a test to the weapon's name: "launch of an unarmed Minuteman".
_FAR = 40


def _state_of(people: Sequence[Mention], testers: frozenset[str]) -> Actor | None:
    """Give the state of those who act: "Kim watched the launch"."""
    states = (m.actor.state for m in people)
    named = next((state for state in states if state in testers), None)
    return actor_of_state(ActorId(named)) if named else None


def testers_of(around: Around) -> frozenset[str]:
    """Give the states that have tested the weapon of a trigger."""
    nuclear = "nuclear" in around.trigger.span.of(around.text).casefold()
    return frozenset(load_toml("acts")["testers"]["nuclear" if nuclear else "missile"])
