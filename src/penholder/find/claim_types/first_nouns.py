"""What was the first: the noun, what "such" takes up, or the tests that a lull was one of."""

from __future__ import annotations

import re
from dataclasses import replace

from penholder.find.claim_types.left_out import left_out
from penholder.find.counted import Counted, of_weapon, read_counted
from penholder.find.found import Found
from penholder.find.weapons import find_weapons
from penholder.model.span import Span
from penholder.model.statement import StatementKind

# Rows whose noun stands before them: "and its first since May".
_LEFT_OUT = frozenset({"first_elided", "last_one"})


def first_counted(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Counted | None:
    """Give what was the first: the noun, or for a lull the tests that the sentence speaks of."""
    if row == "lull_ended":
        return _paused(found, sentence, match)
    if row == "first_alone" and (fired := _of_what(match["tail"])):
        return fired
    if row == "first_over":
        return Counted(noun="missile launch", unit="launch", kinds=("missile",))
    if row in _LEFT_OUT:
        return left_out(found, sentence, match.start(), one=row == "last_one")
    noun = Span(*match.span("noun"))
    words = re.sub(r"\bones$", "missiles", noun.of(found.text))
    counted = of_weapon(found.text, noun) or read_counted(words)
    if not counted.kinds and is_such(match):
        counted = replace(counted, kinds=_spoken_of(found, match.start()))
    return counted if _is_test(found, noun, counted) else None


def with_outcome(match: re.Match[str], noun: str) -> str:
    """Give the noun with the "successful" that stands before it: failures do not count then."""
    lead = match.string[match.start() : match.start("noun")].casefold()
    return f"successful {noun}" if "successful " in lead else noun


def is_such(match: re.Match[str]) -> bool:
    """Say whether "such" makes the noun mean what was spoken of before: "its first such test"."""
    return bool(
        _SUCH.search(match.string, match.start(), match.end("noun"))
        or (match["noun"] and _OF_ITS_KIND.match(match.string, match.end("noun")))
    )


_SUCH = re.compile(r"\bsuch\b", re.IGNORECASE)
# "The first launch of its kind since 2017": of the weapon that was told.
_OF_ITS_KIND = re.compile(
    r"\s+of\s+(?:its|their|the|this|that)\s+(?:kind|type|sort)\b", re.IGNORECASE
)


def _spoken_of(found: Found, before: int) -> tuple[str, ...]:
    """Give the kinds of the weapon named last before a place; of ballistic ones the class where it tells them apart."""
    start = max(found.story.body.start, before - _BACK)
    named = list(find_weapons(found.text, start, before))
    kinds = named[-1].kinds if named else ()
    if {"icbm", "slbm", "irbm"} & set(kinds) or "ballistic" not in kinds:
        return read_counted(named[-1].span.of(found.text)).kinds if named else ()
    return ("ballistic",)


# Characters before "such" in which it was spoken of.
_BACK = 250


def _of_what(tail: str) -> Counted | None:
    """Give tests of the weapon that "first of" names: "the test was the first of an ICBM since 2017"."""
    of = _OF_WEAPON.match(tail)
    weapon = next(find_weapons(of["what"]), None) if of else None
    return replace(read_counted(f"{of['what']} test"), unit="launch") if of and weapon else None


_OF_WEAPON = re.compile(
    r"\s+of\s+(?:an?\s+|its\s+)?(?P<what>[^,;]{3,50}?)\s+(?:since|in|for|this)\b"
)


def _paused(found: Found, sentence: Span, match: re.Match[str]) -> Counted | None:
    """Give the tests that a lull was one of; None where talks or drills paused."""
    comma = found.text.find(",", match.end(), sentence.end)
    words = found.text[sentence.start : comma if comma >= 0 else sentence.end]
    if testing := _TESTING.match(found.text, match.end()):
        return read_counted(f"{testing['what']} test")
    duration = any(t.kind == "duration" for t in found.times_within(Span(*match.span("tail"))))
    if not duration or _TALKS.search(words) or not _TESTS.search(words):
        return None
    weapons = list(find_weapons(found.text, sentence.start, sentence.end))
    # Cruise missiles end a lull in any tests, unless it is called one of theirs.
    own = [w for w in weapons if w.span.start >= match.start() or "cruise" not in w.kinds]
    named = [w.span.of(found.text) for w in own]
    return read_counted(f"{' '.join(named)} test".strip())


# "A ten-week pause in its weapons testing": what was paused is said.
_TESTING = re.compile(
    r"\s+(?:in|of|from)\s+(?:(?:its|the|all|any|North\s+Korea['’]s|the\s+North['’]s)\s+)?"
    r"(?P<what>(?:(?:ballistic|cruise|nuclear|long-range|intercontinental)\s+)*(?:missile|weapons?|nuclear|ICBM|rocket))"
    r"\s+(?:test|launch|firing)",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"\b(?:talks|negotiat\w+|dialogue|drills?|exercises?|summits?|diploma\w+|meetings?|visits?|trade|pandemic)\b",
    re.IGNORECASE,
)
_TESTS = re.compile(
    r"\b(?:missiles?|weapons?|nuclear|rockets?|ICBMs?) (?:\w+ )?(?:test|launch|firing|activit)"
    r"|\b(?:launch|test|firing)\b|\b(?:test-)?(?:fire[sd]|launche[sd])\b[^,;]{0,40}\b(?:missiles?|ICBMs?|rockets?)\b",
    re.IGNORECASE,
)


def _is_test(found: Found, noun: Span, counted: Counted) -> bool:
    if counted.kinds:
        return True
    if "provocation" in counted.noun:
        here = found.statements_at(found.sentence_at(noun.start))
        return any(s.kind is StatementKind.WEAPON_TEST for s in here)
    weapons = re.search(
        r"\b(?:weapons?|missiles?|launch(?:es)?|tests?|firings?|fired)\b",
        noun.of(found.text),
        re.IGNORECASE,
    )
    return bool(weapons)
