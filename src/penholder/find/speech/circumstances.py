"""Skips what stands between a verb of speech and what is said: hearers, days and places."""

from __future__ import annotations

from penholder.find.speech.frames import Frame
from penholder.find.speech.grammar import words_of

_BEFORE_DAY = frozenset({"on", "late", "early", "last", "this", "in"})
_AFTER_DAY = frozenset({"night", "morning", "afternoon", "evening", "week"})


def past_hearer(frame: Frame, place: int) -> int:
    """Give the word after those spoken to: "told reporters", "told the Council"."""
    start = place
    while place < len(frame.words):
        low = frame.at(place)
        if frame.words[place].is_sign or low in words_of("openers", "subject_pronouns"):
            break
        if place > start and _begins_anew(frame, place):
            break
        place += 1
        if low in words_of("hearers", "object_pronouns"):
            break
    return place


def _begins_anew(frame: Frame, place: int) -> bool:
    """Say whether a phrase begins that no preposition ties to the hearer: "told CNN the vote"."""
    before, low = frame.at(place - 1), frame.at(place)
    if low in words_of("determiners"):
        return before not in words_of("prepositions")
    return low in words_of("weekdays")


def past_days(frame: Frame, place: int, ceiling: int) -> int:
    """Give the word after the days and adverbs of a verb: "said late on Monday"."""
    start = place
    days = words_of("weekdays") | {"week", "month", "year"}
    while place < min(ceiling, len(frame.words)):
        low = frame.at(place)
        if low in words_of("weekdays", "adverbs") or low.isdigit():
            place += 1
        elif low in _BEFORE_DAY and frame.at(place + 1) in days:
            place += 2
        elif place > start and low in _AFTER_DAY:
            place += 1
        else:
            break
    return place
