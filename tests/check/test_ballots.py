"""Tallies and ballots by the sentence that tells of them, the day of the story, and the answer."""

from __future__ import annotations

import pytest

from penholder.model.claim import TallyAsked
from penholder.model.verdict import Verdict
from penholder.pipeline import check_story
from penholder.read.source_page import Page

SUPPORTED, CONTRADICTED, UNDECIDED, NOT_COVERED = (
    "supported", "contradicted", "undecided", "not_covered",
)  # fmt: skip


def verdicts(day: str, text: str, *, named: bool) -> list[Verdict]:
    """Give the verdicts on claims that name voters, or on those that give numbers."""
    claims = check_story(Page(source="x", form="txt", text=text, date=day)).claims
    asked = [(c.claim.asked, c.verdict) for c in claims if isinstance(c.claim.asked, TallyAsked)]
    return [verdict for one, verdict in asked if _names_alone(one) is named]


def _names_alone(asked: TallyAsked) -> bool:
    """Say whether a claim gives no number: a tally carries the ballots that its words name."""
    return bool(asked.ballots) and {asked.yes, asked.no, asked.abstain} == {None}


@pytest.mark.parametrize(
    ("day", "text", "answer"),
    [
        ("2022-02-26", "Russia voted against the UN Security Council resolution on Ukraine on Friday.", SUPPORTED),
        ("2022-02-26", "The UN Security Council rejected a draft on Ukraine on Friday, with China, India and the UAE abstaining.", SUPPORTED),
        ("2022-02-26", "In the UN Security Council, China voted against the resolution on Ukraine on Friday.", CONTRADICTED),
        ("2025-06-05", "The US, which cast the lone no vote in the UN Security Council on Wednesday, said the Gaza draft was unfair.", SUPPORTED),
        ("2024-11-19", "The UN Security Council voted on a draft on Sudan on Monday. Russia cast the only vote against.", SUPPORTED),
        ("2022-05-27", "China and Russia were the only countries to vote against the UN Security Council draft on North Korea on Thursday.", SUPPORTED),
        ("2022-05-27", "Russia was the only member to vote against the UN Security Council draft on North Korea on Thursday.", CONTRADICTED),
        ("2016-12-24", "Only the United States opposed the UN Security Council resolution on Israel on Friday.", CONTRADICTED),
        ("2018-03-01", "In 2016, the United States abstained on a UN Security Council resolution on Israel.", SUPPORTED),
        ("2025-11-18", "The UN Security Council adopted the Gaza resolution with two abstentions from China and Russia.", SUPPORTED),
        ("2026-05-27", "Russia voted against the UN Security Council draft on North Korea on Thursday.", NOT_COVERED),
        ("2022-05-27", "Ukraine voted against the UN Security Council draft on North Korea on Thursday.", UNDECIDED),
    ],
)  # fmt: skip
def test_members_are_held_to_their_ballots(day: str, text: str, answer: str) -> None:
    """Whoever is named as voting so is compared with the one vote that is meant, with its row."""
    found = verdicts(day, text, named=True)

    assert [verdict.ruling for verdict in found] == [answer]
    assert all(verdict.rows for verdict in found)


@pytest.mark.parametrize(
    "text",
    [
        "The UN General Assembly condemned it, and Canada voted against the resolution.",
        "At the UN Security Council, China could have abstained on the resolution on Ukraine.",
        "The UN Security Council met on the resolution, which was opposed by critics in Canada.",
        "The UN Security Council heard that voters abstained in the ballot.",
    ],
)
def test_no_ballot_is_read_into_other_words(text: str) -> None:
    """Votes of other bodies, what might have been and what nobody is named for are no ballots."""
    assert verdicts("2022-02-26", text, named=True) == []


@pytest.mark.parametrize(
    ("day", "text", "answer"),
    [
        ("2025-06-05", "The UN Security Council's Gaza resolution won 14 votes on Wednesday.", SUPPORTED),
        ("2025-06-05", "The UN Security Council's Gaza resolution got only eight votes on Wednesday.", CONTRADICTED),
        ("2025-06-05", "The 14 other members of the Security Council voted for the Gaza resolution on Wednesday.", SUPPORTED),
        ("2024-11-19", "The UN Security Council draft on Sudan was backed by 14 members.", SUPPORTED),
        ("2025-09-20", "The draft on Iran in the UN Security Council had four in favour, nine against and two abstentions on Friday.", SUPPORTED),
        ("2025-09-20", "The draft on Iran in the UN Security Council fell short of the nine votes needed on Friday.", SUPPORTED),
        ("2025-06-05", "The draft on Gaza in the UN Security Council fell short of the nine votes needed on Wednesday.", CONTRADICTED),
        ("2025-11-18", "The UN Security Council adopted the Gaza resolution on Monday by a vote of 12-1 with two abstentions.", CONTRADICTED),
        ("2016-12-24", "The 14 other members of the UN Security Council unanimously approved a resolution on Israel on Friday.", UNDECIDED),
        ("2016-12-24", "The UN Security Council unanimously approved a resolution on Israel on Friday.", CONTRADICTED),
    ],
)  # fmt: skip
def test_a_tally_has_its_verdict(day: str, text: str, answer: str) -> None:
    """However the numbers are written; "unanimously" of fewer than all members stays open."""
    found = verdicts(day, text, named=False)

    assert answer in {verdict.ruling.value for verdict in found}
    assert all(verdict.rows for verdict in found)
