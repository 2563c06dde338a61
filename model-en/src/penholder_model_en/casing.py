"""How a word is written: the encoder reads lower case only, so the letters' case goes beside it."""

from __future__ import annotations

from enum import IntEnum


class LetterCase(IntEnum):
    """The case of a word's letters; the numbers are rows of the network's case table."""

    LOWER = 0  # or no letters at all, and the marks around a sentence
    TITLE = 1  # "Russia", "I"
    CAPITALS = 2  # "SEOUL", "U.S."
    MIXED = 3  # "iPhone", "McDonald"


def letter_case(word: str) -> LetterCase:
    """Give the case in which `word` is written; characters without case do not count."""
    letters = [letter for letter in word if letter.lower() != letter.upper()]
    if not any(letter.isupper() for letter in letters):
        return LetterCase.LOWER
    if letters[0].isupper() and not any(letter.isupper() for letter in letters[1:]):
        return LetterCase.TITLE
    if all(letter.isupper() for letter in letters):
        return LetterCase.CAPITALS
    return LetterCase.MIXED
