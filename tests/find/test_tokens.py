"""Words have their places in the text, on any text."""

from __future__ import annotations

import re
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penholder.find.tokens import find_tokens
from penholder.model.span import Span

ODD = {
    "letters": "a",
    "capitals and slashes": "A/",
    "dotted letters": "a.",
    "addresses": "a@",
    "apostrophes": "n't",
    "hyphens": "non-",
    "digits": "1",
    "digits and commas": "1,",
    "pairs of digits": "11,",
    "digits and stops": "1.1",
    "quotes": '"',
    "stops": "A. ",
    "blanks": " ",
    "signs": "!?#",
    "accents": "e\u0301",
    "nothing to see": "\u200b\x00",
}


@settings(deadline=None)
@given(st.text(), st.integers(0, 5))
def test_words_hold_all_that_is_not_blank(text: str, start: int) -> None:
    """Words stand in order, do not overlap, and leave out nothing but blanks."""
    stretch = Span(min(start, len(text)), len(text))
    words = find_tokens(text, stretch)

    assert all(one.end <= other.start for one, other in pairwise(words))
    assert all(word.start < word.end and stretch.covers(word) for word in words)
    joined = "".join(word.of(text) for word in words)
    assert re.sub(r"\s", "", joined) == re.sub(r"\s", "", stretch.of(text))


def test_only_the_stretch_is_cut() -> None:
    """An abbreviation at the end of the stretch gives up its stop, whatever follows in the text."""
    text = "They met the Gen. Milley did not."

    assert [w.of(text) for w in find_tokens(text, Span(5, 17))] == ["met", "the", "Gen", "."]
    assert [w.of(text) for w in find_tokens(text, Span(9, 24))] == ["the", "Gen.", "Milley"]


@pytest.mark.parametrize("piece", ODD.values(), ids=ODD.keys())
def test_odd_text_takes_time_by_its_length(piece: str) -> None:
    """Sixteen times the text takes nowhere near 256 times the time."""
    short, long = (_seconds(piece * (n // len(piece)) + "1,1") for n in (20_000, 320_000))

    assert long < 80 * max(short, 0.001)


def _seconds(text: str) -> float:
    """Give the best of three: another process may take the core from one of them."""
    took = []
    for _ in range(3):
        start = perf_counter()
        find_tokens(text, Span(0, len(text)))
        took.append(perf_counter() - start)
    return min(took)
