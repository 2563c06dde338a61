"""Seats, presidencies and the rule of adoption, by the sentence that tells of them."""

from __future__ import annotations

import pytest

from penholder.model.claim import CouncilAsked
from penholder.model.verdict import Verdict
from penholder.pipeline import check_story
from penholder.read.source_page import Page

SUPPORTED, CONTRADICTED, UNDECIDED = "supported", "contradicted", "undecided"


def verdicts(day: str, text: str, *facts: str) -> list[Verdict]:
    """Give the verdicts on claims of some facts about the Council."""
    claims = check_story(Page(source="x", form="txt", text=text, date=day)).claims
    asked = [(c.claim.asked, c.verdict) for c in claims if isinstance(c.claim.asked, CouncilAsked)]
    return [verdict for one, verdict in asked if one.fact in facts]


@pytest.mark.parametrize(
    ("day", "text", "answer"),
    [
        ("2022-05-27", "A UN Security Council resolution needs nine votes in favour and no veto by any of the five permanent members.", SUPPORTED),
        ("1964-05-27", "A UN Security Council resolution needs seven votes in favour.", SUPPORTED),
        ("2022-05-27", "A UN Security Council resolution needs at least eight votes to pass.", CONTRADICTED),
        ("2022-05-27", "The UN Security Council draft needed two votes.", UNDECIDED),
        ("2022-05-27", "For a resolution to pass in the Security Council, all five permanent members must vote in favour.", CONTRADICTED),
        ("2022-05-27", "A Security Council resolution requires the unanimous approval of the five permanent members.", CONTRADICTED),
        ("2022-05-27", "In the Security Council an abstention by a permanent member does not count as a veto.", SUPPORTED),
        ("2022-05-27", "In the Security Council an abstention is a veto.", CONTRADICTED),
    ],
)  # fmt: skip
def test_what_a_draft_needs_follows_the_charter(day: str, text: str, answer: str) -> None:
    """Nine votes (seven before 1966) and no permanent member against; an abstention is no veto."""
    found = verdicts(day, text, "needs")

    assert [verdict.ruling for verdict in found] == [answer]
    assert all(verdict.rows for verdict in found)


@pytest.mark.parametrize(
    ("day", "text", "answer"),
    [
        ("2022-05-27", "Security Council members China and Russia met.", SUPPORTED),
        ("2022-05-27", "Council member Mexico spoke in the UN Security Council.", SUPPORTED),
        ("2023-05-27", "Japan, a non-permanent member of the UN Security Council, spoke.", SUPPORTED),
        ("2022-05-27", "Japan, a non-permanent member of the UN Security Council, spoke.", UNDECIDED),
        ("2023-05-27", "Germany, a permanent member of the UN Security Council, spoke.", CONTRADICTED),
        ("2022-05-27", "Russia, a temporary member of the Security Council, spoke.", CONTRADICTED),
        ("2022-05-27", "South Korea is not a member of the UN Security Council.", SUPPORTED),
        ("2022-05-27", "Mexico is not a member of the UN Security Council.", CONTRADICTED),
        ("2022-05-27", "The other permanent members of the Security Council, Britain and France, agreed.", SUPPORTED),
        ("2022-05-27", "Israel is backed by the United States, a permanent UN Security Council member.", SUPPORTED),
        ("2022-05-27", "The Security Council's ten non-permanent members are: Albania, Brazil and Gabon.", SUPPORTED),
        ("2025-05-05", "Pakistan, which also sits on the UN Security Council, objected.", SUPPORTED),
        ("2017-04-28", "António Guterres, who sits on the UN Security Council too, spoke.", UNDECIDED),
        ("2024-02-01", "South Korea joined the UN Security Council in January.", SUPPORTED),
        ("2024-02-01", "South Korea joined the UN Security Council in January 2020.", CONTRADICTED),
        ("2022-12-01", "India's term on the UN Security Council ends in December.", SUPPORTED),
        ("2022-12-01", "Japan's term on the UN Security Council ends in December 2023.", CONTRADICTED),
        ("2022-05-05", "Russia, which holds a veto in the UN Security Council, spoke.", SUPPORTED),
        ("2022-05-05", "Germany has veto power in the UN Security Council.", CONTRADICTED),
        ("2022-05-05", "The Arctic Council met, said council member Iceland at the UN.", None),
    ],
)  # fmt: skip
def test_seats_are_held_to_the_year(day: str, text: str, answer: str | None) -> None:
    """Who sits, on what seat, since when and until when; officials stay open, and other councils are no matter."""
    found = verdicts(day, text, "member", "elected", "permanent", "joined", "leaves", "official")

    assert [verdict.ruling for verdict in found] == ([answer] if answer else [])
    assert all(verdict.rows for verdict in found)


