"""Finds the stretches between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from penholder.model.span import Span

_CURLY = re.compile(r"“(?P<words>[^“”]*)(?P<close>”?)")
# Straight marks look alike: one that follows a blank opens, and it closes at the next that does not.
_STRAIGHT = re.compile(
    r"(?:(?<=\s)|(?<=[(\[—–-])|^)\"(?P<words>[^\"]+)(?P<close>\"|$)", re.MULTILINE
)
# Two single strokes for one double: ''It is late,'' he said.
_DOUBLED = re.compile(r"(?:''|``)(?P<words>(?:[^'`]|'(?!'))+)(?P<close>''|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words between marks; `open` when the paragraph ends before the closing mark."""

    span: Span  # without the marks
    open: bool
    width: int = 1  # characters of a mark
    ending: str = ""  # the last character
    capital: bool = False  # begins as a sentence does
    words: int = 0

    @property
    def outer(self) -> Span:
        """Give the span with its marks."""
        return Span(self.span.start - self.width, self.span.end + (0 if self.open else self.width))


def find_marked(text: str, paragraph: Span) -> Iterator[Marked]:
    """Yield each stretch between curly, straight or doubled marks in a paragraph, in reading order."""
    words = paragraph.of(text)
    pattern = _CURLY if "“" in words else _STRAIGHT if '"' in words else _DOUBLED
    for match in pattern.finditer(words):
        start, end = match.span("words")
        span = Span(paragraph.start + start, paragraph.start + end)
        if inside := span.of(text).strip():
            yield Marked(
                span=span,
                open=not match["close"],
                width=2 if pattern is _DOUBLED else 1,
                ending=inside[-1],
                capital=not inside[0].islower(),
                words=len(inside.split()),
            )
