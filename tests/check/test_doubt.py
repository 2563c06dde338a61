"""What nobody has decided leaves a verdict open; what is settled does not weaken it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from penholder.check.resolutions import check_resolution
from penholder.check.tallies import check_tally
from penholder.check.vetoes import check_veto
from penholder.model.actor import ActorId
from penholder.model.claim import ResolutionAsked, TallyAsked, VetoAsked
from penholder.model.verdict import Verdict
from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.records.load import load_records, load_shipped
from penholder.serve.cli import main


def _tally(symbol: str | None, yes: int, no: int, abstain: int, when: str | None = None) -> Verdict:
    asked = TallyAsked(yes=yes, no=no, abstain=abstain, unanimous=False, when=when, symbol=symbol)
    return check_tally(asked, None, load_records())


def _date(symbol: str, when: str) -> Verdict:
    asked = ResolutionAsked(fact="date", symbol=symbol, when=when, subject=(), actors=())
    return check_resolution(asked, None, load_records())


@pytest.mark.parametrize(
    ("symbol", "numbers"),
    [
        ("S/2022/431", (12, 3, 0)),  # the library prints 13-0-2
        ("S/RES/1559 (2004)", (15, 0, 0)),  # mended: two sources had 9-0-6
        ("S/RES/2720 (2023)", (15, 0, 0)),  # mended: who abstained
        ("S/RES/1022 (1995)", (14, 0, 1)),
        ("S/RES/338 (1973)", (13, 0, 2)),  # its day is open, its tally is settled
    ],
)
def test_a_settled_conflict_weakens_no_verdict(symbol: str, numbers: tuple[int, int, int]) -> None:
    """A wrong tally is contradicted, though a source had misprinted the right one."""
    verdict = _tally(symbol, *numbers)

    assert verdict.ruling == "contradicted"
    assert "nobody has decided" not in verdict.reason


def test_the_misprint_of_the_double_veto_saves_no_story() -> None:
    """Twelve to three is wrong, however the library printed 13-2-0."""
    text = (
        "The UN Security Council voted on a draft resolution on North Korea on Thursday, with 12 votes"
        " in favor, three against."
    )
    claims = check_story(Page(source="x", form="txt", text=text, date="2022-05-27")).claims

    assert [c.verdict.ruling for c in claims if isinstance(c.claim.asked, TallyAsked)] == [
        "contradicted"
    ]


def _sponsored(symbol: str, *actors: str) -> Verdict:
    asked = ResolutionAsked(
        fact="sponsors",
        symbol=symbol,
        when=None,
        actors=tuple(map(ActorId, actors)),
        value="exact",
    )
    return check_resolution(asked, None, load_records())


@pytest.mark.parametrize(
    ("symbol", "actor", "ruling"),
    [
        ("S/2022/431", "USA", "supported"),
        ("S/2022/431", "FRA", "undecided"),
        ("S/2014/348", "USA", "supported"),
        ("S/2014/348", "BRA", "undecided"),  # a long list may lack a name
        ("S/RES/1695 (2006)", "JPN", "undecided"),  # the President's text
    ],
)
def test_sponsors_are_those_of_the_record(symbol: str, actor: str, ruling: str) -> None:
    """A short list of states bears a name out or refutes it; a long one or the President's does not refute."""
    assert _sponsored(symbol, actor).ruling == ruling


def test_open_sponsors_leave_a_claim_undecided() -> None:
    """Where two sources name different sponsors, the reason gives both."""
    open_ = next(c for c in load_records().conflicts if c.field == "sponsors" and c.open)
    vote = next(v for v in load_records().votes if str(v.vote_id) == open_.key)
    verdict = _sponsored(vote.symbol, "NRU")

    assert verdict.ruling == "undecided"
    assert "nobody has decided" in verdict.reason


def _vetoed(state: str, when: str) -> Verdict:
    asked = VetoAsked(
        actors=(ActorId(state),),
        either=False,
        by_vote=True,
        every=False,
        number=None,
        when=when,
        symbol=None,
    )
    return check_veto(asked, None, load_records())


def test_a_veto_on_which_sources_differ_is_undecided() -> None:
    """Whether France too vetoed a draft on Spain on 26 June 1946 is open; that the Soviet Union did is not."""
    french, soviet = (_vetoed(state, "1946-06-26") for state in ("FRA", "RUS"))

    assert (french.ruling, soviet.ruling) == ("undecided", "supported")
    assert "nobody has decided" in french.reason


def test_an_open_tally_leaves_a_wrong_number_undecided() -> None:
    """Neither 12-0-3 nor 13-0-2 is settled for resolution 282, and the reason names both."""
    verdict = _tally("S/RES/282 (1970)", 14, 0, 1)

    assert verdict.ruling == "undecided"
    assert "nobody has decided" in verdict.reason
    assert "12-0-3 (bd-unsc)" in verdict.reason
    assert "13-0-2 (UN library, meetings)" in verdict.reason


