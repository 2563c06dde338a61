"""Tells whose count a number is: "according to CNN's count", else the agency's or the outlet's own."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.found import Found
from penholder.find.phrases import blanks
from penholder.model.span import Span
from penholder.tables.load import load_toml


def counter_of(found: Found, sentence: Span) -> str | None:
    """Give who counts, as written: named in the sentence, or who wrote the story; None: not known."""
    named = counter_pattern().search(found.text, sentence.start, sentence.end)
    if named:
        return next(words for words in named.groups() if words)
    story = found.story
    return (
        f"{story.outlet} ({story.credit})"
        if story.outlet and story.credit
        else story.credit or story.outlet
    )


def names_counter(found: Found, sentence: Span) -> bool:
    """Say whether a sentence says whose count it gives."""
    return bool(counter_pattern().search(found.text, sentence.start, sentence.end))


@cache
def counter_pattern() -> re.Pattern[str]:
    """Give the pattern whose groups hold who counts."""
    return re.compile(
        "|".join(blanks(source) for source in load_toml("claims")["counters"]["patterns"])
    )