@pytest.mark.parametrize(
    "text",
    [
        "India wants to become a permanent member of the UN Security Council.",
        "Ukraine asked members of the UN Security Council to act.",
        "China would be a member of the council of the club, the UN said.",
    ],
)
def test_a_seat_that_is_wished_for_is_no_claim(text: str) -> None:
    """Bids, calls on members at large and other councils name nobody's seat."""
    facts = ("member", "elected", "permanent", "joined", "leaves", "official")

    assert verdicts("2022-05-05", text, *facts) == []


@pytest.mark.parametrize(
    ("day", "text", "answer"),
    [
        ("2022-07-01", "Brazil, which chairs the council this month, called a UN Security Council meeting.", SUPPORTED),
        ("2022-07-01", "France, which chairs the council this month, called a UN Security Council meeting.", CONTRADICTED),
        ("2022-07-01", "Brazil, this month's UN Security Council president, called a meeting.", SUPPORTED),
        ("2022-05-05", "The US took over the rotating presidency of the UN Security Council on 1 May.", SUPPORTED),
        ("2016-06-23", "The envoy of France, which holds the Security Council presidency for June, spoke.", SUPPORTED),
    ],
)  # fmt: skip
def test_a_presidency_is_known_by_many_words(day: str, text: str, answer: str) -> None:
    """Chairs, presides, holds or takes over the presidency of a month."""
    assert [verdict.ruling for verdict in verdicts(day, text, "presidency")] == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The fifteen-member UN Security Council met.", SUPPORTED),
        ("The UN Security Council met, and all 15 members agreed.", SUPPORTED),
        ("The UN Security Council met, and the other 14 members agreed.", SUPPORTED),
        ("The Security Council consists of 20 members.", CONTRADICTED),
        ("He addressed 15 foreign ministers in the UN Security Council.", UNDECIDED),
        ("The make-up of the UN Security Council has been largely unchanged since 1945.", UNDECIDED),
        ("The composition of the UN Security Council has not changed since 1945.", CONTRADICTED),
    ],
)  # fmt: skip
def test_the_size_of_the_council_is_known(text: str, answer: str) -> None:
    """Fifteen since 1966; "largely unchanged" and a number of diplomats leave room."""
    found = verdicts("2022-05-05", text, "size", "unchanged")

    assert [verdict.ruling for verdict in found] == [answer]
    assert all(verdict.rows for verdict in found)


@pytest.mark.parametrize(
    ("day", "text", "answer"),
    [
        ("2022-02-20", "The United Arab Emirates will chair the UN Security Council in March.", SUPPORTED),
        ("2022-02-20", "France will chair the UN Security Council in March.", UNDECIDED),
        ("2022-02-28", "The United Arab Emirates takes over the UN Security Council presidency in March.", SUPPORTED),
    ],
)  # fmt: skip
def test_a_presidency_to_come_is_answered(day: str, text: str, answer: str) -> None:
    """Who "will chair" the Council is borne out by the rotation, and never refuted."""
    assert [verdict.ruling for verdict in verdicts(day, text, "presidency")] == [answer]


@pytest.mark.parametrize("turn", ["tenth", "12th"])
def test_how_often_a_seat_was_held_is_not_borne_out(turn: str) -> None:
    """The record's answer is on the election alone, so the claim ends before the number of terms."""
    text = f"Japan was elected to the UN Security Council for a {turn} time on Thursday."
    claims = check_story(Page(source="x", form="txt", text=text, date="2022-06-10")).claims
    joined = [c for c in claims if isinstance(c.claim.asked, CouncilAsked)]

    assert [c.claim.text for c in joined] == ["Japan was elected to the UN Security Council"]
