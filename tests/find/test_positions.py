"""What a statement's actors stand for, and which state it is about."""

from __future__ import annotations

import pytest

from penholder.find.parse import has_parser
from penholder.find.reading import find_all
from penholder.read.page import read_page
from penholder.read.source_page import Page

pytestmark = pytest.mark.skipif(not has_parser(), reason="some statements need a parser")


def taken_in(words: str) -> set[tuple[str, str, str | None]]:
    """Give who takes which position on whom in a sentence."""
    page = Page(source="row.txt", form="txt", text=words, date="2017-09-05")
    return {
        (one.actor[0].id, one.detail["position"], one.detail.get("position_on"))
        for one in find_all(read_page(page)).statements
        if "position" in one.detail
    }


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("Japan condemned North Korea's missile launch.", ("JPN", "condemn", "PRK")),
        ("Japan condemned the missile launch.", ("JPN", "condemn", None)),
        (
            "Russia called for dialogue with North Korea.",
            ("RUS", "call_for_dialogue", "PRK"),
        ),
        (
            "Japan urged China to impose tougher sanctions on North Korea.",
            ("JPN", "call_for_sanctions", "PRK"),
        ),
        (
            "The United States urged China to press North Korea to give up its nuclear weapons.",
            ("USA", "call_for_denuclearization", None),
        ),
    ],
)
def test_a_position_is_on_the_state_that_the_words_name(
    words: str, taken: tuple[str, str, str | None]
) -> None:
    """Whose test, talks with whom, sanctions on whom; not whom is only to press another."""
    assert taken in taken_in(words)


@pytest.mark.parametrize(
    "words",
    [
        "US President Donald Trump said North Korea wants talks.",
        "US ambassador Nikki Haley said China opposes new sanctions on North Korea.",
    ],
)
def test_what_others_want_is_no_position_of_the_speaker(words: str) -> None:
    """Who says that others want something wants nothing so."""
    assert not {one for one in taken_in(words) if one[0] in {"donald-trump", "nikki-haley"}}


def test_several_positions_are_joined_by_blanks() -> None:
    """One sentence can call for two things."""
    words = "South Korea urged North Korea to return to dialogue and give up its nuclear weapons."

    assert ("KOR", "call_for_dialogue call_for_denuclearization", "PRK") in taken_in(words)
