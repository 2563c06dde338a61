"""Tells a test to come from one that was held: "is preparing a seventh nuclear test"."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.found import Found
from penholder.find.phrases import blanks
from penholder.find.weapons import find_weapons
from penholder.model.span import Span
from penholder.model.statement import Polarity, Statement, StatementKind
from penholder.tables.load import load_toml

# Characters before a count in which such a word stands.
_REACH = 40


def is_unreal(text: str, sentence: Span, words: Span) -> bool:
    """Say whether the words around a count make it one of a test that has not been held."""
    before, after = _patterns()
    lead = text[max(sentence.start, words.start - _REACH) : words.start]
    return bool(before.search(lead) or after.match(text, words.end, sentence.end))


def is_of_the_latest(found: Found, sentence: Span, start: int, *, nuclear: bool = False) -> bool:
    """Say whether "it would be" before a place speaks of a test that was told, not of one to come.

    One without a day must have been told shortly before, and a nuclear one must have been nuclear.
    """
    if _POSSIBLE.search(found.text, sentence.start, start):
        return True
    lead = _WOULD_BE.search(found.text, max(sentence.start, start - 110), start)
    if lead is None or (lead["will"] and not _CONFIRMED.search(sentence.of(found.text))):
        return False
    if _IF_CONFIRMED.match(found.text, sentence.start):
        return True
    return any(
        s.kind is StatementKind.WEAPON_TEST
        and s.polarity is Polarity.ASSERTED
        and s.span.start < start
        and (s.when or start - s.span.end < _NEAR)
        and (is_nuclear(s) or not nuclear)
        for s in found.statements
    )


def is_nuclear(statement: Statement) -> bool:
    """Say whether a test that is told was one of a nuclear weapon."""
    kinds = [weapon.kinds[0] for weapon in find_weapons(statement.text)]
    return bool(kinds) and all(kind == "nuclear" for kind in kinds)


# Characters between a launch that is told without a day and "it would be its fifth".
_NEAR = 300
# "The possible missile firing is its first since May": one that was detected.
_POSSIBLE = re.compile(r"\b(?:the|this)\s+(?:possible|likely|probable)\s+$", re.IGNORECASE)
_IF_CONFIRMED = re.compile(r"If\b[^,;]{0,90}\b(?:confirmed|verified)\b")
_CONFIRMED = re.compile(r"\bconfirmed\b", re.IGNORECASE)
# "If confirmed, it would be its sixth": said of the launch that was told.
_WOULD_BE = re.compile(
    r"\b(?:it|this|that|which|what|the\s+(?:latest\s+)?(?:launch|test|firing)"
    r"|\w+day['’]s\s+(?:\w+\s+)?(?:launch|test|firing))\s+(?:would|could|may|might|(?P<will>will))\s+(?:be|mark|represent|make\s+(?:it|this))\s+"
    r"(?:at\s+least\s+)?(?:also\s+)?(?:(?:the\s+)?(?:[\w\-]+\s+){0,3}?[\w\-]+['’]s?\s+)?(?:the\s+)?(?:first\s[^,;]{3,60}\s+and\s+(?:its\s+|the\s+)?)?$",
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
