"""Finds the stretches between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from penholder.model.span import Span

_CURLY = re.compile(r"“(?P<words>[^“”]*)(?P<close>”?)")
_STRAIGHT = re.compile(
    r"(?:(?<=\s)|(?<=[(\[—–-])|^)\"(?P<words>[^\"]+)(?P<close>\"|$)", re.MULTILINE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words between marks; `open` when the paragraph ends before the closing mark."""

    span: Span  # without the marks
    open: bool

    @property
    def outer(self) -> Span:
        """Give the span with its marks."""
        return Span(self.span.start - 1, self.span.end + (0 if self.open else 1))


def find_marked(text: str, paragraph: Span) -> Iterator[Marked]:
    """Yield each stretch between curly or straight marks in a paragraph, in reading order."""
    words = paragraph.of(text)
    pattern = _CURLY if "“" in words else _STRAIGHT
    for match in pattern.finditer(words):
        start, end = match.span("words")
        span = Span(paragraph.start + start, paragraph.start + end)
        if span.of(text).strip():
            yield Marked(span=span, open=not match["close"])
