"""Cuts the noun phrase that ends at a word of a frame: "a spokesman for the ministry in Seoul"."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.find.speech.frames import Frame
from penholder.find.speech.grammar import words_of

POSSESSIVE = frozenset({"’s", "'s", "’", "'"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase: its first and last word, and the last word of its core."""

    first: int
    last: int
    head: int
    is_object: bool = False  # "him", "reporters": never a speaker after its verb


def phrase_before(frame: Frame, last: int, stop: int) -> Phrase | None:
    """Give the noun phrase whose last word is at `last`; it does not reach over `stop`."""
    if last <= stop or last < 0:
        return None
    if frame.at(last) == ")":
        return phrase_before(frame, _opening(frame, last) - 1, stop)
    if frame.at(last) in words_of("subject_pronouns"):
        return Phrase(first=last, last=last, head=last)
    first = _core_start(frame, last, stop)
    return _with_links(frame, first, last, stop) if first is not None else None


def _with_links(frame: Frame, first: int, last: int, stop: int) -> Phrase:
    """Give a phrase with what its core hangs from: "a spokesman for" of "the ministry"."""
    head = last
    while first - 2 > stop and _links(frame, first - 1, first):
        further = _core_start(frame, first - 2, stop)
        if further is None:
            break
        first, head = further, first - 2
    if frame.at(first) == "that" and first < last and _is_conjunction(frame, first, stop):
        first += 1
    return Phrase(first=first, last=last, head=head)


def _links(frame: Frame, place: int, first: int) -> bool:
    """Say whether a word ties a phrase to the one before it: "of", "who", the "and" of two names."""
    word = frame.at(place)
    if word == "and":
        return _joins(frame.words[place - 1].text, frame.words[first].text)
    return word in words_of("links")


def _joins(one: str, other: str) -> bool:
    """Say whether "and" joins two names or two plurals: "officials and experts"."""
    if one[0].isupper():
        return other[0].isupper()
    return one.endswith("s") and other.endswith("s")


def _is_conjunction(frame: Frame, place: int, stop: int) -> bool:
    """Say whether "that" opens a clause: "reported that Price said", not "that official said"."""
    return frame.words[place + 1].is_capital or place - 1 == stop


def _opening(frame: Frame, place: int) -> int:
    """Give the bracket that the one at `place` closes."""
    return next((i for i in range(place, -1, -1) if frame.at(i) == "("), place)


def _core_start(frame: Frame, last: int, stop: int) -> int | None:
    """Give where the words of one noun phrase begin that ends at `last`; None where none ends."""
    if not _may_stand_in(frame, last):
        return None
    place = last
    while place - 1 > stop and place > 0:
        here, before = frame.at(place), frame.at(place - 1)
        if here not in POSSESSIVE and before not in POSSESSIVE:
            if here in words_of("determiners"):
                return place - 1 if before in words_of("predeterminers") else place
            if not _may_stand_in(frame, place - 1):
                return place
        place -= 1
    return place


def _may_stand_in(frame: Frame, place: int) -> bool:
    """Say whether a word can be part of a noun phrase."""
    word, low = frame.words[place], frame.words[place].low
    if word.is_sign:
        return low in POSSESSIVE | {"&", "."} and place + 1 < len(frame.words)
    if low in words_of("determiners") or low not in words_of(*_CLOSED):
        return True
    return word.is_capital and place > 0 and low in {"may", "will", "us"}


_CLOSED = (
    "prepositions", "openers", "relatives", "auxiliaries", "subject_pronouns", "object_pronouns",
)  # fmt: skip
