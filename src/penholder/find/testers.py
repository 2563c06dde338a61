"""Tells whose test a text speaks of without naming the tester."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from penholder.find.around import Around
from penholder.find.names import actor_of_state
from penholder.find.phrases import any_of
from penholder.model.actor import Actor, ActorId, ActorKind, Mention
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
    before = (
        m.actor
        for m in found
        if m.span.end <= around.trigger.span.start and m.actor.id not in seldom_testers()
    )
    north = (m.actor for m in found if m.actor.id == "PRK")
    tested = (m.actor for m in reversed(found) if _is_tested(around.text, m))
    likely = next(north, next(tested, next(before, None)))
    return likely or _state_of(mentions, testers)


def _is_tested(text: str, mention: Mention) -> bool:
    """Say whether a test is told of a state: "Iran's missile test", not "Seoul after the test"."""
    tested = _TESTED.match(text, mention.span.end)
    return tested is not None and (mention.how == "adjective" or tested["owned"] is not None)


# "Iran's latest ballistic missile test": the state whose tests the text speaks of.
_TESTED = re.compile(
    r"(?P<owned>['’]s?)?\s+(?:[\w\-]+\s+){0,3}(?:missile|rocket|nuclear|test|launch)", re.IGNORECASE
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


def meant_tester(around: Around, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give whom "it" or "the country" before a test means, where grammar gives one that hardly tests.

    "Seoul said that the country fired a missile": the North, if it was named before.
    """
    if not mentions or not all(_is_taken_up(m) for m in mentions):
        return mentions
    if (
        _may_be(around, mentions)
        and {m.actor.state or m.actor.id for m in mentions} - seldom_testers()
    ):
        return mentions
    likely = testers_of(around) - seldom_testers()
    before = around.names.within(around.scene.start, around.trigger.span.start)
    named = [m for m in before if m.actor.id in likely and not _is_taken_up(m)]
    here = [m for m in named if m.span.start >= around.sentence.start]
    if _is_nearer(around, mentions[0], here):
        return (replace(mentions[0], actor=here[-1].actor),)
    if not here and all(m.actor.id in testers_of(around) for m in mentions):
        return mentions
    meant = next((m.actor for m in reversed(here or named)), None)
    return (replace(mentions[0], actor=meant),) if meant else ()


def _is_nearer(around: Around, it: Mention, likely: Sequence[Mention]) -> bool:
    """Say whether "it" rather means a state that tests: the name right before it, or one whose test "after it fired" follows."""
    if it.text.casefold() != "it" or not likely:
        return False
    between = around.names.within(likely[-1].span.end, it.span.start)
    if not any(m.how in {"name", "adjective"} for m in between):
        return True
    follows = around.word is not None and around.word.relation == "advcl"
    return follows and bool(_FIRED.match(around.text, likely[0].span.end))


# "The North fired two, Seoul said, days after it fired three".
_FIRED = re.compile(r"\s+(?:has\s+)?(?:test-)?(?:fired|launched|tested)\b")


def _may_be(around: Around, mentions: Sequence[Mention]) -> bool:
    """Say whether those whom "it" or "the country" takes up can be meant: one alone, and one that tests."""
    words = mentions[0].text.casefold()
    if words in _MANY:
        return True
    meant = {m.actor.id for m in mentions}
    wanted = testers_of(around) if words == "it" else testers_of(around) - seldom_testers()
    states = all(m.actor.kind is ActorKind.STATE for m in mentions)
    return not states or (len(meant) == 1 and meant <= wanted)


_MANY = frozenset({"they", "them", "we"})


def _is_taken_up(mention: Mention) -> bool:
    return mention.how in {"pronoun", "reference"}


@cache
def seldom_testers() -> frozenset[str]:
    """Give the states whose tests are rarely told of, though they speak of others' every day."""
    return frozenset(load_toml("acts")["testers"]["seldom"])


_NUCLEAR = re.compile(
    r"\b(?:nuclear|hydrogen|atomic|thermonuclear)\s+(?:(?:bomb|weapons?|device)\s+)?(?:tests?|explosions?|blasts?)\b",
    re.IGNORECASE,
)


def testers_of(around: Around) -> frozenset[str]:
    """Give the states that have tested the weapon of a trigger."""
    told = around.text[around.trigger.span.start : around.trigger.span.end + _FAR]
    nuclear = bool(_NUCLEAR.search(told)) or "nuclear" in around.trigger.span.of(around.text)
    return frozenset(load_toml("acts")["testers"]["nuclear" if nuclear else "missile"])
