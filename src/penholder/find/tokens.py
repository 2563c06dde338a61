"""Cuts a stretch of text into words, as the English treebanks of Universal Dependencies do.

Each word is a stretch of the text as it stands: "don't" gives "do" and "n't", "cannot" "can" and "not".
"""

from __future__ import annotations

from collections.abc import Iterator

from penholder.find.run_on import run_on_cut
from penholder.find.token_shapes import token_shapes
from penholder.model.span import Span


def find_tokens(text: str, stretch: Span) -> tuple[Span, ...]:
    """Give the words of a stretch of text, in reading order."""
    return tuple(_words(text, stretch))


def _words(text: str, stretch: Span) -> Iterator[Span]:
    shapes = token_shapes()
    for match in shapes.any.finditer(text, stretch.start, stretch.end):
        start, end = match.span()
        cut = shapes.splits.get(match[0].lower()) or run_on_cut(text, start)
        if cut is None:
            yield Span(start, end)
        else:
            yield from (Span(start, start + cut), Span(start + cut, end))
