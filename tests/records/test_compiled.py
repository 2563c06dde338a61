"""The tables that ship are those that the script compiles, and they hold together."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from penholder.records.load import Seat, Vote, load_records

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src" / "penholder" / "records" / "data"
PREPARED = ROOT.parent / "shared" / "data"
COMPILED = [
    "members.csv",
    "presidencies.csv",
    "votes.csv",
    "vetoes.csv",
    "prohibitions.csv",
    "launches.csv",
    "nuclear_tests.csv",
]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile every table into a folder of its own."""
    if not PREPARED.exists():
        pytest.skip("the prepared data are not here")
    target = tmp_path_factory.mktemp("tables")
    script = [sys.executable, str(ROOT / "scripts" / "compile_records"), str(PREPARED), str(target)]
    subprocess.run(script, check=True)  # noqa: S603
    return target


@pytest.mark.parametrize("name", COMPILED)
def test_compiling_again_gives_the_same_bytes(compiled: Path, name: str) -> None:
    """Nothing in a compiled table was written by hand."""
    assert (compiled / name).read_bytes() == (DATA / name).read_bytes()


def test_every_table_has_its_edges() -> None:
    """Each table of facts names the days that it covers."""
    tables = {path.stem for path in DATA.glob("*.csv")} - {"coverage"}

    assert tables == set(load_records().coverage)


def test_the_council_is_full_every_year() -> None:
    """Eleven members before 1966 and fifteen from then on, five of them permanent."""
    seats = load_records().seats
    permanent = Counter(seat.year for seat in seats if seat.permanent)

    assert set(permanent.values()) == {5}
    assert {
        year for year in permanent if _size(seats, year) != (11 if year < 1966 else 15)
    } == set()


def _size(seats: tuple[Seat, ...], year: int) -> int:
    """Count the seats of a year: two members may share one, half a year each."""
    halves = Counter(seat.member for seat in seats if seat.year == year)
    return len(halves)


@pytest.mark.parametrize(
    ("month", "president"), [("2022-05", "USA"), ("2017-12", "JPN"), ("2024-03", "JPN")]
)
def test_the_presidency_rotates(month: str, president: str) -> None:
    """The month's president is the one of the record."""
    found = [row.president for row in load_records().presidencies if row.month == month]

    assert found == [president]


def _faults(vote: Vote) -> list[str]:
    ballots = Counter(ballot for _, ballot in vote.ballots)
    said = {"N": vote.no, "A": vote.abstain, "NV": vote.not_voting}
    return [kind for kind, number in said.items() if number is not None and ballots[kind] != number]


def test_tallies_and_ballots_agree() -> None:
    """Where no flag says otherwise, the ballots add up to the tally but for two drafts of 1948."""
    wrong = [
        vote.symbol or vote.draft
        for vote in load_records().votes
        if _faults(vote) and not vote.flags
    ]

    assert wrong == ["S/1158", "S/1159"]


def test_the_double_veto_is_right() -> None:
    """The vote of 26 May 2022 was 13-2-0, though the library's table prints 13-0-2."""
    vote = next(vote for vote in load_records().votes if vote.draft == "S/2022/431")

    assert (vote.tally, vote.vetoed_by) == ("13-2-0", ("CHN", "RUS"))


@pytest.mark.parametrize(
    ("symbol", "tally"), [("S/RES/1559 (2004)", "9-0-6"), ("S/RES/1022 (1995)", "15-0-0")]
)
def test_a_mended_tally_says_so(symbol: str, tally: str) -> None:
    """The better source stands, and the flag tells what the other had."""
    vote = next(vote for vote in load_records().votes if vote.symbol == symbol)

    assert vote.tally == tally
    assert vote.flags.startswith("mended: bd-unsc has")
