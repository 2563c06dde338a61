"""What a launch or test breaches: the paragraphs in force on its day that name such an act."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from penholder.records.load import Prohibition, load_records
from penholder.records.prohibitions import breach_by, breach_of

TEXTS = Path(__file__).parents[3] / "shared" / "data" / "dprk" / "resolution_texts"
RECORDS = load_records()
LAUNCHES = {launch.event_id: launch for launch in RECORDS.launches}


def _paragraphs(rows: tuple[Prohibition, ...]) -> list[str]:
    return [f"{row.symbol.split('/')[2].split()[0]}:{row.para}" for row in rows]


@pytest.mark.parametrize(
    ("kinds", "day", "paragraphs"),
    [
        ({"ballistic", "icbm"}, "2022-03-24", "1695:2 1718:2 1718:5 1874:2 1874:3 2087:2 2087:3 2094:2"),
        ({"ballistic"}, "2009-07-04", "1695:2 1718:2 1718:5 1874:2 1874:3"),
        ({"ballistic"}, "2009-06-12", "1695:2 1718:2 1718:5"),
        ({"ballistic"}, "2006-07-05", ""),
        ({"slv"}, "1998-08-31", ""),
        ({"slv"}, "2009-04-05", ""),
        ({"slv"}, "2012-12-12", "1874:2"),
        ({"slv"}, "2016-02-07", "1874:2 2087:2 2087:3 2094:2"),
        ({"nuclear"}, "2006-10-09", ""),
        ({"nuclear"}, "2009-05-25", "1718:2"),
        ({"nuclear"}, "2017-09-03", "1718:2 1874:2 2087:3 2094:2"),
        ({"cruise"}, "2022-01-25", ""),
        ({"artillery", "mlrs"}, "2022-03-20", ""),
        ({"sam"}, "2022-11-02", ""),
    ],
)  # fmt: skip
def test_an_act_breaches_what_names_it(kinds: set[str], day: str, paragraphs: str) -> None:
    """Ballistic missiles, their technology and nuclear tests are named; nothing else is."""
    assert _paragraphs(breach_by(RECORDS, kinds, day).read) == paragraphs.split()


def test_a_paragraph_that_was_not_read_proves_nothing_alone() -> None:
    """It is shown beside those that were read, and does not make an act prohibited."""
    found = breach_by(RECORDS, {"ballistic"}, "2022-03-24")

    assert _paragraphs(found.unread) == ["2270:2", "2321:2", "2356:2", "2371:2", "2375:2", "2397:2"]
    assert found.prohibited
    assert {row.read for row in found.read} == {"yes"}


def test_a_missile_of_any_kind_may_be_a_ballistic_one() -> None:
    """The answer then hangs on that, and says so."""
    found = breach_by(RECORDS, {"missile"}, "2022-03-24")

    assert (found.prohibited, found.if_ballistic) == (True, True)
    assert not breach_by(RECORDS, {"ballistic"}, "2022-03-24").if_ballistic


@pytest.mark.parametrize(
    ("event_id", "paragraphs", "condemned"),
    [
        ("KP-2012-12-12-1", "1874:2", "2087:1"),
        ("KP-2006-10-09-1", "", "1718:1"),
        ("KP-1998-08-31-1", "", ""),
    ],
)
def test_a_launch_of_the_record_is_looked_up(
    event_id: str, paragraphs: str, condemned: str
) -> None:
    """By its kinds and local day, with the paragraph that condemned it afterwards."""
    found = breach_of(RECORDS, LAUNCHES[event_id])

    assert _paragraphs(found.read) == paragraphs.split()
    assert _paragraphs(found.condemned) == condemned.split()


def test_what_is_condemned_is_in_the_record() -> None:
    """Each day that a paragraph condemns has a launch or test."""
    days = {launch.date_local for launch in RECORDS.launches}

    assert [
        (row.symbol, day) for row in RECORDS.prohibitions for day in row.condemns if day not in days
    ] == []


def _text(row: Prohibition) -> str:
    number = row.symbol.split("/")[2].split()[0]
    path = TEXTS / f"S-RES-{number}.txt"
    if not path.exists():
        pytest.skip("the texts are not here")
    return path.read_text("utf-8", errors="replace")


READ = [row for row in RECORDS.prohibitions if row.read == "yes"]


@pytest.mark.parametrize("row", READ, ids=lambda row: row.row.key)
def test_a_paragraph_says_what_its_text_says(row: Prohibition) -> None:
    """Its verb opens the paragraph, and the resolution invokes the Charter as the row has it."""
    text, number = _text(row), re.split(r"\D", row.para)[0]
    found = re.search(rf"^{number}\.\s+(.*(?:\n\(\w\).*)*)", text, re.MULTILINE)
    assert found
    assert row.verb.split(" (")[0] in found[1].lower()
    assert ("Acting under Chapter VII" in text) == (row.charter == "VII/41")


def test_how_many_paragraphs_were_read() -> None:
    """29 of 43; those of the six resolutions from 2016 on were not."""
    unread = {row.symbol for row in RECORDS.prohibitions if row.read == "no"}

    assert len(READ) == 29
    assert sorted(int(symbol.split("/")[2].split()[0]) for symbol in unread) == [
        2270, 2321, 2356, 2371, 2375, 2397,
    ]  # fmt: skip
