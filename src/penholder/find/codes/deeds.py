"""Reads what a sentence's first party does to its second, whatever statements it makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from penholder.find.codes.reader import read_code
from penholder.model.actor import Actor, Mention
from penholder.model.code import Code
from penholder.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One party, what it does to the other in PLOVER's root codes, and the sentence that says so."""

    sentence: Span
    source: Actor
    target: Actor | None  # None: the sentence names one party only
    code: Code


def read_deed(text: str, sentence: Span, mentions: Sequence[Mention]) -> Deed | None:
    """Give the deed of a sentence, or None where it names nobody or no word of ours says one.

    Args:
        text: The story's text, which all spans index.
        sentence: Where the sentence stands in it.
        mentions: The story's names, in reading order.
    """
    named = [one for one in mentions if sentence.covers(one.span)]
    if not named:
        return None
    first = named[0]
    second = next((one for one in named if one.actor.id != first.actor.id), None)
    source = _within(first.span, sentence)
    target = _within(second.span, sentence) if second else None
    if not (code := read_code(sentence.of(text), source, target)):
        return None
    return Deed(
        sentence=sentence, source=first.actor, target=second.actor if second else None, code=code
    )


def _within(span: Span, sentence: Span) -> Span:
    """Give a span counted from the sentence's start."""
    return Span(span.start - sentence.start, span.end - sentence.start)
