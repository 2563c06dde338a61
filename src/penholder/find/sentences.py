"""Cuts the body of a story into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from penholder.find.clauses import trimmed_blanks
from penholder.model.span import Span
from penholder.model.story import Story
from penholder.read.paragraphs import paragraphs
from penholder.tables.load import load_toml

# A stop, the quotation marks or brackets that close after it, and blanks; or no blank at all where
# a lower-case word ends and a capital begins ("said.The").
_STOP = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|$)|(?<=[a-z]{2})\.(?=[A-Z][a-z])")


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
    start = stretch.start
    for match in _STOP.finditer(text, stretch.start, stretch.end):
        if _ends_here(text, match, stretch.end):
            yield from _kept(text, Span(start, match.end()))
            start = match.end()
    yield from _kept(text, Span(start, stretch.end))


def _kept(text: str, span: Span) -> Iterator[Span]:
    span = trimmed_blanks(text, span)
    if span.start < span.end:
        yield span


def _ends_here(text: str, match: re.Match[str], end: int) -> bool:
    following = text[match.end() : match.end() + 40].lstrip("\"“‘'( \t\r\n\u00a0")
    if match.end() >= end or not following:
        return True
    if following[0].islower():
        return False
    if not match[0].startswith(".") or match[0].startswith(".."):
        return True
    word = re.search(r"[\w.\-’']+$", text[max(0, match.start() - 20) : match.start()])
    return word is None or not _is_abbreviation(word[0], following)


def _is_abbreviation(word: str, following: str) -> bool:
    known, may_end, openers = _words()
    single = len(word) == 1 and word.isupper()
    if not single and word not in known:
        return False
    opener = re.match(r"\w+", following)
    return not (word in may_end and opener and opener[0] in openers)


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = load_toml("abbreviations")
    return frozenset(table["words"]), frozenset(table["may_end"]), frozenset(table["openers"])
