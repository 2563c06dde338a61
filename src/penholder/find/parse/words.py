"""The words of a sentence as a parser reads them: a verb with a hyphen is one word, "test-fired"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from penholder.find.phrases import any_of
from penholder.find.tokens import find_tokens
from penholder.model.span import Span
from penholder.tables.load import load_toml


def read_words(text: str, sentence: Span) -> tuple[Span, ...]:
    """Give the words of a sentence; the parts of a hyphened verb are one."""
    words = find_tokens(text, sentence)
    whole = [
        Span(*match.span()) for match in _one_verb().finditer(text, sentence.start, sentence.end)
    ]
    return tuple(_joined(words, whole)) if whole else words


def form_of(text: str, word: Span) -> str:
    """Give the form of a word that the parser is given: of "test-fired" it knows "fired"."""
    match = _one_verb().fullmatch(text, word.start, word.end)
    return match["second"] if match else word.of(text)


def _joined(words: Sequence[Span], whole: Sequence[Span]) -> Iterator[Span]:
    starts = {one.start: one for one in whole}
    for word in words:
        if word.start in starts:
            yield starts[word.start]
        elif not any(one.covers(word) for one in whole):
            yield word


@cache
def _one_verb() -> re.Pattern[str]:
    row = load_toml("clauses")["one_verb"]
    first, second = any_of(row["first"]), any_of(row["second"])
    return re.compile(rf"{first}[-\u2010\u2011](?P<second>{second})", re.IGNORECASE)
