"""The case of a word's letters, which the network reads beside the sub-words."""

import pytest
from penholder_model_en.casing import LetterCase, letter_case


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("vetoed", LetterCase.LOWER),
        ("2397", LetterCase.LOWER),
        ("—", LetterCase.LOWER),
        ("", LetterCase.LOWER),
        ("安理会", LetterCase.LOWER),
        ("Russia", LetterCase.TITLE),
        ("I", LetterCase.TITLE),
        ("'Tis", LetterCase.TITLE),
        ("Élysée", LetterCase.TITLE),
        ("SEOUL", LetterCase.CAPITALS),
        ("U.S.", LetterCase.CAPITALS),
        ("S/RES/2397", LetterCase.CAPITALS),
        ("Hwasong-17", LetterCase.TITLE),
        ("iPhone", LetterCase.MIXED),
        ("McDonald", LetterCase.MIXED),
        ("anti-American", LetterCase.MIXED),
    ],
)
def test_case_is_that_of_the_letters(word: str, case: LetterCase) -> None:
    """Digits, marks and letters without case do not count."""
    assert letter_case(word) is case
