"""Nine votes and no permanent member against: the rule, and the votes that it does not rule."""

from __future__ import annotations

import pytest

from penholder.check.outcomes import (
    explain_vote,
    follows_rule,
    note_abstentions,
    outcome_of,
    permanent_on,
    procedural_outcome_of,
)
from penholder.records.conflicts import conflicts_on
from penholder.records.load import load_records
from penholder.records.votes import votes_of_symbol


@pytest.mark.parametrize(
    ("yes", "against", "day", "adopted", "words"),
    [
        (13, {"CHN", "RUS"}, "2022-05-26", False, "China and Russia, permanent members, voted against: a veto"),
        (13, {"MEX", "KEN"}, "2022-05-26", True, "no permanent member voted against"),
        (9, set(), "2022-05-26", True, "9 votes in favour are needed"),
        (8, set(), "2022-05-26", False, "9 votes in favour are needed"),
        (8, {"USA"}, "2022-05-26", False, "The United States, a permanent member, voted against besides"),
        (7, set(), "1965-05-26", True, "7 votes in favour are needed"),
        (7, set(), "1966-05-26", False, "9 votes in favour are needed"),
    ],
)  # fmt: skip
def test_the_rule_is_applied(
    yes: int, against: set[str], day: str, adopted: bool, words: str
) -> None:
    """Seven votes were enough until 1965."""
    found = outcome_of(yes, against, permanent_on(load_records(), day), day)

    assert found.adopted is adopted
    assert words in found.reason


@pytest.mark.parametrize(
    ("symbol", "words"),
    [
        ("S/2022/431", "Not adopted (13-2-0): China and Russia, permanent members, voted against: a veto."),
        ("S/RES/2397", "Adopted (15-0-0): 9 votes in favour are needed"),
        ("S/RES/2623", "although Russia voted against: the vote was on procedure"),
        ("S/RES/119", "although France and the United Kingdom voted against: the vote was on procedure"),
        ("S/RES/704", "Adopted without a vote."),
    ],
)  # fmt: skip
def test_an_outcome_is_explained(symbol: str, words: str) -> None:
    """By the rule, or by why the rule does not hold."""
    vote = votes_of_symbol(load_records(), symbol)[0]

    assert words in explain_vote(vote, load_records())


def test_ten_were_adopted_on_procedure() -> None:
    """Those that a permanent member could not stop are the ten that are known."""
    records = load_records()
    told = {vote.symbol: explain_vote(vote, records) for vote in records.votes}

    assert sorted(int(s.split("/")[2].split()[0]) for s, t in told.items() if "procedure" in t) == [
        34, 87, 88, 110, 119, 120, 132, 157, 462, 2623,
    ]  # fmt: skip


def test_every_outcome_follows_the_rule_or_is_named() -> None:
    """All 3,204 but the ten on procedure and three that are conflicts of their own."""
    records = load_records()
    odd = [v for v in records.votes if not follows_rule(v, records)]
    procedural = [v.symbol for v in odd if v.symbol in records.procedural_votes]
    others = [v for v in odd if v.symbol not in records.procedural_votes]

    assert sorted(procedural) == sorted(records.procedural_votes)
    assert [v.draft for v in others] == ["S/516", "S/1148", "S/5134"]
    for vote in others:
        fields = {one.field for one in conflicts_on(records, vote.row)}
        assert fields & {"ballots", "outcome"}


@pytest.mark.parametrize(
    ("number", "about"),
    [
        (34, "took the Greek question off the list"),
        (87, "invited a representative of the People's Republic of China"),
        (110, "conference to review the Charter"),
        (119, "emergency special session of the General Assembly on Suez"),
        (132, "subcommittee of the Council to inquire into the complaint of Laos"),
        (2623, "emergency special session of the General Assembly on Ukraine"),
    ],
)
def test_a_vote_on_procedure_says_what_it_was_about(number: int, about: str) -> None:
    """Each of the ten has its own reason."""
    records = load_records()
    vote = votes_of_symbol(records, f"S/RES/{number}")[0]

    assert about in explain_vote(vote, records)


def test_a_veto_counts_for_nothing_on_procedure() -> None:
    """Nine votes are enough, whoever is against; eight are not."""
    permanent = permanent_on(load_records(), "2022-02-27")

    assert procedural_outcome_of(11, {"RUS"}, permanent, "2022-02-27").adopted
    assert not procedural_outcome_of(8, set(), permanent, "2022-02-27").adopted


def test_an_abstention_is_no_veto() -> None:
    """A permanent member that abstains is told of; another's abstention is not worth a word."""
    permanent = permanent_on(load_records(), "2022-02-27")

    assert note_abstentions({"CHN"}, permanent) == (
        "China abstains, and a voluntary abstention is no veto."
    )
    assert note_abstentions({"IND"}, permanent) == ""


def test_every_outcome_has_its_reason() -> None:
    """The ballots explain each outcome since 1946."""
    records = load_records()
    open_ones = [v.vote_id for v in records.votes if "do not say why" in explain_vote(v, records)]

    assert open_ones == []
