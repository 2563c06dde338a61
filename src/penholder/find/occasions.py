"""Tells which of a sentence's time expressions dates an act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from penholder.find.placed import within
from penholder.model.span import Span
from penholder.model.statement import SaidWhen
from penholder.model.when import TimeExpression

# "The first since September 15", "since the test of two missiles on September 10": that day is another event's;
# so is that of "stronger than the bomb of 1945".
_SINCE = re.compile(
    r"\b(?:since|(?<!more\s)(?<!less\s)(?<!fewer\s)than)\s+(?:(?!(?:after|when|while|as|and|but|because)\b)[\w.’'\-]+\s+){0,9}$",
    re.IGNORECASE,
)
# "Before Sunday, the North had fired nine": what came before a day was not on it.
_UNTIL = re.compile(r"\b(?:before|prior\s+to|until)\s+$", re.IGNORECASE)
# At most two plain words between a day and the noun that it dates.
_BEFORE_NOUN = re.compile(r"\s+(?:[\w\-]+\s+){0,2}")
_DATES = frozenset({"date", "time"})


def occasion_of(
    text: str, times: Sequence[TimeExpression], clause: Span, trigger: Span
) -> SaidWhen | None:
    """Give the date of an act: the one in its clause that stands nearest to its trigger.

    `times` are in reading order.
    """
    dated = [
        time
        for time in within(times, clause)
        if time.kind in _DATES and clause.covers(time.span) and _is_day(time)
        if _names(text, time.span, trigger) or not _is_of_another(text, clause, time, trigger)
    ]
    if not dated:
        return None
    nearest = min(dated, key=lambda time: (_distance(time.span, trigger), time.span))
    return SaidWhen(value=nearest.value, text=nearest.text)


def _is_of_another(text: str, clause: Span, time: TimeExpression, trigger: Span) -> bool:
    """Say whether a time is another event's: "since May 14", "before Sunday"; a time of day is the act's own."""
    since = _SINCE.search(text, clause.start, time.span.start)
    if since and not since.start() < trigger.start < time.span.start:  # "since it fired one in May"
        return True
    is_day = "T" not in time.value
    return is_day and bool(_UNTIL.search(text, clause.start, time.span.start))


def _names(text: str, time: Span, trigger: Span) -> bool:
    """Say whether a time names the act itself: "since Pyongyang's Jan. 6 nuclear test"."""
    return bool(_BEFORE_NOUN.fullmatch(text, time.end, max(time.end, trigger.start)))


def _is_day(time: TimeExpression) -> bool:
    return not time.value.endswith("_REF") and not time.value.startswith("P")


def _distance(span: Span, trigger: Span) -> int:
    return max(span.start - trigger.end, trigger.start - span.end, 0)
