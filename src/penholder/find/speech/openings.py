"""Finds the subject that a sentence begins with, over what only opens it."""

from __future__ import annotations

from penholder.find.speech.following import phrase_after
from penholder.find.speech.frames import Frame
from penholder.find.speech.grammar import words_of
from penholder.find.speech.phrases import Phrase

_LEADS = frozenset(
    {"and", "but", "so", "yet", "then", "still", "later", "now", "meanwhile", "also"}
)
# Words up to which "WASHINGTON (AP) —" reaches.
_DATELINE = 8


def first_subject(frame: Frame, end: int) -> Phrase | None:
    """Give the subject that a sentence begins with, before the word at `end`.

    An opening phrase up to a comma is left out: "On Monday, Price left".
    """
    start = _clause_start(frame, end)
    return phrase_after(frame, start) if start <= end else None


def subject_after(frame: Frame, place: int) -> Phrase | None:
    """Give the subject after the opening clause that `place` stands in: "Saying so, Price left"."""
    for comma in range(place, len(frame.words) - 1):
        if frame.at(comma) == ",":
            return phrase_after(frame, comma + 1)
    return None


def _clause_start(frame: Frame, end: int) -> int:
    start = _past_dateline(frame, end)
    while start < end and (frame.words[start].is_sign or frame.at(start) in _LEADS):
        start += 1
    while start < end and _opens_adverbial(frame, start):
        comma = _comma_after(frame, start, end)
        if comma is None:
            return end + 1
        start = comma + 1
    return start


def _comma_after(frame: Frame, start: int, end: int) -> int | None:
    """Give the comma that ends an opening phrase: not that of "in Ames, Iowa, on Sunday, …"."""
    commas = [i for i in range(start, end) if frame.at(i) == ","]
    for one, following in zip(commas, [*commas[1:], None], strict=False):
        place = following is not None and following - one == 2 and frame.words[one - 1].is_capital
        if not (place and frame.words[one + 1].is_capital):
            return one
    return commas[-1] if commas else None


def _past_dateline(frame: Frame, end: int) -> int:
    for place in range(min(end, _DATELINE)):
        if frame.at(place) in {"—", "–"} and frame.words[0].is_capital:
            return place + 1
    return 0


def _opens_adverbial(frame: Frame, start: int) -> bool:
    low = frame.at(start)
    if low in words_of("prepositions", "adverbs") or low.endswith("ly"):
        return True
    if low in words_of("openers") or low.endswith("ing") or low in {"asked", "given", "pressed"}:
        return True
    return low in {"a", "one", "two", "three"} and any(
        frame.at(i) in {"later", "earlier", "after", "before", "ago"}
        for i in range(start + 1, start + 5)
    )
