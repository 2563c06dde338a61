"""Whether a sentence tells of the story's own days or looks elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from penholder.find.found import Found
from penholder.find.phrases import any_of
from penholder.find.speech.forms import speech_forms
from penholder.model.span import Span
from penholder.model.when import When

# News tells of the last weeks; what lies further off is told in passing.
_NEAR = timedelta(days=45)


def far_time(found: Found, span: Span) -> str | None:
    """Give the time away from the story's days that the sentence of a span names, or None."""
    return next((value for value, near in _times(found, span) if not near), None)


def speaks_now(found: Found, span: Span) -> bool:
    """Say whether a span's words are followed by a speech verb, in a sentence of these days."""
    said = re.match(
        rf"^,?\s+(?:\w+ly\s+|also\s+)?{_speech()}", found.text[span.end : span.end + 40]
    )
    times = list(_times(found, span))
    return bool(said) and bool(times) and all(near for _, near in times)


def _times(found: Found, span: Span) -> Iterator[tuple[str, bool]]:
    story = When(found.story.date.value).days() if found.story.date.value else None
    for time in found.times_within(found.sentence_at(span.start)):
        if story and (days := When(time.value).days()):
            yield time.value, _is_near(days, story)


def _is_near(days: tuple[date, date], story: tuple[date, date]) -> bool:
    return days[0] - _NEAR <= story[1] and story[0] <= days[1] + _NEAR


@cache
def _speech() -> str:
    return any_of(speech_forms())
