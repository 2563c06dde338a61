"""The stretches of a story's body that are the story itself."""

from __future__ import annotations

from collections.abc import Iterator

from penholder.model.span import Span
from penholder.model.story import Story


def body_spans(story: Story) -> tuple[Span, ...]:
    """Give the body without the boilerplate and captions that stand inside it."""
    captions = (span for caption in story.captions for span in caption.spans)
    holes = sorted(span for span in (*story.boilerplate, *captions) if story.body.overlaps(span))
    return tuple(_between(story.body, holes))


def _between(body: Span, holes: list[Span]) -> Iterator[Span]:
    start = body.start
    for hole in holes:
        if hole.start > start:
            yield Span(start, hole.start)
        start = max(start, hole.end)
    if start < body.end:
        yield Span(start, body.end)
