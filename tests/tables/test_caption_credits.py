"""The openings of tables/caption_credits.toml part their examples, and leave look-alikes whole."""

from __future__ import annotations

import pytest

from penholder.read.captions import part_credit
from penholder.tables.load import load_toml

OPENS = load_toml("caption_credits")["opens"]


@pytest.mark.parametrize(("caption", "words", "credit"), [tuple(one) for one in OPENS["examples"]])
def test_a_credit_is_parted(caption: str, words: str, credit: str) -> None:
    """The words of the caption stay, the credit loses its label."""
    assert part_credit(caption) == (words, credit)


@pytest.mark.parametrize("caption", OPENS["near"])
def test_a_caption_without_credit_stays_whole(caption: str) -> None:
    """Sentences about photographs carry no credit."""
    assert part_credit(caption) == (caption, None)
