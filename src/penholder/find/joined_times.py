"""Reads the days of two or more dates that are joined: "in 2022 and 2023", "between 2006 and 2017"."""

from __future__ import annotations

import re
from datetime import timedelta

from penholder.find.found import Found
from penholder.find.window import Window, last_day
from penholder.model.claim import LOOSE
from penholder.model.span import Span
from penholder.model.when import TimeExpression, When

BETWEEN = re.compile(r"\bbetween\s+(?:\w+\s+)?$", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+(?:in\s+)?", re.IGNORECASE)
_COMMA = re.compile(r",\s+(?:in\s+)?", re.IGNORECASE)


def days_joined(found: Found, time: TimeExpression, anchor: str | None) -> Window | None:
    """Give the days from one date to another: "in 2022 and 2023", "between 2006 and 2017"."""
    lead = found.text[max(time.span.start - 30, 0) : time.span.start]
    other = _joined(found, time)
    if other is None:
        return None
    between, first, last = BETWEEN.search(lead), When(time.value).days(), When(other.value).days()
    years = len(time.value) == len(other.value) == len("2022")
    if not (first and last and (between or years)) or first[0] > last[1]:
        return None
    until = last_day(anchor)
    end = min(last[1], until) if until and until >= first[0] else last[1]
    span = Span(time.span.start, other.span.end)
    # "In 2006 and 2013": what lies between is not spoken of.
    gap = "" if between or last[0] - first[1] <= timedelta(days=1) else LOOSE
    value = f"{time.value}/{other.value}{gap}"
    return Window(span=span, value=value, start=first[0].isoformat(), end=end.isoformat())


def _joined(found: Found, time: TimeExpression) -> TimeExpression | None:
    """Give the last time of a list that begins with a time: "2006, 2009 and 2013"; None where there is no list."""
    last = time
    for other in (one for one in found.times if one.span.start > time.span.end):
        between = found.text[last.span.end : other.span.start]
        if _AND.fullmatch(between):
            return other
        if not _COMMA.fullmatch(between):
            return None
        last = other
    return None
