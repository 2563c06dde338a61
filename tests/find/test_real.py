"""Whether an act took place is told by its words and its day."""

from __future__ import annotations

import pytest

from penholder.find.reading import find_all
from penholder.read.page import read_page
from penholder.read.source_page import Page


@pytest.mark.parametrize(
    ("day", "text", "polarity"),
    [
        ("2017-04-15", "North Korea fired a missile on Sunday, South Korea said.", "asserted"),
        ("2017-04-15", "Sunday's missile launch by North Korea failed.", "asserted"),
        ("2022-02-24", "Russia vetoed the UN Security Council resolution on Friday.", "asserted"),
        ("2017-04-16", "The Security Council meets on Monday over North Korea.", "planned"),
        ("2017-04-15", "North Korea will fire a missile on Sunday.", "planned"),
    ],
)  # fmt: skip
def test_what_is_told_of_the_morrow_in_the_past_tense_took_place(
    day: str, text: str, polarity: str
) -> None:
    """A story of Saturday tells what was fired on Sunday where it was fired."""
    story = find_all(read_page(Page(source="a", form="txt", text=text, date=day)))

    acts = [one for one in story.statements if one.kind != "statement"]
    assert [one.polarity for one in acts] == [polarity]
