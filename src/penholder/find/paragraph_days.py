"""The day of a vote that other words tell: those of its sentence, or of the votes told before it in its paragraph."""

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
# A vote of the day before is the story's own.
_RECENT = timedelta(days=1)


def day_above(found: Found, sentence: Span) -> str | None:
    """Give the time of the last dated sentence of the paragraph before this one, if it tells of an older vote."""
    start = found.text.rfind("\n\n", 0, sentence.start) + 1
    before = [one for one in found.sentences if start <= one.start < sentence.start][-_BACK:]
    return next((told for one in reversed(before) if (told := _time_of(found, one))), None)


def follows_an_older_vote(found: Found, sentence: Span) -> bool:
    """Say whether one of the last sentences, in whatever paragraph, tells of a vote before that of the story."""
    before = [one for one in found.sentences if one.start < sentence.start][-_BACK:]
    return any(_time_of(found, one) for one in before)


def _time_of(found: Found, sentence: Span) -> str | None:
    """Give the time of the vote before that of the story of which a sentence tells: the one it opens with, else its first."""
    if not is_about_a_vote(found, sentence):
        return None
    times = [t for t in found.times_within(sentence) if _is_older(found, t.value)]
    opening = [t for t in times if t.span.start - sentence.start <= _LEAD]
    own = [t for t in times if not _UNTIL.search(found.text[: t.span.start][-12:])]
    return next((one.value for one in (*opening, *own)), None)


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
    """Say whether a time lies wholly before the votes of which the story is news."""
    days, story = When(told).days(), When(found.story.date.value or "").days()
    return days is not None and story is not None and days[1] < story[0] - _RECENT
