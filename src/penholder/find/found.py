"""What the earlier finders found in a story, for the later ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from penholder.find.sentences import find_sentences
from penholder.find.subjects import Names
from penholder.find.voice import voice_of
from penholder.model.actor import Actor, Mention
from penholder.model.quote import Quote
from penholder.model.span import Span
from penholder.model.statement import Statement
from penholder.model.story import Story
from penholder.model.when import TimeExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A story with its sentences, names, times and quotes, and its statements once they stand."""

    story: Story
    sentences: tuple[Span, ...]
    names: Names
    times: tuple[TimeExpression, ...]
    quotes: tuple[Quote, ...]
    statements: tuple[Statement, ...] = ()
    voice: tuple[Actor, ...] = ()  # who "we" is outside quotation marks

    @classmethod
    def of(
        cls,
        story: Story,
        mentions: Sequence[Mention],
        times: Sequence[TimeExpression],
        quotes: Sequence[Quote],
        statements: Sequence[Statement] = (),
    ) -> Found:
        """Order what was found."""
        return cls(
            story=story,
            sentences=tuple(find_sentences(story)),
            names=Names.of(story.text, mentions),
            times=tuple(times),
            quotes=tuple(quotes),
            statements=tuple(statements),
            voice=voice_of(story, mentions),
        )

    @property
    def text(self) -> str:
        """Give the text that all spans index."""
        return self.story.text

    def sentence_at(self, offset: int) -> Span:
        """Give the sentence that holds an offset; the body where none does."""
        index = bisect_right([sentence.start for sentence in self.sentences], offset) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return self.story.body

    def times_within(self, stretch: Span) -> tuple[TimeExpression, ...]:
        """Give the time expressions inside a stretch."""
        return tuple(time for time in self.times if stretch.covers(time.span))

    def quote_at(self, span: Span) -> Quote | None:
        """Give the innermost quote that holds a span, or None."""
        holding = [quote for quote in self.quotes if quote.span.covers(span)]
        return min(holding, key=lambda quote: quote.span.end - quote.span.start, default=None)

    def statements_at(self, span: Span) -> tuple[Statement, ...]:
        """Give the statements that share words with a span."""
        return tuple(statement for statement in self.statements if statement.span.overlaps(span))

    def speaker_at(self, span: Span) -> Actor | None:
        """Give the one whose words a span stands in, or None for the reporter's own voice."""
        quote = self.quote_at(span)
        return quote.speaker if quote else None
