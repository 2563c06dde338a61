"""Days of a month with their weekday: "Thursday, May 5, 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.beat import is_on_the_beat
from penholder.find.found import Found
from penholder.model.claim import Claim, ClaimType, WeekdayAsked
from penholder.model.when import TimeExpression

_NAMED = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b.*\b\d{1,2}\b", re.IGNORECASE | re.DOTALL
)
_NUMBERS = {name: n for n, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 1)}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def find_weekdays(found: Found) -> Iterator[Claim]:
    """Yield each day of the body that is given with its weekday, in a story of weapons or the Council."""
    if not is_on_the_beat(found):
        return
    for time in found.times_within(found.story.body):
        named = _NAMED.match(time.text)
        if named and (day := _DAY.fullmatch(time.value)):
            yield _claim(found, time, day[0], _NUMBERS[named[1].casefold()])


def _claim(found: Found, time: TimeExpression, day: str, weekday: int) -> Claim:
    said = bool(_YEAR.search(time.text))
    return Claim(
        span=time.span,
        text=time.text,
        type=ClaimType.OTHER,
        asked=WeekdayAsked(day=day, weekday=weekday, year_said=said),
        said_by=found.speaker_at(time.span),
        rule="weekday",
    )
