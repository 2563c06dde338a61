"""Tells a test to come from one that was held: "is preparing a seventh nuclear test"."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.phrases import blanks
from penholder.model.span import Span
from penholder.tables.load import load_toml

# Characters before a count in which such a word stands.
_REACH = 40


def is_unreal(text: str, sentence: Span, words: Span) -> bool:
    """Say whether the words around a count make it one of a test that has not been held."""
    before, after = _patterns()
    lead = text[max(sentence.start, words.start - _REACH) : words.start]
    return bool(before.search(lead) or after.match(text, words.end, sentence.end))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = load_toml("claims")["unreal"]
    before, after = ("|".join(map(blanks, table[key])) for key in ("before", "after"))
    return (
        re.compile(rf"\b(?:{before})\s+$", re.IGNORECASE),
        re.compile(rf"\s+(?:{after})\b", re.IGNORECASE),
    )
