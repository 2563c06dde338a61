"""The stretches of a story's body that are the story itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from penholder.model.span import Span
from penholder.model.story import Story


def body_spans(story: Story) -> tuple[Span, ...]:
    """Give the body without the boilerplate, captions and other languages that stand inside it."""
    captions = (span for caption in story.captions for span in caption.spans)
    foreign = (one.span for one in story.foreign)
    return stretches(story.body, (*story.boilerplate, *captions, *foreign))


def english_spans(story: Story, stretch: Span) -> tuple[Span, ...]:
    """Give a stretch without what stands inside it in other languages; mostly all of it."""
    return stretches(stretch, [one.span for one in story.foreign])


def is_foreign(story: Story) -> bool:
    """Say whether a story holds nothing to read: all words of its body are in other languages."""
    return bool(story.foreign) and not any(
        _says_something(story, span) for span in body_spans(story)
    )


def _says_something(story: Story, span: Span) -> bool:
    return any(map(str.isalpha, span.of(story.text)))


def stretches(stretch: Span, holes: Iterable[Span]) -> tuple[Span, ...]:
    """Give what is left of a stretch without the holes in it."""
    return tuple(_between(stretch, sorted(hole for hole in holes if stretch.overlaps(hole))))


def _between(body: Span, holes: list[Span]) -> Iterator[Span]:
    start = body.start
    for hole in holes:
        if hole.start > start:
            yield Span(start, hole.start)
        start = max(start, hole.end)
    if start < body.end:
        yield Span(start, body.end)
