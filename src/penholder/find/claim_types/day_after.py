"""The day of a launch that is told by the time since: "a day after the North fired 23 missiles"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from penholder.find.found import Found
from penholder.find.told_days import event_day
from penholder.find.window import Window, made_of
from penholder.model.actor import ActorId
from penholder.model.claim import LOOSE
from penholder.model.span import Span

_DAYS = re.compile(r"P(\d)D$")
# What stands between "a day" and the number: who fired, and that it did.
_FIRED = re.compile(
    r"\s*(?:after\s+)?[^.,;]{2,30}?\s(?:had\s+)?(?:test-)?(?:fired|launched)\s+(?:[\w\-]+\s+){0,3}$",
    re.IGNORECASE,
)


def day_after(found: Found, sentence: Span, start: int, actor: ActorId) -> Window | None:
    """Give the one day on which weapons were fired that are counted at a place; None where none is told so.

    The day is that of the launch which the story tells, else the story's, less so many days.
    """
    for time in found.times_within(Span(sentence.start, start)):
        before = Span(
            sentence.start, time.span.start
        )  # the later test, not the one that it follows
        told = event_day(found, before, actor) or found.story.date.value or ""
        gap = _DAYS.match(time.value)
        after = re.search(r"\bafter\b", found.text[time.span.start : start])
        if gap and after and _FIRED.match(found.text, time.span.end, start) and len(told) == _FULL:
            day = date.fromisoformat(told) - timedelta(days=int(gap[1]))
            window = made_of(time, day, day)
            return replace(window, value=f"{day.isoformat()}{LOOSE}")
    return None


_FULL = len("2022-11-02")
