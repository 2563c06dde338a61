"""Sees a day that stands right behind a noun, and the verbs whose day is their subject's: "the launch on Monday", "took place"."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.acts import word_class
from penholder.find.phrases import any_of
from penholder.tables.load import load_toml


def has_day_behind(text: str, end: int) -> bool:
    """Say whether a day, a month or a year stands right behind an offset."""
    return bool(_day_behind().match(text, end))


def stands_behind(text: str, end: int, start: int) -> bool:
    """Say whether what begins at `start` stands right behind `end`: "nuclear test last month"."""
    return start >= end and bool(_BETWEEN.fullmatch(text, end, start))


def befell(verb: str) -> bool:
    """Say whether a verb or an adjective tells that its subject, a test, took place, or how it ended."""
    return bool(_befell().fullmatch(verb))


@cache
def _befell() -> re.Pattern[str]:
    return re.compile(any_of(load_toml("unowned")["befell"]), re.IGNORECASE)


_AGO = r"last\s+(?:week|month|year)\b|(?:a|one|two|three|four|five|six)\s+(?:day|week|month|year)s?\s+(?:ago|earlier)\b"
_BETWEEN = re.compile(r",?\s+(?:(?:in|on|of|from)\s+)?(?:(?:early|late|mid)[\s-])?")


@cache
def _day_behind() -> re.Pattern[str]:
    day = word_class("day").pattern
    return re.compile(rf"{_BETWEEN.pattern}(?:{day}|(?:19|20)\d\d\b|{_AGO})")
