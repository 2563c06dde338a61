"""Vetoes by the sentence that tells of them, the day of the story, and the record's answer."""

from __future__ import annotations

import pytest

from penholder.model.claim import VetoAsked
from penholder.model.verdict import Verdict
from penholder.pipeline import check_story
from penholder.read.source_page import Page

SUPPORTED, CONTRADICTED, UNDECIDED, NOT_COVERED = (
    "supported", "contradicted", "undecided", "not_covered",
)  # fmt: skip


def verdicts(day: str, text: str, *, counted: bool) -> list[Verdict]:
    """Give the verdicts on numbers and ranks of vetoes, or on who cast one."""
    claims = check_story(Page(source="x", form="txt", text=text, date=day)).claims
    asked = [(c.claim.asked, c.verdict) for c in claims if isinstance(c.claim.asked, VetoAsked)]
    ranks = {"first", "last", "only"}
    return [v for one, v in asked if (one.number is not None or one.rank in ranks) is counted]


@pytest.mark.parametrize(
    ("day", "text", "answer"),
    [
        ("2025-06-05", "The US vetoed a Gaza resolution in the UN Security Council on Wednesday, its fifth veto since October 2023.", SUPPORTED),
        ("2025-06-05", "The US vetoed a Gaza resolution in the UN Security Council on Wednesday, its tenth veto since October 2023.", UNDECIDED),
        ("2025-06-05", "The US vetoed a Gaza resolution in the UN Security Council on Wednesday, its 14th veto since October 2023.", CONTRADICTED),
        ("2020-07-11", "Russia has used its veto 16 times since the start of the Syrian war at the UN Security Council.", SUPPORTED),
        ("2019-12-21", "It was Russia's 14th veto on Syria since the conflict began in 2011, UN Security Council records show.", SUPPORTED),
        ("2018-04-11", "It was the 12th time that Russia has used its veto in the UN Security Council to protect Syria.", SUPPORTED),
        ("2021-06-05", "Russia, with more than 117 vetoes since 1946, leads the UN Security Council.", UNDECIDED),
        ("2021-06-05", "Russia, with over 110 vetoes since 1946, leads the UN Security Council.", SUPPORTED),
        ("2021-06-05", "The United States has vetoed at least 53 UN Security Council resolutions critical of Israel.", UNDECIDED),
        ("2021-06-05", "China has vetoed 60 UN Security Council resolutions.", CONTRADICTED),
    ],
)  # fmt: skip
def test_vetoes_are_counted_on_every_basis(day: str, text: str, answer: str) -> None:
    """One basis bears out a number, all of them an inequality; a wrong one is far above them all."""
    found = verdicts(day, text, counted=True)

    assert [verdict.ruling for verdict in found] == [answer]
    assert all(verdict.rows for verdict in found)


@pytest.mark.parametrize(
    ("day", "text", "answer"),
    [
        ("2022-05-27", "China and Russia vetoed a UN Security Council draft on North Korea on Thursday, the first veto on North Korea since 2006.", SUPPORTED),
        ("2024-03-29", "Russia vetoed a UN Security Council draft on North Korea on Thursday, the first veto on North Korea since 2006.", CONTRADICTED),
        ("2024-11-19", "Russia was the only country to veto the UN Security Council draft on Sudan on Monday.", SUPPORTED),
        ("2022-05-27", "Russia was the only country to veto the UN Security Council draft on North Korea on Thursday.", CONTRADICTED),
        ("2018-04-12", "China last used its veto in the UN Security Council in February 2017.", SUPPORTED),
        ("2018-04-12", "China last used its veto in the UN Security Council in 2011.", UNDECIDED),
    ],
)  # fmt: skip
def test_first_last_and_only_vetoes_have_their_verdict(day: str, text: str, answer: str) -> None:
    """A veto in between refutes a first one; another member's beside it refutes an only one."""
    assert [verdict.ruling for verdict in verdicts(day, text, counted=True)] == [answer]


@pytest.mark.parametrize(
    ("day", "text", "answer"),
    [
        ("2022-02-26", "Russia vetoed the UN Security Council resolution on Ukraine on Friday.", SUPPORTED),
        ("2022-02-26", "Russia and China vetoed the UN Security Council resolution on Ukraine on Friday.", CONTRADICTED),
        ("2022-03-26", "China vetoed the UN Security Council resolution on Ukraine in February.", CONTRADICTED),
        ("2022-05-27", "China vetoed a UN Security Council draft on North Korea on Thursday.", SUPPORTED),
        ("2018-04-12", "China vetoed a UN Security Council draft on Syria in 2011.", SUPPORTED),
        ("2023-11-15", "At the UN Security Council on October 18, the US vetoed a Brazilian draft.", SUPPORTED),
        ("2024-04-19", "The US vetoed the Palestinian bid for membership in the UN Security Council on Thursday.", SUPPORTED),
        ("2023-11-15", "The United States has vetoed UN Security Council resolutions on Israel.", SUPPORTED),
        ("1987-04-19", "The UN Security Council met. The US did not accept it and vetoed the judgment on 28 October 1986.", UNDECIDED),
        ("2017-06-03", "China blocked a resolution on North Korea in the UN Security Council on Friday.", UNDECIDED),
        ("2026-02-26", "Russia vetoed the UN Security Council resolution on Ukraine on Friday.", NOT_COVERED),
    ],
)  # fmt: skip
def test_who_vetoed_is_held_to_the_record(day: str, text: str, answer: str) -> None:
    """One of two that vetoed is named rightly; one that cast no veto in those days is not."""
    found = verdicts(day, text, counted=False)

    assert [verdict.ruling for verdict in found] == [answer]
    assert all(verdict.rows for verdict in found)


@pytest.mark.parametrize(
    "text",
    [
        "Russia is likely to veto the resolution in the UN Security Council.",
        "The US abandoned its policy of vetoing resolutions in the UN Security Council.",
        "Trump's second veto came after the UN Security Council met on Iran.",
        "China has veto power in the UN Security Council.",
    ],
)
def test_a_veto_that_was_not_cast_is_no_claim(text: str) -> None:
    """What may come, what is given up, a president's veto and the right itself are left alone."""
    assert verdicts("2020-02-26", text, counted=True) == []
    assert verdicts("2020-02-26", text, counted=False) == []


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("It was Moscow's first veto since 2020.", UNDECIDED),
        ("It was Moscow's first veto on Ukraine since 2020.", SUPPORTED),
        ("It was Moscow's first veto since November 2021.", UNDECIDED),
    ],
)
def test_a_first_veto_without_its_subject_is_open_where_the_readings_differ(
    words: str, answer: str
) -> None:
    """Russia's veto of December 2021 was on another matter: the words may mean vetoes on any, and the reason tells both."""
    text = f"Russia on Friday vetoed a UN Security Council draft on Ukraine. {words}"
    (verdict,) = verdicts("2022-02-27", text, counted=True)

    assert verdict.ruling == answer
    assert (answer == SUPPORTED) or (
        "On Ukraine: " in verdict.reason and "On any subject: " in verdict.reason
    )


def test_a_first_veto_is_answered_where_its_readings_agree() -> None:
    """China had cast no veto on any matter since 2020, and so none on North Korea."""
    text = "China and Russia vetoed a UN Security Council draft on North Korea on Thursday. It was China's first veto since 2020."
    (verdict,) = verdicts("2022-05-27", text, counted=True)

    assert verdict.ruling == SUPPORTED
    assert "S/2022/431" in verdict.reason
