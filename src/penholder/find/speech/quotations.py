"""Finds the quotations that a verb of speech introduces, before and after it."""

from __future__ import annotations

from collections.abc import Iterator

from penholder.find.speech.bounds import Bounds, Content
from penholder.find.speech.frames import Frame, ends_as_speech
from penholder.find.speech.grammar import words_of

# Words that may stand between a verb and its quotation: "told reporters in Seoul on Monday".
_TO_QUOTE = 14
_ADJUNCTS = frozenset({"in", "on", "at", "to", "of", "during", "after"})


def quotations_of(frame: Frame, bounds: Bounds) -> tuple[Content, ...]:
    """Give the quotations that a verb introduces, in reading order."""
    return (*_before(frame, bounds), *_after(frame, bounds))


def _before(frame: Frame, bounds: Bounds) -> Iterator[Content]:
    """Yield the quotation before a speaker that ends as speech does: with a comma, ? or !."""
    for place in range(bounds.first - 1, bounds.floor, -1):
        if not frame.words[place].is_quote:
            continue
        beside = place == bounds.first - 1
        if ends_as_speech(frame, place) or (beside and _is_sentence(frame, place)):
            yield Content(first=place, last=place, how="quotation")
        return


def _after(frame: Frame, bounds: Bounds) -> Iterator[Content]:
    """Yield the quotation after a verb, right after it or after a comma or colon, and its next."""
    first = bounds.last + 1
    end = min(bounds.next, first + 1 + _TO_QUOTE, len(frame.words))
    place = next((i for i in range(first, end) if frame.words[i].is_quote), None)
    if place is None:
        return
    if (
        place > first
        and frame.at(place - 1) not in {",", ":"}
        and not _only_adjuncts(frame, first, place)
    ):
        return
    while place < len(frame.words) and frame.words[place].is_quote:
        yield Content(first=place, last=place, how="quotation")
        place += 1


def _is_sentence(frame: Frame, place: int) -> bool:
    marked = frame.words[place].marked
    return marked is not None and marked.capital and marked.words > 2


def _only_adjuncts(frame: Frame, first: int, end: int) -> bool:
    """Say whether nothing but hearers and circumstances stands here: "told reporters on Monday"."""
    low = frame.at(first)
    leads = words_of("hearers", "weekdays", "object_pronouns") | _ADJUNCTS
    return low in leads and end - first <= 8 and _is_sentence(frame, end)
