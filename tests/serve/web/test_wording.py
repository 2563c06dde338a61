"""Values are told in words, not as a program holds them."""

from __future__ import annotations

from typing import Any

import pytest

from penholder.serve.actor_names import actor_name
from penholder.serve.web.wording import plain, row_words


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


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("KOR+USA", "South Korea and United States"),
        ("donald-trump+moon-jae-in", "Donald Trump and Moon Jae-in"),
        ("antonio-guterres", "António Guterres"),
        ("USA/un_ambassador", "United States: un ambassador"),
    ],
)
def test_an_actor_is_told_by_name(id_: str, name: str) -> None:
    """Several by theirs, and people as the table of people writes them."""
    assert actor_name(id_) == name
