"""The day of a vote that other words tell: of its sentence, or "On 5 December 2016" at the head of its paragraph."""

from __future__ import annotations

import re
from datetime import timedelta

from penholder.find.council_scene import is_about_a_vote
from penholder.find.found import Found
from penholder.find.occasions import occasion_of
from penholder.model.span import Span
from penholder.model.when import When

# Sentences back, and characters at the beginning of one in which its day has to begin.
_BACK, _LEAD = 3, 12
_WHOLE_DAY = len("2022-05-26")
# "Renewed the mandate until 31 October": a day that the draft names.
_UNTIL = re.compile(r"\b(?:until|till|through|to|by|from|since)\s+(?:\w+\s+)?$", re.IGNORECASE)
# "The statement of Monday came two days after the Council voted": of two happenings.
_APART = re.compile(r"\b(?:after|before|since|until|ahead\s+of|following)\b", re.IGNORECASE)
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


def day_of_vote(found: Found, sentence: Span, clause: Span, words: Span) -> str | None:
    """Give the day of a vote: that of its clause, of its sentence, or of its paragraph; none to come."""
    said = occasion_of(found.text, found.times, clause, words)
    day = said.value if said else day_beside(found, sentence, words)
    day = None if day and _is_ahead(found, day) else day
    return day or day_above(found, sentence)


def _is_ahead(found: Found, told: str) -> bool:
    """Say whether a time lies after the story: "until the end of 2026"."""
    days, story = When(told).days(), When(found.story.date.value or "").days()
    return days is not None and story is not None and days[0] > story[1] + timedelta(days=1)


def day_beside(found: Found, sentence: Span, words: Span) -> str | None:
    """Give the day that another clause of the sentence names; a year alone only where no day is."""
    days = [time for time in found.times_within(sentence) if len(time.value) >= _WHOLE_DAY]
    past = [time for time in days if _may_date(found.text, time.span, words)]
    said = occasion_of(found.text, past, sentence, words)
    said = said or (None if days else occasion_of(found.text, found.times, sentence, words))
    return said.value if said else None


def _may_date(text: str, time: Span, words: Span) -> bool:
    """Say whether a time can be that of the words: not one that they come after, nor a draft's own."""
    first, last = sorted((time, words))
    between = text[first.end : last.start] if first.end <= last.start else ""
    return not _UNTIL.search(text[: time.start][-12:]) and not _APART.search(between)


def _is_older(found: Found, told: str) -> bool:
    days, story = When(told).days(), When(found.story.date.value or "").days()
    if not days or not story or days[0] != days[1]:
        return False
    return days[1] < story[0] - _RECENT
