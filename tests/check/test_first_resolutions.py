"""The first resolution on a subject in some time."""

from __future__ import annotations

import pytest

from penholder.model.claim import ResolutionAsked
from penholder.model.verdict import Verdict
from penholder.pipeline import check_story
from penholder.read.source_page import Page

SUPPORTED, UNDECIDED, NOT_COVERED = "supported", "undecided", "not_covered"


def verdicts(day: str, text: str) -> list[Verdict]:
    """Give the verdicts on first resolutions that a text tells of."""
    page = Page(source="x", form="txt", text=f"UNITED NATIONS - {text}", date=day)
    return [
        checked.verdict
        for checked in check_story(page).claims
        if isinstance(checked.claim.asked, ResolutionAsked)
        and checked.claim.asked.fact == "first_on"
    ]


@pytest.mark.parametrize(
    ("day", "text", "answer"),
    [
        ("2016-12-24", "The Security Council voted on Friday. It is the first resolution it has adopted on Israel and the Palestinians in nearly eight years.", SUPPORTED),
        ("2022-12-22", "The Security Council adopted its first resolution on Myanmar in 74 years on Wednesday.", SUPPORTED),
        ("2022-12-22", "The Security Council adopted its first resolution on Myanmar in five years on Wednesday.", UNDECIDED),
        ("2006-10-15", "The Security Council voted on Saturday for its first resolution on North Korea in three months.", SUPPORTED),
        ("2017-12-23", "The Security Council voted on Friday for its first resolution on North Korea since September.", SUPPORTED),
        ("2017-12-23", "The Security Council voted on Friday for its first resolution on North Korea since 2013.", UNDECIDED),
        ("2023-03-10", "The Security Council met. It was the first Security Council resolution on North Korea since 2017.", UNDECIDED),
        ("2026-06-10", "The Security Council voted on Tuesday for its first resolution on North Korea since 2017.", NOT_COVERED),
    ],
)  # fmt: skip
def test_it_is_held_to_the_one_before(day: str, text: str, answer: str) -> None:
    """Supported where the one before lies so far back; titles are too loose to refute."""
    (found,) = verdicts(day, text)

    assert found.ruling == answer
    assert found.rows


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council has not adopted its first resolution on Libya in two years.",
        "Congress passed its first resolution on Yemen in two years.",
        "The Security Council heard that a first resolution of the dispute in years was near.",
    ],
)
def test_other_firsts_ask_nothing(text: str) -> None:
    """A denial, a parliament and the end of a dispute are no first resolution."""
    assert verdicts("2019-03-10", text) == []
