"""Sees a day that stands right behind a noun: "the last test, in February 2013", "the launch on Monday"."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.acts import word_class


def has_day_behind(text: str, end: int) -> bool:
    """Say whether a day, a month or a year stands right behind an offset."""
    return bool(_day_behind().match(text, end))


def stands_behind(text: str, end: int, start: int) -> bool:
    """Say whether what begins at `start` stands right behind `end`: "nuclear test last month"."""
    return start >= end and bool(_BETWEEN.fullmatch(text, end, start))


_BETWEEN = re.compile(r",?\s+(?:(?:in|on|of|from)\s+)?(?:(?:early|late|mid)[\s-])?")


@cache
def _day_behind() -> re.Pattern[str]:
    day = word_class("day").pattern
    return re.compile(rf"{_BETWEEN.pattern}(?:{day}|(?:19|20)\d\d\b)")
