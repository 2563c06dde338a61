"""Who voted how in an older vote is not asked of the vote that is the story's news."""

from __future__ import annotations

import pytest

from penholder.model.verdict import Ruling
from penholder.pipeline import check_story
from penholder.read.source_page import Page

LEAD = (
    "UN Security Council demands truce in Gaza\n\n"
    "The UN Security Council on Monday adopted resolution 2728, which demands a truce in Gaza. "
    "Fourteen members voted in favour, and the United States abstained.\n\n"
)


def rulings(text: str) -> dict[str, Ruling]:
    """Give the ruling on each claim of a story of 25 March 2024 after its lead."""
    page = Page(source="a", form="txt", text=LEAD + text, date="2024-03-25")
    checked = check_story(page).claims
    return {c.claim.text: c.verdict.ruling for c in checked if c.claim.span.start >= len(LEAD)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On 22 March, Russia and China vetoed a U.S. draft. Guyana abstained.", "Guyana abstained"),
        ("In February the United States vetoed an Algerian draft. Britain abstained.", "Britain abstained"),
        (
            "In December the United States vetoed a draft of the United Arab Emirates. Britain abstained.",
            "Britain abstained",
        ),
        ("Resolution 1244 was adopted on 10 June 1999. China abstained.", "China abstained"),
    ],
)  # fmt: skip
def test_a_ballot_is_of_the_vote_told_before_it(text: str, words: str) -> None:
    """The sentence before names the day, the month or the year of the vote."""
    assert rulings(text)[words] is Ruling.SUPPORTED


def test_a_ballot_of_an_older_vote_is_not_borne_out_by_the_newest() -> None:
    """China abstained on resolution 1244, and the United States did not."""
    found = rulings("Resolution 1244 was adopted on 10 June 1999. The United States abstained.")

    assert found["United States abstained"] is not Ruling.SUPPORTED


def test_a_ballot_in_a_paragraph_of_its_own_is_left_open() -> None:
    """It may be of the vote told before it, or of the news."""
    found = rulings("In February the United States vetoed an Algerian draft.\n\nBritain abstained.")

    assert Ruling.CONTRADICTED not in found.values()
