"""The day that words give a vote, by the place where the story was written."""

from __future__ import annotations

import pytest

from penholder.check.vote_days import is_ahead
from penholder.model.claim import ResolutionAsked, TallyAsked, VetoAsked
from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.tables.load import load_toml

SUPPORTED, CONTRADICTED, UNDECIDED = "supported", "contradicted", "undecided"
UN, SEOUL = "UNITED NATIONS (Reuters) - ", "SEOUL (Yonhap) -- "
ON_THE_DAY = {"date", "adopted", "imposes"}


def rulings(day: str, text: str) -> set[str]:
    """Give the verdicts on the votes, vetoes and days of resolutions of a story."""
    claims = check_story(Page(source="x", form="txt", text=text, date=day)).claims
    kinds = (TallyAsked, VetoAsked, ResolutionAsked)
    asked = [(c.claim.asked, c.verdict.ruling.value) for c in claims]
    return {
        ruling
        for one, ruling in asked
        if isinstance(one, kinds) and getattr(one, "fact", "date") in ON_THE_DAY
    }


@pytest.mark.parametrize(
    ("day", "text", "answers"),
    [
        ("2017-12-24", f"{UN}The Security Council voted 15-0 on Friday for new sanctions on North Korea.", {SUPPORTED}),
        ("2017-12-24", f"{UN}The Security Council voted 15-0 on Saturday for new sanctions on North Korea.", {UNDECIDED}),
        ("2017-12-24", f"{SEOUL}The Security Council voted 15-0 on Saturday for new sanctions on North Korea.", {SUPPORTED}),
        ("2022-05-29", f"{UN}China and Russia vetoed a Security Council draft on North Korea on 26 May 2022.", {SUPPORTED}),
        ("2022-05-29", f"{UN}China and Russia vetoed a Security Council draft on North Korea on 27 May 2022.", {UNDECIDED}),
        ("2022-05-29", f"{SEOUL}China and Russia vetoed a Security Council draft on North Korea on Friday.", {SUPPORTED}),
        ("2017-12-24", f"{UN}The Security Council adopted resolution 2397 on North Korea on 22 December 2017.", {SUPPORTED}),
        ("2017-12-24", f"{UN}The Security Council adopted resolution 2397 on North Korea on 23 December 2017.", {UNDECIDED, CONTRADICTED}),
        ("2017-12-24", f"{SEOUL}The Security Council adopted resolution 2397 on North Korea on 23 December 2017.", {SUPPORTED, UNDECIDED}),
    ],
)  # fmt: skip
def test_the_day_after_a_vote_is_borne_out_only_where_it_had_begun(
    day: str, text: str, answers: set[str]
) -> None:
    """A vote in New York is one of the next day in Seoul; told from New York such a day is open, or wrong of a resolution."""
    assert rulings(day, text) == answers


@pytest.mark.parametrize("name", ["examples", "near"])
def test_where_it_is_the_next_day_is_told_by_dateline_then_by_outlet(name: str) -> None:
    """Each example of tables/ahead.toml was written there, and no look-alike."""
    for dateline, outlet in load_toml("ahead")[name]:
        assert is_ahead(dateline, outlet) is (name == "examples"), (dateline, outlet)
