"""Finds the words that say when, in the title and the body of a story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.times.anchor import Anchor
from penholder.find.times.history import is_history
from penholder.find.times.read import Place, Read, Told
from penholder.find.times.rows import Row, matches_in
from penholder.model.span import Span
from penholder.model.story import Story
from penholder.model.when import TimeExpression
from penholder.read.body import english_spans

# Characters of a dateline with its agency and its date.
_DATELINE = 80


def find_times(story: Story) -> tuple[TimeExpression, ...]:
    """Give each time expression of the title, the dateline and the body, in reading order."""
    anchor = Anchor.of(story.date)
    return tuple(
        time
        for stretch in _stretches(story)
        for part in english_spans(story, stretch)
        for time in find_telling(story.text, part, anchor)
    )


def _stretches(story: Story) -> Iterator[Span]:
    """Yield the title, the dateline before the body ("SEOUL, May 4 (Yonhap) --") and the body."""
    start = story.text.find(story.title) if story.title else -1
    end = start + len(story.title or "") if start >= 0 else 0
    if start >= 0 and end <= story.body.start:
        yield Span(start, end)
    line = story.text.rfind("\n", 0, story.body.start) + 1
    if end <= line < story.body.start <= line + _DATELINE:
        yield Span(line, story.body.start)
    yield story.body


def find_telling(text: str, stretch: Span, anchor: Anchor) -> Iterator[TimeExpression]:
    """Yield the times of a stretch that tell when: all but "now", "in the future" and "flew for six minutes"."""
    return (time for read, time in _find_reads(text, stretch, anchor) if read.tells)


def find_in(text: str, stretch: Span, anchor: Anchor) -> Iterator[TimeExpression]:
    """Yield all time expressions of a stretch, as TIMEX3 marks them."""
    return (time for _, time in _find_reads(text, stretch, anchor))


def _find_reads(text: str, stretch: Span, anchor: Anchor) -> Iterator[tuple[Read, TimeExpression]]:
    """Yield the times of a stretch as read, the longest where several begin at one place."""
    done, told, history = stretch.start, Told(), is_history(text, stretch, anchor)
    for matches in matches_in(text, stretch):
        start = matches[0][1].start()
        if start < done:
            continue
        place = Place(anchor, told, text, Span(start, matches[0][1].end()), stretch, history)
        if found := _first_read(matches, place):
            match, read = found
            done, told = match.end(), told.then(read)
            yield read, _made(match, read)


def _first_read(
    matches: list[tuple[Row, re.Match[str]]], place: Place
) -> tuple[re.Match[str], Read] | None:
    for row, match in matches:
        if read := row.reader(match, place):
            return match, read
    return None


def _made(match: re.Match[str], read: Read) -> TimeExpression:
    return TimeExpression(
        span=Span(*match.span()),
        text=match[0],
        value=read.value,
        kind=read.kind,
        mod=read.mod,
        zone=read.zone,
    )
