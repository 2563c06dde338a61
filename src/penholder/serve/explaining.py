"""Explains a reading sentence by sentence: which names, times and rows made what was found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Protocol, TypeVar

from penholder.find.names import find_references
from penholder.find.parse import parse_sentences
from penholder.find.sentences import find_sentences
from penholder.model.actor import Mention
from penholder.model.parse import Parse
from penholder.model.quote import Quote
from penholder.model.reading import CheckedStory
from penholder.model.span import Span
from penholder.model.statement import Statement
from penholder.model.verdict import CheckedClaim
from penholder.model.when import TimeExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A sentence that said something, with all that begins in it."""

    span: Span
    text: str
    names: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    statements: tuple[Statement, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[CheckedClaim, ...]
    parse: Parse | None  # None: no parser is installed


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


_Found = TypeVar("_Found", bound=_Placed)


def explain_story(checked: CheckedStory) -> Iterator[Explained]:
    """Yield each sentence in which a statement, a quote or a claim begins, in reading order."""
    reading = checked.reading
    said: tuple[_Placed, ...] = (*reading.statements, *reading.quotes, *reading.claims)
    starts = sorted(one.span.start for one in said)
    sentences = [one for one in find_sentences(reading.story) if _any_in(starts, one)]
    parses = parse_sentences(reading.story, sentences)
    references = tuple(find_references(reading.story, reading.mentions))
    names = sorted((*reading.mentions, *references), key=lambda mention: mention.span)
    for sentence, parse in zip_longest(sentences, parses):  # no parser: no parses
        yield _explained(checked, sentence, names, parse)


def _explained(
    checked: CheckedStory, sentence: Span, names: Sequence[Mention], parse: Parse | None
) -> Explained:
    reading = checked.reading
    return Explained(
        span=sentence,
        text=sentence.of(reading.story.text),
        names=_within(sentence, names),
        times=_within(sentence, reading.times),
        statements=_within(sentence, reading.statements),
        quotes=_within(sentence, reading.quotes),
        claims=tuple(one for one in checked.claims if _begins(sentence, one.claim.span)),
        parse=parse,
    )


def _within(sentence: Span, found: Sequence[_Found]) -> tuple[_Found, ...]:
    return tuple(one for one in found if _begins(sentence, one.span))


def _begins(sentence: Span, span: Span) -> bool:
    return sentence.start <= span.start < sentence.end


def _any_in(starts: Sequence[int], sentence: Span) -> bool:
    place = bisect_left(starts, sentence.start)
    return place < len(starts) and starts[place] < sentence.end
