"""The day of a vote that opens a paragraph, for the sentences after it: "On 5 December 2016 … The vote was 11-3"."""

from __future__ import annotations

from datetime import timedelta

from penholder.find.council_scene import is_about_a_vote
from penholder.find.found import Found
from penholder.model.span import Span
from penholder.model.when import When

# Sentences back, and characters at the beginning of one in which its day has to begin.
_BACK, _LEAD = 3, 12
# A vote of these days needs no date of its own.
_RECENT = timedelta(days=14)


def day_above(found: Found, sentence: Span) -> str | None:
    """Give the day with which the last dated sentence of the paragraph begins, if it tells of an older vote."""
    start = found.text.rfind("\n\n", 0, sentence.start) + 1
    before = [one for one in found.sentences if start <= one.start < sentence.start][-_BACK:]
    for one in reversed(before):
        opening = [t for t in found.times_within(one) if t.span.start - one.start <= _LEAD]
        if opening:
            told = opening[0].value
            return told if is_about_a_vote(found, one) and _is_older(found, told) else None
    return None


def _is_older(found: Found, told: str) -> bool:
    days, story = When(told).days(), When(found.story.date.value or "").days()
    if not days or not story or days[0] != days[1]:
        return False
    return days[1] < story[0] - _RECENT
