"""Who put a draft forward: the rows that bear it out are of the draft spoken of."""

from __future__ import annotations

import pytest

from penholder.model.claim import ResolutionAsked
from penholder.model.verdict import Verdict
from penholder.pipeline import check_story
from penholder.read.source_page import Page


def sponsored(day: str, text: str) -> list[Verdict]:
    """Give the verdicts on who is said to have put a draft forward."""
    claims = check_story(Page(source="x", form="txt", text=text, date=day)).claims
    asked = ((c.claim.asked, c.verdict) for c in claims)
    return [v for one, v in asked if isinstance(one, ResolutionAsked) and one.fact == "sponsors"]


@pytest.mark.parametrize(
    ("day", "text", "answer", "keys"),
    [
        ("2022-05-27", "The U.S.-drafted resolution on North Korea was vetoed on Thursday in the UN Security Council.", "supported", ["2994"]),
        ("2022-05-27", "China and Russia blocked a U.S.-drafted resolution in the UN Security Council.", "undecided", ["2991", "2992", "2993", "2994"]),
        ("2014-12-16", "A draft on Palestinian statehood, put forward by Jordan, was before the UN Security Council.", "undecided", ["2513"]),
        ("2017-12-24", "The UN Security Council adopted resolution 2397, drafted by the United States.", "supported", ["2733"]),
    ],
)  # fmt: skip
def test_a_draft_on_another_matter_bears_out_no_sponsor(
    day: str, text: str, answer: str, keys: list[str]
) -> None:
    """Of several drafts of those days one on the same subject counts, or the one that is named; a draft on Syria is none on Palestine."""
    (verdict,) = sponsored(day, text)

    assert verdict.ruling == answer
    assert [row.key for row in verdict.rows] == keys
