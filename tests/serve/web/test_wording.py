"""Values are told in words, not as a program holds them."""

from __future__ import annotations

from typing import Any

import pytest

from penholder.serve.record_rows import row_words
from penholder.serve.web.wording import plain


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (True, "yes"),
        (False, "no"),
        (13, "13"),
        ("RUS", "RUS"),
        (["RUS", "CHN"], "RUS, CHN"),
        ([["CHN", "A"], ["IND", "A"]], "CHN A, IND A"),
        ({"number": [2, 3], "sure": True}, "number 2, 3, sure yes"),
    ],
)
def test_a_value_is_told_in_words(value: Any, told: str) -> None:
    """No brackets, no quotation marks, no True and False."""
    assert plain(value) == told


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("launches KP-2017-09-03-1", "nuclear test"),
        ("votes 1", "S/RES/1 (1946)"),
        ("facts 12", "facts 12"),
        ("", ""),
    ],
)
def test_a_row_says_what_it_is_of(row: str, told: str) -> None:
    """The class of a launch, the symbol of a vote, else the row."""
    assert told.casefold() in row_words(row).casefold()
