"""Reads part of a year that is told by its length: "the first three months of 2022"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from penholder.find.found import Found
from penholder.model.span import Span
from penholder.model.when import TimeExpression

_PART = re.compile(r"(?:the\s+)?(?P<which>first|last|final)\s", re.IGNORECASE)
_MONTHS = re.compile(r"P(\d{1,2})M$")
_YEAR = re.compile(r"\d{4}")


def part_of_year(found: Found, time: TimeExpression) -> tuple[Span, date, date] | None:
    """Give the words and the days of the first or last months of a year; `time` is either of its halves."""
    pair = next(
        (two for two in pairwise(found.times) if time in two and _is_joined(found, *two)), None
    )
    if pair is None:
        return None
    part, months = _PART.match(pair[0].text), _MONTHS.match(pair[0].value)
    if not (part and months and int(months[1]) < 12):
        return None
    time, year = pair
    days = _days(int(year.value), int(months[1]), first=part["which"].casefold() == "first")
    return Span(time.span.start, year.span.end), *days


def _is_joined(found: Found, part: TimeExpression, year: TimeExpression) -> bool:
    between = found.text[part.span.end : year.span.start].split()
    return between == ["of"] and bool(_YEAR.fullmatch(year.value))


def _days(year: int, months: int, *, first: bool) -> tuple[date, date]:
    if first:
        return date(year, 1, 1), date(year, months + 1, 1) - timedelta(days=1)
    return date(year, 13 - months, 1), date(year, 12, 31)
