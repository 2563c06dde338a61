"""Resolutions and sanctions by the sentence that tells of them, and the record's answer."""

from __future__ import annotations

import pytest

from penholder.model.claim import ResolutionAsked, ViolationAsked
from penholder.model.verdict import Verdict
from penholder.pipeline import check_story
from penholder.read.source_page import Page

SUPPORTED, CONTRADICTED, UNDECIDED, NOT_COVERED = (
    "supported", "contradicted", "undecided", "not_covered",
)  # fmt: skip


def verdicts(day: str, text: str, fact: str) -> list[Verdict]:
    """Give the verdicts on claims of one fact about resolutions."""
    claims = check_story(Page(source="x", form="txt", text=text, date=day)).claims
    asked = [(c.claim.asked, c.verdict) for c in claims]
    return [v for one, v in asked if isinstance(one, ResolutionAsked) and one.fact == fact]


@pytest.mark.parametrize(
    ("fact", "day", "text", "answer"),
    [
        # how many
        ("number_of", "2017-09-19", "It was the UN Security Council's eighth sanctions resolution on North Korea.", SUPPORTED),
        ("number_of", "2022-05-27", "The UN Security Council has imposed ten rounds of UN sanctions on North Korea since 2006.", SUPPORTED),
        ("number_of", "2022-05-27", "The UN Security Council has imposed 14 rounds of UN sanctions on North Korea since 2006.", UNDECIDED),
        ("number_of", "2022-05-27", "The UN Security Council has imposed 40 rounds of UN sanctions on North Korea since 2006.", CONTRADICTED),
        ("number_of", "2022-05-27", "The UN Security Council has imposed more than five rounds of UN sanctions on North Korea.", SUPPORTED),
        ("number_of", "2022-05-27", "The UN Security Council has imposed more than ten rounds of UN sanctions on North Korea.", UNDECIDED),
        ("number_of", "2019-07-05", "The Security Council had passed six resolutions that imposed tough sanctions on Iran.", SUPPORTED),
        ("number_of", "2019-07-05", "The Security Council passed six resolutions that imposed sanctions on Ruritania.", UNDECIDED),
        # names
        ("listed", "2017-06-03", "The Security Council put 16 individuals and four entities of North Korea on its blacklist.", CONTRADICTED),
        ("listed", "2017-06-03", "The Security Council voted to add 14 individuals and four entities linked to North Korea to a U.N. blacklist.", SUPPORTED),
        ("listed", "2016-03-03", "The Security Council blacklisted 16 individuals and 12 entities linked to North Korea.", UNDECIDED),
        # since when
        ("sanctions_since", "2017-09-16", "North Korea goes on despite U.N. sanctions that have lasted for decades.", CONTRADICTED),
        ("sanctions_since", "2022-05-27", "North Korea has been subject to UN sanctions since 2006 over its nuclear programme.", SUPPORTED),
        ("sanctions_since", "2022-05-27", "North Korea has been under UN sanctions for 16 years.", SUPPORTED),
        ("sanctions_since", "2022-05-27", "North Korea has been under UN sanctions since 2016.", UNDECIDED),
        ("sanctions_since", "2022-05-27", "North Korea has been under UN sanctions since 1995.", CONTRADICTED),
        ("sanctions_ended", "2015-09-02", "The U.N. Security Council approved a resolution to lift the international sanctions on Iran in 90 days.", UNDECIDED),
        # subject, measures, bodies, sponsors
        ("about", "2022-05-27", "UN Security Council resolution 2231 on Iran endorsed the deal.", SUPPORTED),
        ("about", "2022-05-27", "UN Security Council resolution 1718 on Iran is in force.", CONTRADICTED),
        ("measure", "2010-12-23", "U.N. Security Council resolution 1718 bans luxury goods to North Korea.", SUPPORTED),
        ("measure", "2017-08-07", "The UN Security Council on Saturday approved a resolution that bans exports of coal from North Korea.", SUPPORTED),
        ("body", "2024-03-29", "The Panel of Experts on North Korea, which was set up in 2009, reports to the UN Security Council.", SUPPORTED),
        ("body", "2024-03-29", "The Panel of Experts on North Korea, established in 2006 under resolution 1718, reports to the UN Security Council.", CONTRADICTED),
        ("body_ended", "2024-05-29", "The mandate of the Panel of Experts on North Korea expired on April 30, the UN Security Council said.", SUPPORTED),
        ("sponsors", "2025-06-05", "The UN Security Council resolution on Gaza was co-sponsored by 61 countries.", UNDECIDED),
        ("adopted", "2027-05-27", "The UN Security Council adopted a resolution on Iran on Tuesday.", NOT_COVERED),
    ],
)  # fmt: skip
def test_what_is_said_of_sanctions_is_checked(fact: str, day: str, text: str, answer: str) -> None:
    """By basis, by list, by regime and by paragraph; each verdict shows its rows."""
    found = verdicts(day, text, fact)

    assert [verdict.ruling for verdict in found] == [answer]
    assert all(verdict.rows for verdict in found)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("We cannot allow trade with North Korea in violation of U.N. Security Council resolutions to go on.", UNDECIDED),
        ("Russia's purchase of arms from North Korea is a violation of UN Security Council resolutions.", UNDECIDED),
        ("North Korea's arms sales violate UN Security Council resolutions.", SUPPORTED),
        ("North Korea's exports of coal violate UN Security Council resolutions.", SUPPORTED),
    ],
)  # fmt: skip
def test_trade_breaches_only_what_was_read(text: str, answer: str) -> None:
    """An item that a read paragraph bans bears it out; what other states do stays open."""
    claims = check_story(Page(source="x", form="txt", text=text, date="2023-09-27")).claims
    found = [c.verdict for c in claims if isinstance(c.claim.asked, ViolationAsked)]

    assert [verdict.ruling for verdict in found] == [answer]
    assert all(verdict.rows for verdict in found)


@pytest.mark.parametrize(
    "text",
    [
        "The US Treasury blacklisted eight individuals and two entities of Iran.",
        "The state banned exports of coal, lawmakers said.",
        "Two rounds of sanctions by Washington followed.",
    ],
)
def test_sanctions_of_others_are_left_alone(text: str) -> None:
    """Where no word speaks of the UN, nothing is claimed of its Council."""
    claims = check_story(Page(source="x", form="txt", text=text, date="2020-06-05")).claims

    assert [c.claim.text for c in claims if isinstance(c.claim.asked, ResolutionAsked)] == []
