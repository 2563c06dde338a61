"""Reads a test whose noun is left out after "first": "the fourth launch this year, and the first since May"."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.claim_rows import expanded
from penholder.find.counted import Counted, read_counted
from penholder.find.found import Found
from penholder.find.weapons import find_weapons
from penholder.model.span import Span
from penholder.model.statement import Polarity, StatementKind


def left_out(found: Found, sentence: Span, start: int, *, one: bool) -> Counted | None:
    """Give the launches of the weapon that was named last before a place, or None where no test was told.

    `one` says that the place takes a noun up: "its previous one".
    """
    before = found.text[sentence.start : start]
    if one and _TEST.search(before) and not _OTHER.search(before):
        return _of_last(before)
    if _OTHER.search(before) or not (
        _NAMED.search(before) or _is_counted(before) or _is_told(found, start)
    ):
        return None
    return _of_last(before)


def _of_last(before: str) -> Counted:
    named = [weapon.span.of(before) for weapon in find_weapons(before)]
    return read_counted(f"{' '.join(named[-1:])} launch".strip())


def is_of_another(before: str) -> bool:
    """Say whether "was the second" before a place is said of something else than a test: "the attempt was"."""
    copula = _COPULA.search(before)
    return copula is not None and not _TEST.search(copula["subject"])


_COPULA = re.compile(
    r"(?P<subject>[^,;]*)\s(?:is|was|were|marks|marked|became)\s+(?:also\s+)?(?:at\s+least\s+)?$",
    re.IGNORECASE,
)
_TEST = re.compile(
    r"\b(?:it|this|that|which|these|those|they|launch\w*|tests?|test-\w+|fir(?:e|ed|ing|ings)|missiles?|rockets?|projectiles?"
    r"|[A-Z]{1,2}[RS]?BMs?|weapons?|provocations?|barrages?|salvos?|volleys?|shows?)\b",
    re.IGNORECASE,
)


def is_named_before(before: str) -> bool:
    """Say whether a test stands right before a comma: "this launch, the tenth of its kind"."""
    return bool(_NAMED.search(_WHICH.sub("", before.rstrip().removesuffix(","))))


# "…, which was the fifth".
_WHICH = re.compile(r",?\s+(?:which|that)\s+(?:is|was|became|marks|marked)$", re.IGNORECASE)


def _is_told(found: Found, start: int) -> bool:
    """Say whether the sentence tells of a test up to a place."""
    sentence = found.sentence_at(start)
    return any(
        s.kind is StatementKind.WEAPON_TEST and s.polarity is Polarity.ASSERTED
        for s in found.statements_at(Span(sentence.start, start))
    )


def _is_counted(before: str) -> bool:
    return bool(_numbered().search(before))


# "The launch, the first in five months": the noun stands right before.
_NAMED = re.compile(
    r"\b(?:launch(?:es)?|tests?|firings?|test-firings?|provocations?|(?:nuclear|atomic)\s+(?:blast|explosion|detonation))(?:\s+(?:on\s+)?\w+day)?\s*$",
    re.IGNORECASE,
)
# What else can be a first: "the council met, its first such talks since May".
_OTHER = re.compile(
    r"\b(?:met|meets|meeting|talks|session|summit|visit\w*|drills?|exercises?|resolution|veto\w*|vot\w+|sanctions?)\b",
    re.IGNORECASE,
)


@cache
def _numbered() -> re.Pattern[str]:
    """Give the pattern of a test that is numbered: "the fourth time that it fired", "its third launch"."""
    fired = r"(?:launch|test|fir(?:ed|ing)|missile|provocation|shows? of force)"
    return re.compile(expanded(rf"\b{{ORD}}\b[^,;:]{{0,60}}\b{fired}"), re.IGNORECASE)
