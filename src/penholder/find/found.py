"""What the earlier finders found in a story, for the later ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from penholder.find.placed import Placed, within
from penholder.find.sentences import find_sentences
from penholder.find.speech import Attribution, find_attributions
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
    placed_quotes: Placed[Quote]
    placed_statements: Placed[Statement]
    statements: tuple[Statement, ...] = ()
    voice: tuple[Actor, ...] = ()  # who "we" is outside quotation marks
    said: Mapping[int, Attribution] = field(default_factory=dict)  # by where the verb begins

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
            placed_quotes=Placed.of(quotes),
            placed_statements=Placed.of(statements),
            statements=tuple(statements),
            voice=voice_of(story, mentions),
            said={one.cue.start: one for one in find_attributions(story)},
        )

    @property
    def text(self) -> str:
        """Give the text that all spans index."""
        return self.story.text

    def sentence_at(self, offset: int) -> Span:
        """Give the sentence that holds an offset; the body where none does."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return self.story.body

    def times_within(self, stretch: Span) -> tuple[TimeExpression, ...]:
        """Give the time expressions inside a stretch."""
        return tuple(time for time in within(self.times, stretch) if stretch.covers(time.span))

    def quote_at(self, span: Span) -> Quote | None:
        """Give the innermost quote that holds a span, or None."""
        holding = self.placed_quotes.around(span)
        return min(holding, key=lambda quote: quote.span.end - quote.span.start, default=None)

    def statements_at(self, span: Span) -> tuple[Statement, ...]:
        """Give the statements that share words with a span."""
        return self.placed_statements.over(span)

    def quotes_over(self, span: Span) -> tuple[Quote, ...]:
        """Give the quotes that share words with a span."""
        return self.placed_quotes.over(span)

    def speaker_at(self, span: Span) -> Actor | None:
        """Give the one whose words a span stands in, or None for the reporter's own voice."""
        quote = self.quote_at(span)
        return quote.speaker if quote else None
