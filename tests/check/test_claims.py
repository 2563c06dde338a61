"""Claims by the sentence that makes them, the day of the story, and the record's answer."""

from __future__ import annotations

import pytest

from penholder.pipeline import check_story
from penholder.read.source_page import Page

SUPPORTED, CONTRADICTED, UNDECIDED, NOT_COVERED = (
    "supported", "contradicted", "undecided", "not_covered",
)  # fmt: skip


@pytest.mark.parametrize(
    ("day", "sentence", "type_", "verdict"),
    [
        # counts
        ("2022-05-04", "North Korea fired a missile on Wednesday, its 13th missile launch this year.", "count_in_period", SUPPORTED),
        ("2022-05-04", "North Korea fired a missile on Wednesday, its 31st missile launch this year.", "count_in_period", CONTRADICTED),
        ("2022-05-04", "North Korea fired a missile on Wednesday, its 19th missile launch this year.", "count_in_period", UNDECIDED),
        ("2022-05-26", "North Korea has fired 23 ballistic missiles this year.", "count_in_period", SUPPORTED),
        ("2022-12-31", "North Korea has fired more than 90 missiles so far this year.", "count_in_period", SUPPORTED),
        ("2022-12-18", "North Korea has launched ballistic missiles on 36 occasions this year.", "count_in_period", SUPPORTED),
        ("2017-09-05", "It was North Korea's sixth nuclear test.", "count_in_period", SUPPORTED),
        ("2017-09-05", "It was North Korea's eighth nuclear test.", "count_in_period", CONTRADICTED),
        ("2022-05-04", "Iran fired a missile on Wednesday, its 13th missile launch this year.", "count_in_period", NOT_COVERED),
        ("2031-05-04", "North Korea fired a missile on Wednesday, its 13th missile launch this year.", "count_in_period", NOT_COVERED),
        ("2017-05-30", "North Korea fired a missile on Monday, its ninth missile this year.", "count_in_period", UNDECIDED),
        # firsts
        ("2022-03-25", "North Korea fired its first ICBM since 2017 on Thursday.", "first_since", SUPPORTED),
        ("2022-05-25", "North Korea fired its first ICBM since 2017 on Wednesday.", "first_since", CONTRADICTED),
        ("2017-11-29", "It was North Korea's first missile test since September 15.", "first_since", SUPPORTED),
        ("2017-09-05", "North Korea carried out its most powerful nuclear test so far on Sunday.", "first_since", SUPPORTED),
        ("2019-05-09", "North Korea last conducted a nuclear test in September 2017.", "first_since", SUPPORTED),
        # votes
        ("2022-05-26", "The UN Security Council draft on North Korea got 13 votes in favor, with two against.", "vote_tally", SUPPORTED),
        ("2022-05-26", "The UN Security Council draft on North Korea got 12 votes in favor, with three against.", "vote_tally", CONTRADICTED),
        ("2022-05-26", "China and Russia vetoed a draft on North Korea in the UN Security Council on Thursday.", "who_vetoed", SUPPORTED),
        ("2022-05-26", "France vetoed a draft on North Korea in the UN Security Council on Thursday.", "who_vetoed", CONTRADICTED),
        ("2017-12-22", "The UN Security Council unanimously adopted sanctions on North Korea on Friday.", "vote_tally", SUPPORTED),
        ("2017-12-24", "The UN Security Council unanimously adopted sanctions on North Korea.", "vote_tally", SUPPORTED),
        # the Council
        ("2022-05-05", "The United States holds the presidency of the UN Security Council in May.", "council_fact", SUPPORTED),
        ("2022-05-05", "Kenya holds the presidency of the UN Security Council in May.", "council_fact", CONTRADICTED),
        ("2022-05-05", "The 15-member Security Council met.", "council_fact", SUPPORTED),
        ("1964-05-05", "The 15-member Security Council met.", "council_fact", CONTRADICTED),
        ("2022-05-05", "In 1964 the 11-member Security Council met.", "council_fact", SUPPORTED),
        ("2022-05-05", "The 15-member Security Council has imposed sanctions since 1950.", "council_fact", SUPPORTED),
        ("2017-09-16", "It threatens all 193 UN member states in the Security Council's words.", "council_fact", SUPPORTED),
        # resolutions
        ("2022-05-05", "Resolution 2397, adopted on December 22, 2017, holds, the Security Council said.", "resolution_fact", SUPPORTED),
        ("2022-05-05", "Resolution 2397, adopted on November 22, 2017, holds, the Security Council said.", "resolution_fact", CONTRADICTED),
        ("2022-05-05", "All five permanent members voted for resolution 2397, the Security Council said.", "resolution_fact", SUPPORTED),
        ("2011-04-05", "The Security Council passed resolution 1973 on March 17, 2011.", "resolution_fact", SUPPORTED),
        # violations
        ("2022-05-05", "North Korea's ballistic missile launch on Wednesday was a violation of UN Security Council resolutions.", "violation", SUPPORTED),
        ("1998-09-01", "North Korea's satellite launch on Monday was a violation of UN Security Council resolutions.", "violation", CONTRADICTED),
        ("2012-12-13", "North Korea's satellite launch on Wednesday was a violation of UN Security Council resolutions.", "violation", SUPPORTED),
        ("2022-01-26", "North Korea's cruise missile launch on Tuesday was a violation of UN Security Council resolutions.", "violation", UNDECIDED),
        ("2022-11-06", "North Korea's artillery firing on Friday was a violation of UN Security Council resolutions.", "violation", UNDECIDED),
        # others
        ("2022-05-05", "DPRK stands for the Democratic People's Republic of Korea, the Security Council said.", "other", SUPPORTED),
        ("2022-05-05", "Article 51 of the UN Charter, which is about self-defence, was cited in the Security Council.", "other", SUPPORTED),
        ("2022-05-05", "Article 51 of the UN Charter, which is about fisheries, was cited in the Security Council.", "other", UNDECIDED),
    ],
)  # fmt: skip
def test_a_claim_has_its_verdict(day: str, sentence: str, type_: str, verdict: str) -> None:
    """The claim is found with its type, and the record answers it so, with a reason."""
    checked = check_story(Page(source="x", form="txt", text=sentence, date=day))
    found = [claim for claim in checked.claims if claim.claim.type == type_]

    assert verdict in {claim.verdict.ruling.value for claim in found}
    assert all(claim.verdict.reason and claim.verdict.rows for claim in found)


