"""Long texts are read in parts, so that the time grows with the length and no faster.

What looks around itself in a story (who "he" is, which launch is meant) looks over all of it; of a
book or a dump of many stories it looks over the part that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from penholder.model.reading import CheckedStory, Link, Reading
from penholder.model.span import Span
from penholder.model.story import Story

# Characters of a body that are read as one; the longest of 9,800 news stories has 97,000.
_PART = 100_000


def parts_of(story: Story) -> list[Story]:
    """Give the story in parts: the whole text each, and a stretch of the body; mostly one."""
    stretches = list(_stretches(story))
    if len(stretches) == 1:
        return [story]
    return [_part(story, stretch, first=not place) for place, stretch in enumerate(stretches)]


def joined(story: Story, parts: Sequence[CheckedStory]) -> CheckedStory:
    """Give what was found in the parts as that of one story, dated as the first part is."""
    if len(parts) == 1:
        return parts[0]
    readings = [part.reading for part in parts]
    reading = Reading(
        story=replace(story, date=readings[0].story.date),
        mentions=tuple(chain.from_iterable(one.mentions for one in readings)),
        times=tuple(chain.from_iterable(one.times for one in readings)),
        quotes=tuple(chain.from_iterable(one.quotes for one in readings)),
        statements=tuple(chain.from_iterable(one.statements for one in readings)),
        claims=tuple(chain.from_iterable(one.claims for one in readings)),
    )
    return CheckedStory(
        reading=reading,
        claims=tuple(chain.from_iterable(part.claims for part in parts)),
        links=dict(_links(parts)),
        aftermath=tuple(dict.fromkeys(chain.from_iterable(part.aftermath for part in parts))),
    )


def _stretches(story: Story) -> Iterator[Span]:
    """Yield the body in stretches that end with a paragraph, or where there is none with a line or word."""
    start, end = story.body.start, story.body.end
    while end - start > _PART:
        cut = _cut(story.text, start, start + _PART)
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def _cut(text: str, start: int, end: int) -> int:
    """Give the last place to cut in the second half of a stretch, or its end."""
    places = (text.rfind(mark, start + _PART // 2, end) for mark in ("\n\n", "\n", ". ", " "))
    return next((place + 1 for place in places if place > 0), end)


def _part(story: Story, body: Span, *, first: bool) -> Story:
    """Give one part; the title, the dateline and the captions are told with the first."""
    inside = tuple(span for span in story.boilerplate if span.overlaps(body))
    if first:
        return replace(story, body=body, boilerplate=inside)
    return replace(story, body=body, boilerplate=inside, title=None, captions=())


def _links(parts: Sequence[CheckedStory]) -> Iterator[tuple[int, Link]]:
    """Yield the links, each by the place of its statement among all."""
    before = 0
    for part in parts:
        yield from ((before + place, link) for place, link in part.links.items())
        before += len(part.reading.statements)
