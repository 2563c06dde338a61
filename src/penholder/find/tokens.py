"""Cuts a stretch of text into words, as the English treebanks of Universal Dependencies do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.model.span import Span

_WORD = re.compile(
    r"S/(?:RES|PRST|PV)[/.]\d+(?:\s\(\d{4}\))?|S/\d{4}/\d+"
    r"|(?:https?://|www\.)[^\s<>\"”]*[^\s<>\"”.,;:!?)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)*|[A-Z][A-Z&]+(?=\W|$)"
    r"|[\w&]+|\.{2,}|--+|…|[^\w\s]"
)
_CLITIC = re.compile(r"(?i)[’'](?:s|m|d|re|ve|ll)\b")
_NOT = re.compile(r"(?i)n[’']t\b")


def find_tokens(text: str, stretch: Span) -> tuple[Span, ...]:
    """Give the words of a stretch of text, in reading order."""
    return tuple(_words(text, stretch))


def _words(text: str, stretch: Span) -> Iterator[Span]:
    place = stretch.start
    while match := _CLITIC.match(text, place, stretch.end) or _WORD.search(
        text, place, stretch.end
    ):
        start, place = match.span()
        negated = _NOT.match(text, place - 1, stretch.end)
        if negated and place - start > 1:
            yield from (Span(start, place - 1), Span(place - 1, negated.end()))
            place = negated.end()
        elif match[0].casefold() == "cannot":
            yield from (Span(start, start + 3), Span(start + 3, place))
        else:
            yield Span(start, place)
