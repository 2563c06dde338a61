"""Cuts the body of a story into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.model.span import Span
from penholder.model.story import Story
from penholder.read.body import body_spans

_LINE = re.compile(r"[^\r\n]+")
_BLANK_LINE = re.compile(r"(?:\r?\n|\r)[ \t\u00a0]*(?:\r?\n|\r)\s*")

# Characters from which a paragraph is none but a list, a table or a dump; the longest of 151 real
# stories has 8,400.
_LONGEST = 10_000
# Share of lines that must stop short of a sentence's end for a text to count as hard-wrapped.
_WRAPPED_SHARE = 0.5


def paragraphs(story: Story) -> tuple[Span, ...]:
    """Give the paragraphs of the body, boilerplate and captions left out, in reading order."""
    hard = is_hard_wrapped(story.text, story.body)
    split = split_at_blank_lines if hard else split_at_openings
    return tuple(
        piece
        for stretch in body_spans(story)
        for part in split(story.text, stretch)
        for piece in cut_long(story.text, part, _LONGEST)
    )


def cut_long(text: str, stretch: Span, longest: int) -> Iterator[Span]:
    """Yield a stretch in pieces that are no longer than that, cut at blanks where there are any."""
    start = stretch.start
    while stretch.end - start > longest:
        blank = text.rfind(" ", start + longest // 2, start + longest)
        end = blank if blank > 0 else start + longest
        yield Span(start, end)
        start = end
    yield Span(start, stretch.end)


def split_lines(text: str, stretch: Span) -> Iterator[Span]:
    """Yield each line that is not blank."""
    for match in _LINE.finditer(text, stretch.start, stretch.end):
        if not match[0].isspace():
            yield Span(match.start(), match.end())


def split_at_openings(text: str, stretch: Span) -> Iterator[Span]:
    """Yield the lines, those that go on in lower case where the one before has not ended as one."""
    so_far = last = None
    for line in split_lines(text, stretch):
        if so_far and last and _goes_on(text, last, line):
            so_far = Span(so_far.start, line.end)
        else:
            if so_far:
                yield so_far
            so_far = line
        last = line
    if so_far:
        yield so_far


def _goes_on(text: str, before: Span, after: Span) -> bool:
    """Say whether a line break stands inside a sentence: "… 2022 EST" and "involved a missile"."""
    head, tail = before.of(text).rstrip(), after.of(text).lstrip()
    close = not text[before.end : after.start].strip("\r\n")
    one_break = len(re.findall(r"\r\n|\r|\n", text[before.end : after.start])) == 1
    opens = tail[0].islower() and not tail.startswith(_BULLET)
    return close and one_break and opens and head[-1] not in _STOPS


_BULLET = "o "
# What ends a line that the next one does not go on with.
_STOPS = '.!?…:;"”'


def split_at_blank_lines(text: str, stretch: Span) -> Iterator[Span]:
    """Yield the stretches between blank lines."""
    start = stretch.start
    for match in _BLANK_LINE.finditer(text, stretch.start, stretch.end):
        if text[start : match.start()].strip():
            yield Span(start, match.start())
        start = match.end()
    if text[start : stretch.end].strip():
        yield Span(start, stretch.end)


def is_hard_wrapped(text: str, stretch: Span) -> bool:
    """Say whether lines break inside sentences: most lines of some length end without a stop."""
    lines = [span.of(text).rstrip() for span in split_lines(text, stretch)]
    long = [line for line in lines if 40 <= len(line) <= 110]
    if len(long) < 4 or len(long) < len(lines) / 2:
        return False
    open_ended = [line for line in long if line[-1] not in ".!?”\"')…:"]
    return len(open_ended) > _WRAPPED_SHARE * len(long)
