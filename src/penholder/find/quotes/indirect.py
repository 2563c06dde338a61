"""Finds what people are reported to have said, in the reporter's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from penholder.find.clauses import trimmed
from penholder.find.quotes.speakers import speaker_named
from penholder.find.speech.attributions import Attribution
from penholder.find.subjects import Names
from penholder.model.quote import Quote, QuoteKind
from penholder.model.span import Span

# "Asked the Council to act" reports a request, "asked whether it would act" a question.
_ASKED = frozenset({"asked", "asks", "ask", "asking"})
_QUESTION = re.compile(r"^\s*(?:if|whether|why|what|how|when|who)\b", re.IGNORECASE)
# Characters: shorter clauses say nothing by themselves.
_SHORTEST = 20


def find_indirect(
    names: Names, told: Sequence[Attribution], marked: Sequence[Span]
) -> Iterator[Quote]:
    """Yield the clause that each word of speech reports, where no quotation marks stand in it."""
    for one in told:
        if one.how != "clause" or one.fragment or one.source is None:
            continue
        quote = _reported(names, one, one.source)
        if quote and not any(other.overlaps(quote.span) for other in marked):
            yield quote


def _reported(names: Names, one: Attribution, source: Span) -> Quote | None:
    span = trimmed(names.text, one.contents[0])
    if span.end - span.start < _SHORTEST:
        return None
    if one.word in _ASKED and not _QUESTION.match(span.of(names.text)):
        return None
    speaker = speaker_named(names, source)
    if speaker is None:
        return None
    return Quote(
        span=span, text=span.of(names.text), speaker=speaker, cue=one.word, kind=QuoteKind.INDIRECT
    )
