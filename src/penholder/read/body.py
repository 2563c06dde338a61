"""The stretches of a story's body that are the story itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from penholder.model.span import Span
from penholder.model.story import Story


def body_spans(story: Story) -> tuple[Span, ...]:
    """Give the body without the boilerplate and captions that stand inside it."""
    captions = (span for caption in story.captions for span in caption.spans)
    return stretches(story.body, (*story.boilerplate, *captions))


def stretches(body: Span, holes: Iterable[Span]) -> tuple[Span, ...]:
    """Give what is left of a body without the holes in it."""
    return tuple(_between(body, sorted(hole for hole in holes if body.overlaps(hole))))


def _between(body: Span, holes: list[Span]) -> Iterator[Span]:
    start = body.start
    for hole in holes:
        if hole.start > start:
            yield Span(start, hole.start)
        start = max(start, hole.end)
    if start < body.end:
        yield Span(start, body.end)
