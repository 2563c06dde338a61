"""Since when something was the first: the time behind the noun, or the day of the test before."""

from __future__ import annotations

import re
from dataclasses import replace

from penholder.find.found import Found
from penholder.model.span import Span
from penholder.model.when import TimeExpression, When


def measure_of(found: Found, tail: Span) -> TimeExpression | None:
    """Give the time that the words measure from: "four years", "2017"."""
    times = [time for time in found.times_within(tail) if not time.value.endswith("_REF")]
    if times and _OF_ANOTHER.match(found.text, times[0].span.end):
        return None
    return times[0] if times else _day_of_the_other(found, tail)


# "Its first launch in months, a week before the summit": that time is the summit's.
_OF_ANOTHER = re.compile(r"\s+(?:before|after|ahead\s+of|prior\s+to)\b", re.IGNORECASE)


def _day_of_the_other(found: Found, tail: Span) -> TimeExpression | None:
    """Give the day behind the test since when it was the first: "since it fired an ICBM, its newest, on Dec. 18"."""
    other = _SINCE_IT.match(found.text, tail.start, found.sentence_at(tail.start).end)
    near = Span(tail.end, other.end() + _FAR) if other else None
    days = (t for t in found.times_within(near) if t.kind == "date") if near else ()
    named = next((t for t in days if _ON.search(found.text, tail.start, t.span.start)), None)
    return _in_the_past(named, found.story.date.value) if named else None


def _in_the_past(time: TimeExpression, day: str | None) -> TimeExpression:
    """Give a day or month as one before the story: what was fired "on Dec. 18" was so the year before."""
    days, today = When(time.value).days(), When(day or "").days()
    if not (days and today and days[0] > today[1]):
        return time
    return replace(time, value=f"{days[0].year - 1}{time.value[4:]}")


# Characters after "since it tested" in which its day is told.
_FAR = 140
_SINCE_IT = re.compile(
    r"\s*since\s+(?:it|the\s+(?:North|country|regime)|North\s+Korea|Pyongyang)\s+"
    r"(?:last\s+)?(?:failed|attempted|tried|test-fired|fired|launched|tested|test-launched|conducted|carried\s+out)\b",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|in)\s+$")
