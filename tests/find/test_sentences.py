"""Sentences end where readers see them end, and hold all words of their paragraph."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penholder.find.sentences import split_sentences
from penholder.model.span import Span

HARD = Path(__file__).parents[3] / "shared" / "gold" / "language" / "sentences_hard_news.txt"


def _sentences(text: str) -> list[str]:
    return [sentence.of(text) for sentence in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He sat down.The vote followed.", ["He sat down.", "The vote followed."]),
        ("“It is over.”The room emptied.", ["“It is over.”", "The room emptied."]),
        ('"It is over."The room emptied.', ['"It is over."', "The room emptied."]),
        ('They left."We are done," he said.', ["They left.", '"We are done," he said.']),
        ("Is it over?Nobody knew.", ["Is it over?", "Nobody knew."]),
        ("See Booking.com or un.org today.", ["See Booking.com or un.org today."]),
        ("It rose by 3.5 percent.", ["It rose by 3.5 percent."]),
        ("", []),
        (" \n", []),
        ("no stop at all", ["no stop at all"]),
        ("...", ["..."]),
    ],
)
def test_blanks_may_lack(text: str, sentences: list[str]) -> None:
    """A small letter, a stop and a capital end a sentence; addresses and numbers do not."""
    assert _sentences(text) == sentences


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from(list("aBc.!?\"”' \n1U…[]")) | st.characters()))
def test_sentences_hold_all_that_is_not_blank(text: str) -> None:
    """Nothing but blanks stands between sentences."""
    assert re.sub(r"\s", "", "".join(_sentences(text))) == re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "piece",
    ["a", ".", ". ", "ab. ", "approx. ab ", 'ab."Ab ', '."', "A.", "[1]", "?)", '"', "\u2026 A"],
)
def test_odd_text_takes_time_by_its_length(piece: str) -> None:
    """Sixteen times the text takes nowhere near 256 times the time."""
    short, long = (_seconds(piece * (n // len(piece)) + "x") for n in (20_000, 320_000))

    assert long < 80 * max(short, 0.001)


def _seconds(text: str) -> float:
    """Give the best of three."""
    took = []
    for _ in range(3):
        start = process_time()
        _sentences(text)
        took.append(process_time() - start)
    return min(took)


def test_hard_sentences_of_news_are_cut_right() -> None:
    """Every line of the list of hard sentences."""
    if not HARD.exists():
        pytest.skip("the list of hard sentences is not here")
    lines = [line.split("‖") for line in HARD.read_text("utf-8").splitlines() if line]

    assert [_sentences(" ".join(line)) for line in lines] == lines
