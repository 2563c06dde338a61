"""Tells a test to come from one that was held: "is preparing a seventh nuclear test"."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.found import Found
from penholder.find.phrases import blanks
from penholder.model.span import Span
from penholder.model.statement import Polarity, StatementKind
from penholder.tables.load import load_toml

# Characters before a count in which such a word stands.
_REACH = 40


def is_unreal(text: str, sentence: Span, words: Span) -> bool:
    """Say whether the words around a count make it one of a test that has not been held."""
    before, after = _patterns()
    lead = text[max(sentence.start, words.start - _REACH) : words.start]
    return bool(before.search(lead) or after.match(text, words.end, sentence.end))


def is_of_the_latest(found: Found, sentence: Span, start: int) -> bool:
    """Say whether "it would be" before a place speaks of a launch that was told, not of one to come."""
    lead = _WOULD_BE.search(found.text, max(sentence.start, start - 60), start)
    tests = (s for s in found.statements if s.kind is StatementKind.WEAPON_TEST)
    return bool(lead) and any(
        s.polarity is Polarity.ASSERTED and s.when and s.span.start < start for s in tests
    )


# "If confirmed, it would be its sixth": said of the launch that was told.
_WOULD_BE = re.compile(
    r"\b(?:it|this|that|which|the\s+(?:latest\s+)?(?:launch|test|firing)"
    r"|\w+day['’]s\s+(?:\w+\s+)?(?:launch|test|firing))\s+would\s+(?:be|mark|represent)\s+"
    r"(?:at\s+least\s+)?(?:also\s+)?(?:[A-Z][\w’']+\s+){0,3}(?:the\s+)?$",
    re.IGNORECASE,
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = load_toml("claims")["unreal"]
    before, after = ("|".join(map(blanks, table[key])) for key in ("before", "after"))
    return (
        re.compile(rf"\b(?:{before})\s+$", re.IGNORECASE),
        re.compile(rf"\s+(?:{after})\b", re.IGNORECASE),
    )
