"""Pages are scored by their words: nothing is forgiven but what the gold calls optional."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scoreboard"))

from page_gold import GoldPage, has_caption, is_exact, leaks, trains, word_f1

PAGE = GoldPage(
    id="p",
    site="Wire",
    html="",
    paragraphs=("The council met.", "It voted on Friday."),
    optional=("Two aides helped.",),
    captions=("The hall of the council on Friday",),
)


@pytest.mark.parametrize(
    ("body", "score"),
    [
        ("The council met. It voted on Friday.", 1.0),
        ("The council met. It voted on Friday. Two aides helped.", 1.0),
        ("The council met. It voted on Friday. Sign up now and today it is free.", 14 / 22),
        ("The council met.", 6 / 10),
        ("", 0.0),
    ],
)
def test_words_count_once_each(body: str, score: float) -> None:
    """Words too many and too few cost alike; optional paragraphs cost nothing."""
    assert word_f1(body, PAGE) == pytest.approx(score)


@pytest.mark.parametrize(
    ("body", "exact"),
    [
        ("The council met.\n\nIt voted on Friday.", True),
        ("The council met. It voted on Friday. Two aides helped.", True),
        ("It voted on Friday. The council met.", False),
        ("The council met. It voted on Friday. More", False),
    ],
)
def test_an_exact_body_has_all_words_in_order(body: str, exact: bool) -> None:
    """Order counts, line breaks do not."""
    assert is_exact(body, PAGE) is exact


def test_a_caption_may_carry_its_credit_and_no_more() -> None:
    """A text of twice its words is another text."""
    (caption,) = PAGE.captions

    assert has_caption(caption, [f"{caption} (UN Photo)"])
    assert not has_caption(caption, [f"{caption} {caption} {caption}"])
    assert not has_caption(caption, ["The hall"])


def test_a_caption_leaks_into_a_body_that_should_not_hold_it() -> None:
    """What the true body says too is no leak."""
    assert leaks(PAGE.captions[0], PAGE, f"The council met. {PAGE.captions[0]}")
    assert not leaks("The council met", PAGE, "The council met. It voted on Friday.")


def test_sites_are_split_in_halves_that_do_not_change() -> None:
    """A site is in one half, whatever its letters' size, and both halves are used."""
    assert trains("Wire") is trains("WIRE")
    assert {trains(f"site {number}") for number in range(20)} == {True, False}


def test_the_trees_of_both_halves_and_the_floors_are_there() -> None:
    """Every score can be measured again by trees that have not seen the page's site."""
    scoreboard = Path(__file__).parents[2] / "scoreboard"
    kept = json.loads((scoreboard / "pages_floors.json").read_text("utf-8"))

    assert len(kept["corpus"]) == 12
    for half in ("html_first", "html_second", "lines_first", "lines_second"):
        assert (scoreboard / "page_trees" / f"{half}.json").stat().st_size > 1000
