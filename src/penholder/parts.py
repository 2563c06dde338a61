"""Long texts are read in parts, so that the time grows with the length and no faster.

What looks around itself in a story (who "he" is, which launch is meant) looks over all of it; of a
book or a dump of many stories it looks over the part that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from penholder.model.quote import Quote
from penholder.model.reading import CheckedStory, Link, Reading
from penholder.model.span import Span
from penholder.model.story import Caption, Story

# Characters of a body that are read as one, and of what stands before and behind it; the longest
# body of 9,800 news stories has 97,000.
_PART = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a long story as a story of its own; mostly the whole story."""

    story: Story
    at: int = 0  # where its text begins in the whole story's


def parts_of(story: Story) -> list[Part]:
    """Give the story in parts: first those of the body, then those with nothing but captions."""
    stretches = _stretches(story)
    start = max(0, stretches[0].start - _PART)
    end = min(len(story.text), stretches[-1].end + _PART)
    if len(stretches) == 1 and end - start == len(story.text):
        return [Part(story=story)]
    cuts = [start, *(stretch.end for stretch in stretches[:-1]), end]
    windows = [Span(*cut) for cut in pairwise(cuts)]
    parts = [_part(story, *both) for both in zip(windows, stretches, strict=True)]
    return [
        Part(story=replace(parts[0].story, title=story.title), at=parts[0].at),
        *parts[1:],
        *_captioned(story, Span(start, end)),
    ]


def joined(story: Story, parts: Sequence[Part], checked: Sequence[CheckedStory]) -> CheckedStory:
    """Give what was found in the parts as that of one story, dated as the first part is."""
    if len(parts) == 1:
        return checked[0]
    date = checked[0].reading.story.date
    both = sorted(zip(parts, checked, strict=True), key=lambda pair: pair[0].at)
    told = [_moved(one, part.at) for part, one in both]
    readings = [one.reading for one in told]
    reading = Reading(
        story=replace(story, date=date),
        mentions=tuple(chain.from_iterable(one.mentions for one in readings)),
        times=tuple(chain.from_iterable(one.times for one in readings)),
        quotes=tuple(chain.from_iterable(one.quotes for one in readings)),
        statements=tuple(chain.from_iterable(one.statements for one in readings)),
        claims=tuple(chain.from_iterable(one.claims for one in readings)),
    )
    return CheckedStory(
        reading=reading,
        claims=tuple(chain.from_iterable(one.claims for one in told)),
        links=dict(_links(told)),
        stood={who: stood for one in told for who, stood in one.stood.items()},
        aftermath=tuple(dict.fromkeys(chain.from_iterable(one.aftermath for one in told))),
    )


def _stretches(story: Story) -> list[Span]:
    """Give the body in stretches that end with a paragraph, or where there is none with a line or word."""
    start, end, stretches = story.body.start, story.body.end, []
    while end - start > _PART:
        cut = _cut(story.text, start, start + _PART)
        stretches.append(Span(start, cut))
        start = cut
    return [*stretches, Span(start, end)]


def _cut(text: str, start: int, end: int) -> int:
    """Give the last place to cut in the second half of a stretch, or its end."""
    places = (text.rfind(mark, start + _PART // 2, end) for mark in ("\n\n", "\n", ". ", " "))
    return next((place + 1 for place in places if place > 0), end)


def _part(story: Story, window: Span, body: Span) -> Part:
    """Give what stands in a window of the text as a story without a title."""
    by = -window.start
    part = replace(
        story,
        text=window.of(story.text),
        body=_span(body, by),
        title=None,
        captions=tuple(_captions(story, window)),
        foreign=tuple(
            replace(one, span=_span(_inside(one.span, window), by))
            for one in story.foreign
            if window.overlaps(one.span)
        ),
        boilerplate=tuple(
            _span(_inside(span, window), by) for span in story.boilerplate if window.overlaps(span)
        ),
    )
    return Part(story=part, at=window.start)


def _captions(story: Story, window: Span) -> Iterator[Caption]:
    for caption in story.captions:
        if spans := tuple(_span(s, -window.start) for s in caption.spans if window.covers(s)):
            yield replace(caption, spans=spans)


def _captioned(story: Story, read: Span) -> Iterator[Part]:
    """Yield parts for the captions that stand far before the body, or far behind it."""
    for before, behind in ((0, read.start), (read.end, len(story.text))):
        for start in range(before, behind, _PART):
            window = Span(start, min(start + _PART, behind))
            part = _part(story, window, Span(start, start))
            if part.story.captions:
                yield part


def _inside(span: Span, window: Span) -> Span:
    return Span(max(span.start, window.start), min(span.end, window.end))


def _span(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _moved(told: CheckedStory, by: int) -> CheckedStory:
    """Give what was found in a part with its places in the whole text."""
    if not by:
        return told
    reading = told.reading
    return replace(
        told,
        reading=replace(
            reading,
            mentions=tuple(replace(one, span=_span(one.span, by)) for one in reading.mentions),
            times=tuple(replace(one, span=_span(one.span, by)) for one in reading.times),
            quotes=tuple(_moved_quote(one, by) for one in reading.quotes),
            statements=tuple(replace(one, span=_span(one.span, by)) for one in reading.statements),
            claims=tuple(replace(one, span=_span(one.span, by)) for one in reading.claims),
        ),
        claims=tuple(
            replace(one, claim=replace(one.claim, span=_span(one.claim.span, by)))
            for one in told.claims
        ),
    )


def _moved_quote(quote: Quote, by: int) -> Quote:
    source = _span(quote.source, by) if quote.source else None
    return replace(quote, span=_span(quote.span, by), source=source)


def _links(told: Sequence[CheckedStory]) -> Iterator[tuple[int, Link]]:
    """Yield the links, each by the place of its statement among all."""
    before = 0
    for one in told:
        yield from ((before + place, link) for place, link in one.links.items())
        before += len(one.reading.statements)
