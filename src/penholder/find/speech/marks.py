"""Finds the stretches between quotation marks.

Pages mix curly and straight marks, even around one quotation, nest one in the other, and leave the
closing mark out where the talk goes on in the next paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from penholder.model.span import Span

# Double marks, or two single strokes for one: ''It is late,'' he said.
_MARK = re.compile(r"[“”„\"]|''|``|«|»")
_OPENS = frozenset("“„«")
_CLOSES = frozenset("”»")
_BEFORE_OPENING = re.compile(r"[\s(\[—–\-/‘']")


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
    """Yield each stretch between double marks of a paragraph, in reading order, none in another."""
    opened: re.Match[str] | None = None
    inner = 0  # quotations open inside the quotation
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        if opened is None:
            opened = mark if _may_open(text, mark, paragraph) else None
        elif _opens_inside(text, opened, mark):
            inner += 1
        elif inner:
            inner -= 1
        else:
            yield from _marked(text, opened, mark.start(), is_open=False)
            opened = None
    if opened is not None:
        yield from _marked(text, opened, paragraph.end, is_open=True)


def _may_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark[0] in _OPENS or mark[0] == "``":
        return True
    if mark[0] in _CLOSES:
        return False
    return mark.start() == paragraph.start or bool(_BEFORE_OPENING.match(text[mark.start() - 1]))


def _opens_inside(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    """Say whether a mark opens a quotation inside one: straight in curly, after a blank."""
    if mark[0] in _OPENS:
        return True
    curly = opened[0] in _OPENS
    blank_before = text[mark.start() - 1].isspace() and text[mark.end() : mark.end() + 1].isalnum()
    return curly and mark[0] == '"' and blank_before


def _marked(text: str, opened: re.Match[str], end: int, *, is_open: bool) -> Iterator[Marked]:
    span = Span(opened.end(), max(opened.end(), end))
    if inside := span.of(text).strip():
        yield Marked(
            span=span,
            open=is_open,
            width=len(opened[0]),
            ending=inside[-1],
            capital=not inside[0].islower(),
            words=len(inside.split()),
        )
