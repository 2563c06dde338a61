"""Tells whether a sentence speaks of the Security Council, and of which draft."""

from __future__ import annotations

import re

from penholder.find.acts import word_class
from penholder.find.found import Found
from penholder.model.actor import ActorId, ActorKind
from penholder.model.span import Span

_COUNCIL = frozenset(map(ActorId, ("UNSC", "UN")))
# Characters before a sentence in which the Council may have been named: about two sentences.
_REACH = 500
_SYMBOL = re.compile(
    r"\bS/(?:RES/)?\d{2,4}(?:/\d{1,4})?(?:\s?\((?:19|20)\d\d\))?|\bresolution\s+(?P<number>\d{1,4})(?![\d/])",
    re.IGNORECASE,
)
_VOTERS = frozenset({"CHN", "FRA", "RUS", "GBR", "USA"})


def in_council_scene(found: Found, sentence: Span) -> bool:
    """Say whether the UN or its Council is named in a sentence or shortly before it."""
    start = max(found.story.body.start, sentence.start - _REACH)
    named = found.names.within(start, sentence.end)
    if not any(mention.actor.id in _COUNCIL for mention in named):
        return False
    return not word_class("elsewhere").search(found.text, sentence.start, sentence.end)


def symbol_in(text: str, sentence: Span) -> str | None:
    """Give the symbol of the resolution or draft that a sentence names, or None."""
    match = _SYMBOL.search(text, sentence.start, sentence.end)
    if match is None:
        return None
    return f"S/RES/{match['number']}" if match["number"] else match[0]


def subjects_in(found: Found, sentence: Span) -> tuple[ActorId, ...]:
    """Give the states that a draft in a sentence is about: "sanctions on Haiti".

    The permanent members are left out: as a rule they are named as voters.
    """
    named = found.names.within(sentence.start, sentence.end)
    states = (mention.actor.id for mention in named if mention.actor.kind is ActorKind.STATE)
    return tuple(dict.fromkeys(state for state in states if state not in _VOTERS))
