"""Tells a history from news: in a history bare months and days count from the date told last."""

from __future__ import annotations

import re

from penholder.find.times.anchor import Anchor
from penholder.model.span import Span

_YEAR = re.compile(r"(?<![\w$€£.,-])(?:1\d|20)\d\d(?![\w%]|[.,]\d)")
_NEWSY = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:last|this|next) (?:week|month|year)"
    r"|(?:on|said|late|early) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
# A history tells at least so many years, most of them before the year that came before the story's,
# and at least four times as many as it has words that speak from the writer's own day.
# Chosen on news (TimeBank) and histories (half of WikiWars): none of the first, all of the second.
_LEAST, _SHARE, _WEIGHT = 6, 0.6, 4


def is_history(text: str, stretch: Span, anchor: Anchor) -> bool:
    """Say whether a stretch tells of years long past rather than of the writer's days."""
    if anchor.day is None:
        return False
    years = [int(year) for year in _YEAR.findall(text, stretch.start, stretch.end)]
    past = [year for year in years if year < anchor.day.year - 1]
    if len(years) < _LEAST or len(past) < _SHARE * len(years):
        return False
    newsy = sum(1 for _ in _NEWSY.finditer(text, stretch.start, stretch.end))
    return len(past) >= _WEIGHT * newsy
