"""Reads the days in which somebody rules: "under Kim Jong Un", "Kim has overseen four nuclear tests"."""

from __future__ import annotations

import re

from penholder.find.found import Found
from penholder.find.window import Window
from penholder.model.actor import ActorKind, Mention
from penholder.model.claim import IN_OFFICE
from penholder.model.span import Span

_UNDER = re.compile(
    r"\bunder\s+(?:(?:its|the|current|leader|ruler|rule|of|North\s+Korean|president)\s+)*$",
    re.IGNORECASE,
)
_OVERSAW = re.compile(
    r"\s+(?:has\s+|had\s+)?(?:already\s+|now\s+|personally\s+)?"
    r"(?:oversaw|overseen|supervised|presided\s+over|ordered|conducted|carried\s+out|held|staged|tested)\b"
)


def reign_of(found: Found, sentence: Span, noun: Span, until: str | None) -> Window | None:
    """Give the days since the one took office under whom, or by whom, something was done; None: nobody is named."""
    people = (
        m
        for m in found.names.within(sentence.start, sentence.end)
        if m.actor.kind is ActorKind.PERSON
    )
    ruler = next((m for m in people if _rules(found.text, m, noun)), None)
    if ruler is None or until is None:
        return None
    return Window(
        span=ruler.span, value=f"{IN_OFFICE}{ruler.actor.name}", start=None, end=until[:10]
    )


def _rules(text: str, person: Mention, noun: Span) -> bool:
    """Say whether a person's name stands after "under", or right before the verb that a noun is the object of."""
    if _UNDER.search(text[max(0, person.span.start - 40) : person.span.start]):
        return True
    return person.span.end < noun.start and bool(_OVERSAW.match(text, person.span.end, noun.start))
