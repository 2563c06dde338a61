"""Figures beside the counts: flights, intervals, happenings, distances and weekdays."""

from __future__ import annotations

import pytest

from penholder.pipeline import check_story
from penholder.read.source_page import Page

SUPPORTED, CONTRADICTED, UNDECIDED, NOT_COVERED = (
    "supported", "contradicted", "undecided", "not_covered",
)  # fmt: skip


@pytest.mark.parametrize(
    ("day", "text", "words", "verdict"),
    [
        # how far and how high one flew
        ("2017-05-15", "On May 14, North Korea fired a ballistic missile, which rose to an altitude of 2,100 km.", "altitude of 2,100", SUPPORTED),
        ("2017-05-15", "On May 14, North Korea fired a ballistic missile. It flew about 480 miles.", "flew about 480", SUPPORTED),
        ("2017-05-15", "On May 14, North Korea fired a ballistic missile. It flew 8,000 km.", "flew 8,000", CONTRADICTED),
        ("2017-09-16", "On Friday North Korea launched a missile. It was its longest-ever test flight of a ballistic missile.", "longest-ever", SUPPORTED),
        ("2022-11-04", "On Thursday North Korea launched a missile. It was its longest-ever test flight of a ballistic missile.", "longest-ever", UNDECIDED),
        ("2024-11-01", "On Thursday North Korea launched a missile, its most powerful missile yet.", "most powerful", UNDECIDED),
        ("2017-08-30", "Iran launched a ballistic missile on Wednesday. The missile flew 1,000 km.", "flew 1,000", NOT_COVERED),
        # from one event to another
        ("2019-05-09", "North Korea fired two missiles on Thursday. It came five days after the North fired projectiles.", "five days after", SUPPORTED),
        ("2019-05-09", "North Korea fired two missiles on Thursday. It came ten days after the North fired projectiles.", "ten days after", CONTRADICTED),
        ("2017-08-07", "The call came two days after the U.N. Security Council approved new sanctions on North Korea.", "two days after", SUPPORTED),
        # happenings
        ("2022-03-05", "Diplomats met days after Russia invaded Ukraine on 25 February.", "25 February", CONTRADICTED),
        ("2022-03-05", "Diplomats met days after Russia invaded Ukraine on 24 February.", "24 February", SUPPORTED),
        ("2026-01-27", "North Korea's party is to hold its first party congress in five years.", "first party congress", SUPPORTED),
        ("2026-01-27", "North Korea's party is to hold its first party congress in 15 years.", "first party congress", CONTRADICTED),
        ("2016-05-07", "North Korea held the congress in 2016 after a 36-year break.", "36-year break", SUPPORTED),
        ("2020-06-25", "It was 70 years after the Korean War that they met.", "70 years after", SUPPORTED),
        ("2020-06-25", "It was 20 years after the Korean War that they met.", "20 years after", UNDECIDED),
        # distances
        ("2019-05-09", "North Korea fired from its Sino-ri base. The base lies some 135 miles north of the border.", "135 miles", SUPPORTED),
        ("2019-05-09", "North Korea fired from Wonsan, 500 miles north of the border.", "500 miles", CONTRADICTED),
        ("2019-05-09", "North Korea fired from Wonsan, 90 km south of the border.", "90 km", UNDECIDED),
        # weekdays
        ("2022-05-06", "North Korea fired a missile on Wednesday, May 4, 2022.", "May 4", SUPPORTED),
        ("2022-05-06", "North Korea fired a missile on Tuesday, May 4, 2022.", "May 4", CONTRADICTED),
        ("2022-05-06", "North Korea fired a missile on Monday, September 3.", "September 3", UNDECIDED),
        ("2016-01-22", "North Korea fired a missile on Friday, January 23.", "January 23", UNDECIDED),
        ("2016-01-22", "North Korea fired a missile on Tuesday, January 19.", "January 19", SUPPORTED),
        ("2016-01-22", "North Korea fired a missile on Wednesday, January 19.", "January 19", CONTRADICTED),
        # what no table holds
        ("2017-08-07", "North Korea fired a missile. She called it the toughest sanctions package ever adopted against it.", "toughest sanctions", NOT_COVERED),
        ("2017-07-06", "It drew a protest from China, Pyongyang's sole major ally.", "sole major ally", SUPPORTED),
        ("2024-07-06", "It drew a protest from China, Pyongyang's sole major ally.", "sole major ally", UNDECIDED),
    ],
)  # fmt: skip
def test_a_figure_has_its_verdict(day: str, text: str, words: str, verdict: str) -> None:
    """The figure is found by its words, and the record answers it so, with a reason and rows."""
    story = check_story(Page(source="x", form="txt", text=f"SEOUL - {text}", date=day))
    found = [c.verdict for c in story.claims if words in c.claim.text]

    assert verdict in {one.ruling.value for one in found}
    assert all(one.rows for one in found if one.ruling.value in {SUPPORTED, CONTRADICTED})


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired a missile on Thursday. Trump flew 8,000 miles to Singapore.",
        "Members of Congress met for the first time in five years, and North Korea was named.",
        "The shares fell 2 percent after North Korea spoke.",
        "Two days after his birthday he spoke of North Korea.",
        "The town lies 30 miles north of Denver, and North Korea does not.",
    ],
)
def test_other_figures_are_left_alone(text: str) -> None:
    """Journeys, parliaments, shares, birthdays and other towns ask nothing of the record."""
    story = check_story(Page(source="x", form="txt", text=f"SEOUL - {text}", date="2019-05-10"))

    assert [c.claim.text for c in story.claims if c.claim.type in {"other", "first_since"}] == []
