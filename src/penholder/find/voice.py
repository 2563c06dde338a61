"""Tells who "we" is in a paper that a government issued itself: a statement, not a story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from penholder.find.names import actor_of_state
from penholder.model.actor import Actor, ActorId, ActorKind, Mention
from penholder.model.span import Span
from penholder.model.story import Story
from penholder.tables.load import load_toml

_PAPER = re.compile(
    r"(?P<joint>Joint\s+)?(?:Press\s+)?(?:Statement|Communiqu[eé]|Declaration)\b", re.IGNORECASE
)


def voice_of(story: Story, mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """Give the states that speak in a paper of their own; none for a story.

    A joint statement speaks for every state in its title, any other for the one that issued it.
    """
    paper = _PAPER.match(story.title or "")
    if not paper:
        return ()
    named = _named_in_title(story, mentions)
    if paper["joint"]:
        return named
    issuer = _issuer(story.outlet or "")
    return (actor_of_state(issuer),) if issuer else ()


def _named_in_title(story: Story, mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    start = story.text.find(story.title or "")
    title = Span(max(0, start), max(0, start) + len(story.title or ""))
    inside = (mention.actor for mention in mentions if start >= 0 and title.covers(mention.span))
    states = (actor.id if actor.kind is ActorKind.STATE else actor.state for actor in inside)
    return tuple(actor_of_state(state) for state in dict.fromkeys(states) if state)


def _issuer(outlet: str) -> ActorId | None:
    name = outlet.casefold().removeprefix("the ")
    rows = load_toml("voices")["voice"]
    return next((ActorId(row["state"]) for row in rows if name in row["outlets"]), None)
