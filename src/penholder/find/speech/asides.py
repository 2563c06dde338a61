"""Finds the name before an aside: "Price, a spokesman for the department, said"."""

from __future__ import annotations

from penholder.find.speech.frames import Frame, ends_as_speech
from penholder.find.speech.grammar import words_of
from penholder.find.speech.phrases import Phrase, phrase_before

_SIGNS = frozenset({",", "—", "–", "-", "(", ")", ":", ";"})


def before_aside(frame: Frame, place: int, stop: int) -> Phrase | None:
    """Give the phrase before the asides that end with the sign at `place`, right before a verb.

    It does not reach over `stop`, unless a relative clause stands there: "Reid, who praised her, said".
    """
    end = place
    while True:
        start = _sign_before(frame, end - 1)
        if start <= stop and not _is_relative(frame, start + 1):
            return phrase_before(frame, end - 1, stop)
        if start < 0:
            return phrase_before(frame, end - 1, -1)
        if frame.words[start].is_quote:
            return phrase_before(frame, end - 1, start)
        if end != place and not _opens_aside(frame, start + 1, end):
            return phrase_before(frame, end - 1, start)
        if _is_opening(frame, start) and not _is_relative(frame, start + 1):
            return phrase_before(frame, end - 1, start)
        end = start


def _sign_before(frame: Frame, index: int) -> int:
    """Give the sign nearest before an index, quotations included; -1 where none is."""
    for place in range(index, -1, -1):
        if frame.at(place) in _SIGNS or ends_as_speech(frame, place):
            return place
    return -1


def _is_relative(frame: Frame, first: int) -> bool:
    return frame.at(first) in {
        "who",
        "which",
        "whose",
        "whom",
        "when",
        "speaking",
        "a",
        "an",
        "the",
    }


def _is_opening(frame: Frame, comma: int) -> bool:
    """Say whether the words before a comma only open the sentence: "On Monday, his wife, Jane, …"."""
    start = 0
    while start < comma and (frame.words[start].is_sign or frame.at(start) in {"but", "and", "so"}):
        start += 1
    if any(frame.at(i) == "," for i in range(start, comma)):
        return False
    low = frame.at(start)
    return low in words_of("prepositions", "adverbs") or low.endswith(("ly", "ing"))


def _opens_aside(frame: Frame, first: int, end: int) -> bool:
    """Say whether the words between two signs tell more of a name before them."""
    word = frame.words[first]
    listed = word.low in words_of("aside_starts")
    if (listed and not word.is_capital) or word.text[0].isdigit():
        return True
    if listed and end - first == 1:
        return True
    if word.is_capital:
        return end - first <= 2 and (word.text[1:2] in {"-", "."} or word.text[-1] == ".")
    return frame.at(end - 1) not in words_of("subject_pronouns")
