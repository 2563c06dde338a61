"""Tells words for a test that tell of none: a weapon fired at somebody, or the site of a test."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.phrases import any_of
from penholder.model.span import Span
from penholder.tables.load import load_toml


def is_no_test(text: str, trigger: Span, stretch: Span) -> bool:
    """Say whether the words for a test tell of none.

    Args:
        text: a story's text.
        trigger: the words that may say that a weapon was tested.
        stretch: the clause from there on.
    """
    if _place().match(text, trigger.end, stretch.end):
        return True
    return bool(_war().search(text, stretch.start, stretch.end))


@cache
def _place() -> re.Pattern[str]:
    """Give the pattern of what follows in "nuclear test site"."""
    return re.compile(rf"[\s\-]+{any_of(load_toml('no_tests')['place']['words'])}", re.IGNORECASE)


@cache
def _war() -> re.Pattern[str]:
    """Give the pattern of acts of war: "a missile strike", "at two military bases"."""
    table = load_toml("no_tests")
    attack, raid = table["attack"], any_of(table["raid"]["words"])
    at, targets = any_of(attack["prepositions"]), any_of(attack["targets"])
    words = r"(?:[\w.,'’\-]+\s+){0,4}?"
    return re.compile(rf"{raid}|{at}\s+{words}{targets}", re.IGNORECASE)
