"""The day of the nuclear test that a number is said of: older ones are often numbered where a newer one is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.claim_types.count_windows import CountPlace
from penholder.find.found import Found
from penholder.find.unreal import is_nuclear
from penholder.model.span import Span
from penholder.model.statement import Polarity, Statement, StatementKind
from penholder.model.when import When


def nuclear_event(found: Found, place: CountPlace) -> str | None:
    """Give the day or the month of the nuclear test that is numbered, where its own words tell it; else None."""
    bare = place.noun.start == place.noun.end
    if when := _when_it_was(found, place, _IN if bare else _HELD):
        return when
    lead = found.text[place.sentence.start : place.match.start("number")]
    if place.row == "nth_nuclear" or _IT_WAS.search(lead) or _APPOSED.search(lead):
        return _day_here(found, place) or _day_told(found, place)
    return _day_conducted(found, place)


def _when_it_was(found: Found, place: CountPlace, between: re.Pattern[str]) -> str | None:
    """Give the time right behind an ordinal: "the fourth in January", "its third was conducted on 12 February 2013"."""
    end = place.match.end()
    time = next((t for t in found.times if 0 <= t.span.start - end <= _NEAR), None)
    told = time and time.kind == "date" and between.fullmatch(found.text, end, time.span.start)
    return time.value if time and told else None


# Characters from an ordinal to the time when it was.
_NEAR = 40
_IN = re.compile(r"\s+in\s+(?:early\s+|late\s+)?", re.IGNORECASE)
_HELD = re.compile(
    r",?\s+(?:(?:was|were)\s+(?:\w+ly\s+)?(?:conducted|held|carried\s+out|staged|detonated)|came|took\s+place|occurred|happened)"
    r"\s+(?:on|in)\s+(?:early\s+|late\s+)?",
    re.IGNORECASE,
)
# "It was the fifth nuclear test", "the blast on Friday was": the one that was told right before.
_IT_WAS = re.compile(
    r"\b(?:it|this|that|(?:the|\w+day['’]s)\s+(?:\w+\s+)?(?:test|blast|explosion|detonation)(?:\s+on\s+\w+)?)"
    r"\s+(?:was|is|marks|marked)\s+[^,;]{0,24}$",
    re.IGNORECASE,
)
# "Tested a bomb on Friday, its fourth nuclear test".
_APPOSED = re.compile(r",\s+(?:(?:its|the|North\s+Korea['’]s|the\s+North['’]s)\s+)?$")
_LONG = len("2022-05-05")


def _told(found: Found) -> Iterator[Statement]:
    """Yield the nuclear tests that the story tells, in reading order."""
    for one in found.statements:
        test = one.kind is StatementKind.WEAPON_TEST and one.polarity is Polarity.ASSERTED
        if test and (is_nuclear(one) or "nuclear" in one.text.casefold()):
            yield one


def _day_here(found: Found, place: CountPlace) -> str | None:
    """Give the day that the sentence names before the number."""
    before = Span(place.sentence.start, place.match.start("number"))
    days = [t.value.split("T")[0] for t in found.times_within(before) if t.kind in {"date", "time"}]
    return next((day for day in reversed(days) if _is_day(day)), None)


def _day_told(found: Found, place: CountPlace) -> str | None:
    """Give the day of the nuclear test that was told last before a count; without one the story's for the first it tells."""
    told = [one for one in _told(found) if one.span.start < place.match.start()]
    days = [one.when.value.split("T")[0] for one in told if one.when]
    fresh = len(told) == 1 and told[0].when is None and told[0].span.end <= _end_of_lead(found)
    named = next((day for day in reversed(days) if len(day) == _LONG), None)
    return named or (found.story.date.value if fresh else None)


def _end_of_lead(found: Found) -> int:
    """Give the end of the story's first sentence."""
    return found.sentence_at(found.story.body.start).end


def _day_conducted(found: Found, place: CountPlace) -> str | None:
    """Give the day on which it is told to have been conducted; news of today is told without one."""
    lead = found.text[
        max(place.sentence.start, place.match.start() - 24) : place.match.end("number")
    ]
    if not _CONDUCTED.search(lead):
        return None
    tests = (s for s in found.statements_at(place.noun) if s.kind is StatementKind.WEAPON_TEST)
    told = [s for s in tests if s.polarity is Polarity.ASSERTED]
    days = [s.when.value for s in told if s.when and When(s.when.value).days()]
    if days:
        return days[0].split("T")[0]
    times = found.times_within(place.sentence)
    if len(times) == 1 and _FINITE.search(lead) and (day := _day_here(found, place)):
        return day
    return found.story.date.value if told and not times and _NOW.search(lead) else None


_CONDUCTED = re.compile(
    r"\b(?:conduct|carr|stag|held|hold|detonat|perform|test|undert|explod|claim)\w*\s+(?:out\s+)?"
    r"(?:(?:its|a|the|their)\s+)?(?:[\w\-]+\s+){0,2}\S*$",
    re.IGNORECASE,
)
# "By conducting" tells of none.
_FINITE = re.compile(
    r"\b(?:conducts|conducted|carries|carried|stages|staged|holds|held|detonates|detonated|tests|tested|explodes|exploded)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:has|have)\s+(?:now\s+|just\s+|successfully\s+)?\w+", re.IGNORECASE)


def _is_day(value: str) -> bool:
    return len(value) == _LONG and When(value).days() is not None