def test_an_open_tally_is_told_of_where_it_bears_out() -> None:
    """The number of the table is supported, with the other one beside it."""
    verdict = _tally("S/RES/282 (1970)", 12, 0, 3)

    assert verdict.ruling == "supported"
    assert "13-0-2" in verdict.reason


@pytest.mark.parametrize(
    ("symbol", "when", "ruling"),
    [
        ("S/RES/913 (1994)", "1994-04-22", "supported"),
        ("S/RES/913 (1994)", "1994-04-21", "undecided"),
        ("S/RES/913 (1994)", "1994-05-30", "undecided"),
        ("S/RES/2809 (2025)", "2025-11-13", "contradicted"),  # settled: 23 December
        ("S/RES/2397 (2017)", "2017-12-23", "contradicted"),
    ],
)
def test_an_open_date_leaves_another_day_undecided(symbol: str, when: str, ruling: str) -> None:
    """A settled date contradicts; an open one does not, and the reason names both days."""
    verdict = _date(symbol, when)

    assert verdict.ruling == ruling
    assert ("1994-04-22 or 1994-04-21" in verdict.reason) is symbol.startswith("S/RES/913")


def test_a_vote_whose_day_is_open_is_not_found_by_it_for_sure() -> None:
    """A tally of that day may be of another vote; with the symbol it is contradicted."""
    by_day = _tally(None, 3, 9, 3, when="1994-04-22")

    assert by_day.ruling == "undecided"
    assert _tally("S/RES/913 (1994)", 3, 9, 3).ruling == "contradicted"


@pytest.mark.parametrize(
    ("state", "when", "ruling"),
    [
        ("CHN", "2022-02-25", "contradicted"),
        ("CHN", "1946-06-26", "undecided"),  # the USSR alone, or France too
        ("GBR", "1946-08-29", "undecided"),  # 8-2-1 or 9-1-1
    ],
)
def test_an_open_vote_leaves_a_veto_undecided(state: str, when: str, ruling: str) -> None:
    """Where nobody knows how a vote of the day went, a veto is not said to be absent."""
    asked = VetoAsked(
        actors=(state,), either=False, by_vote=True, every=False, number=None, symbol=None, when=when,
    )  # fmt: skip
    verdict = check_veto(asked, None, load_records())

    assert verdict.ruling == ruling
    assert ("nobody has decided" in verdict.reason) is (ruling == "undecided")


@pytest.fixture
def import_tally(tmp_path: Path) -> Callable[..., None]:
    """Give what imports resolution 2397 with another day or other ballots."""

    def import_it(*, day: str = "2017-12-22", china: str = "Y") -> None:
        vote = next(v for v in load_shipped().votes if v.symbol == "S/RES/2397 (2017)")
        seats = [seat for seat in load_shipped().seats if seat.year == 2017]
        numbers = (14, 1) if china == "A" else (15, 0)
        path = tmp_path / "voting.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow([
                "ms_code", "ms_name", "ms_vote", "date", "resolution", "draft", "meeting", "description", "agenda",
                "vote_note", "total_yes", "total_no", "total_abstentions", "total_non_voting", "total_ms", "modality",
            ])  # fmt: skip
            for seat in seats:
                ballot = china if seat.member == "CHN" else "Y"
                rows.writerow([
                    seat.member, seat.name, ballot, day, "S/RES/2397(2017)", vote.draft, vote.meeting, "x", "x",
                    "", numbers[0], 0, numbers[1], 0, 15, "Recorded vote",
                ])  # fmt: skip
        assert CliRunner().invoke(main, ["records", "import", str(path)]).exit_code == 0
        load_records.cache_clear()

    return import_it


def test_an_import_with_other_ballots_takes_the_place_of_the_tally(
    import_tally: Callable[..., None],
) -> None:
    """Its tally decides from then on, and the day is what it was."""
    import_tally(china="A")

    assert _tally("S/RES/2397 (2017)", 13, 1, 1).ruling == "contradicted"
    assert "14-0-1" in _tally("S/RES/2397 (2017)", 13, 1, 1).reason
    assert _date("S/RES/2397 (2017)", "2017-12-22").ruling == "supported"


def test_an_import_with_another_day_takes_the_place_of_the_day(
    import_tally: Callable[..., None],
) -> None:
    """Its day decides from then on, and the tally is what it was."""
    import_tally(day="2017-12-23")

    assert _date("S/RES/2397 (2017)", "2017-12-23").ruling == "supported"
    assert "2017-12-23" in _date("S/RES/2397 (2017)", "2017-12-24").reason
    assert _tally("S/RES/2397 (2017)", 13, 1, 1).ruling == "contradicted"
