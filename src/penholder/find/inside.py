"""Finds the name that stands inside the words for an act."""

from __future__ import annotations

import re

from penholder.find.acts import Act
from penholder.find.around import Around
from penholder.model.actor import ActorKind, Mention
from penholder.model.statement import StatementKind

_JOINS = re.compile(r"[-\u2011](?:drafted|sponsored|led|backed|proposed)\b")


def name_inside(act: Act, around: Around) -> Mention | None:
    """Give the name in the words themselves: "a US-drafted resolution", "Security Council meeting"."""
    return _joined(around) or _host(act, around)


def _joined(around: Around) -> Mention | None:
    """Give the name that a hyphen joins to the verb."""
    trigger = around.trigger.span
    near = around.names.within(max(0, trigger.start - 30), trigger.end)
    joined = [m for m in near if trigger.start - 1 <= m.span.end < trigger.end]
    return next((m for m in joined if _JOINS.match(around.text, m.span.end)), None)


def _host(act: Act, around: Around) -> Mention | None:
    """Give the body that meets."""
    if act.kind is not StatementKind.MEETING or around.trigger.tense != "noun":
        return None
    trigger = around.trigger.span
    inside = around.names.within(max(0, trigger.start - 12), trigger.end)
    return next(
        (m for m in inside if m.span.overlaps(trigger) and m.actor.kind is ActorKind.BODY), None
    )