def test_no_verdict_is_firm_on_the_edges_of_a_table() -> None:
    """What is supported or contradicted names rows of facts, not the edges of a table alone."""
    text = "North Korea fired a missile on Wednesday, its 31st missile launch this year."
    checked = check_story(Page(source="x", form="txt", text=text, date="2022-05-04"))
    firm = [
        c.verdict for c in checked.claims if c.verdict.ruling.value in {SUPPORTED, CONTRADICTED}
    ]

    assert firm
    assert not [one for one in firm if {row.table for row in one.rows} <= {"coverage"}]


@pytest.mark.parametrize(
    "sentence",
    [
        "Resolution 115 of June 23, 1936, was repealed by Congress.",
        "Resolution 74/234, adopted by the UN General Assembly on December 19, 2019, is on poverty.",
        "The UN General Assembly adopted it with 93 in favour, 24 against and 58 abstentions.",
        "Early in Trump's presidency, refugees told the UN Security Council of their plight.",
        "The governor vetoed the bill, and the state's security council met.",
    ],
)
def test_other_bodies_are_left_alone(sentence: str) -> None:
    """What parliaments, presidents and the General Assembly do is no claim about the Council."""
    checked = check_story(Page(source="x", form="txt", text=sentence, date="2020-06-05"))

    assert [c.claim.text for c in checked.claims if c.claim.type != "office"] == []
