"""Counts in all their wordings, and the rules that answer them."""

from __future__ import annotations

import pytest

from penholder.model.verdict import CheckedClaim
from penholder.pipeline import check_story
from penholder.read.source_page import Page

SUPPORTED, CONTRADICTED, UNDECIDED = "supported", "contradicted", "undecided"
LEAD = "SEOUL - North Korea fired a missile on Saturday, South Korea's military said. "


def _counts(day: str, text: str, outlet: str | None = None) -> list[CheckedClaim]:
    story = Page(source="x", form="txt", text=text, date=day, outlet=outlet)
    return [c for c in check_story(story).claims if c.claim.type == "count_in_period"]


@pytest.mark.parametrize(
    ("day", "sentence", "verdict", "rule"),
    [
        # the noun left out
        ("2022-05-28", "It was the second since Yoon took office.", SUPPORTED, "shows_of_force"),
        ("2021-10-23", "It was the ninth of them in 2021.", SUPPORTED, "missile_days_with_sam"),
        ("2022-05-28", "It was the 25th since Yoon took office.", CONTRADICTED, None),
        # loose numbers
        ("2022-05-08", "It has tested multiple intercontinental ballistic missiles this year.", SUPPORTED, "icbm_us_rok"),
        ("2018-05-08", "It has tested multiple ballistic missiles this year.", UNDECIDED, None),
        # a window that is named by the number itself
        ("2022-01-15", "The launch was the third in as many weeks.", SUPPORTED, "shows_of_force"),
        # what came before the latest one
        ("2022-03-16", "Before that, Pyongyang had conducted nine tests so far this year.", SUPPORTED, "shows_of_force"),
        # one day, by the day of Washington
        ("2017-05-29", "On March 5, North Korea fired four Scud missiles.", SUPPORTED, "ballistic_missiles"),
        # no window: the year
        ("2022-12-31", "It launched ballistic missiles 38 times.", SUPPORTED, "ballistic_occasions"),
        ("2022-11-21", "Just this month, it fired 30 short-, medium- and long-range missiles.", SUPPORTED, "missiles"),
        # a number that only a wider count gives
        ("2022-03-06", "It was the North's ninth ballistic missile launch this year.", CONTRADICTED, "missile_days"),
        # records
        ("2022-11-24", "It has carried out a record number of missile tests this year.", SUPPORTED, "missile_days"),
        ("2023-12-31", "It was the highest number of missile launches in a single year.", CONTRADICTED, "missile_days"),
        ("2019-12-31", "It has launched an unprecedented number of ballistic missiles this year.", UNDECIDED, "ballistic_missiles"),
        # periods on end, and days that are named
        ("2017-05-28", "A missile flew for the third weekend in a row.", SUPPORTED, None),
        ("2019-06-30", "A missile flew for the third weekend in a row.", UNDECIDED, None),
        ("2022-03-24", "Its tests on February 26 and March 4 involved an intercontinental ballistic missile.", SUPPORTED, None),
        ("2022-03-24", "Its tests on February 6 and March 4 involved an intercontinental ballistic missile.", UNDECIDED, None),
    ],
)  # fmt: skip
def test_a_count_has_its_verdict_and_rule(
    day: str, sentence: str, verdict: str, rule: str | None
) -> None:
    """However a count is worded, it is found, and the rule that decided is named."""
    verdicts = [c.verdict for c in _counts(day, LEAD + sentence)]

    assert (verdict, rule) in {(one.ruling.value, one.rule) for one in verdicts}


def test_a_number_of_a_wider_count_is_told_of() -> None:
    """Where the noun excludes what the number counts, the reason says so."""
    text = LEAD + "It was the North's ninth ballistic missile launch this year."
    reasons = [c.verdict.reason for c in _counts("2022-03-06", text)]

    assert any("wider count: 9 by missile days" in reason for reason in reasons)


@pytest.mark.parametrize(
    ("outlet", "words", "rule"),
    [
        ("CNN", "its 13th launch this year", "missile_days"),
        ("The Korea Herald (Yonhap)", "its 14th show of force this year", "shows_of_force"),
        ("Example Times", "its 13th launch this year, according to CNN's count", "missile_days"),
    ],
)
def test_the_outlets_own_rule_comes_first(outlet: str, words: str, rule: str) -> None:
    """Of several rules that give a number, the one by which the outlet counts is named."""
    text = f"SEOUL - North Korea fired a missile on Wednesday, {words}."
    found = _counts("2022-05-04", text, outlet)

    assert [(c.verdict.ruling.value, c.verdict.rule) for c in found] == [(SUPPORTED, rule)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Scores of journalists came for the occasion.",
        "Several of its ballistic missile submarines are old.",
        "It would be its seventh nuclear test.",
        "The second session this year opened.",
    ],
)
def test_other_numbers_are_no_counts(sentence: str) -> None:
    """People, submarines, tests to come and sessions are not counted."""
    assert _counts("2022-05-08", f"SEOUL - North Korea was calm. {sentence}") == []
