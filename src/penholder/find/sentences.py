"""Cuts the body of a story into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from penholder.find.clauses import trimmed_blanks
from penholder.find.sentence_ends import ends_sentence
from penholder.model.span import Span
from penholder.model.story import Story
from penholder.read.paragraphs import cut_long, paragraphs

# Characters from which a sentence is none; the longest of 151 real stories, a motion, has 4,200.
_LONGEST = 5_000
# Stops, what closes after them (quotation marks, brackets, a footnote), and blanks; or no blanks
# where a lower-case word ends and a capital begins: "said.The", "said.”The".
_STOP = re.compile(
    r"(?<![.!?…])[.!?…]++[\"”’')\]]*+(?:\[\d{1,3}\])*+(?=\s|$)|(?<=[a-z]{2})[.?][\"”]?(?=[\"“]?[A-Z][a-z]*[\s,'’])"
)


@lru_cache(maxsize=8)
def find_sentences(story: Story) -> tuple[Span, ...]:
    """Give the spans of the body's sentences, in reading order."""
    return tuple(
        sentence
        for paragraph in paragraphs(story)
        for sentence in split_sentences(story.text, paragraph)
    )


def split_sentences(text: str, stretch: Span) -> Iterator[Span]:
    """Yield the sentences of one paragraph."""
    start, counted, marks = stretch.start, stretch.start, 0
    for match in _STOP.finditer(text, stretch.start, stretch.end):
        if ends_sentence(text, Span(start, stretch.end), match):
            end = match.end()
            marks += text.count('"', counted, end)
            counted = end
            if _opens_next(text, stretch, end) and marks % 2:
                end -= 1
            yield from _kept(text, Span(start, end))
            start = end
    yield from _kept(text, Span(start, stretch.end))


def _opens_next(text: str, stretch: Span, end: int) -> bool:
    """Say whether a straight mark stands between two sentences without a blank: 'left."We'."""
    return text[end - 1] == '"' and end < stretch.end and not text[end].isspace()


def _kept(text: str, span: Span) -> Iterator[Span]:
    for piece in cut_long(text, span, _LONGEST):
        kept = trimmed_blanks(text, piece)
        if kept.start < kept.end:
            yield kept
