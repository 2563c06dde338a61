"""The UN's resolution files extend the votes, and what contradicts itself in them is named."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from penholder.records.imports.members import Seats, seats_by_year
from penholder.records.imports.reading import Fault, Reading
from penholder.records.imports.recognise import read_import
from penholder.records.load import load_records, load_shipped

Run = Callable[..., Result]
COUNCIL = Path(__file__).parents[4] / "shared" / "data" / "council"
REAL = COUNCIL / "unxml_resolutions_2000_2026.jsonl.gz"


@pytest.fixture
def seats() -> Seats:
    """Give the members of each year."""
    return seats_by_year(load_shipped().seats)


def row(**changes: Any) -> dict[str, Any]:
    """Give S/RES/2814 in the form of the resolution files."""
    members = [seat.name.upper() for seat in load_shipped().seats if seat.year == 2026]
    return {
        "symbol": "S/RES/2814 (2026)", "adoption_date": "27 January 2026", "adoption_meeting": "10099th meeting",
        "adoption_type": "Adopted unanimously, 10099th meeting", "outcome": "", "agenda_item_name": "Yemen",
        "resolution_title": "", "draft_resolution": "S/2026/45", "outcome_letter": "S/PV.10099",
        "MS_in_favour": members, "MS_against": [], "MS_abstaining": [], "MS_in_favour_count": "015",
        "MS_against_count": "", "MS_abstaining_count": "",
    } | changes  # fmt: skip


def read(rows: list[Mapping[str, Any]], folder: Path, seats: Seats) -> Reading:
    """Read rows as a file has them."""
    path = folder / "r.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return read_import(path, seats, lambda _: None)


def test_the_real_file_has_its_known_faults(seats: Seats) -> None:
    """Eleven rows contradict themselves, three resolutions are missing and three stand twice."""
    if not REAL.exists():
        pytest.skip("the prepared data are not here")
    found = read_import(REAL, seats, lambda _: None)
    faults = [one.name.split()[0][6:] for one in found.refused if one.fault is Fault.CONTRADICTION]

    assert found.rows == 1541
    assert faults == [
        "1287",
        "1402",
        "1483",
        "1559",
        "2403",
        "2521",
        "2723",
        "2756",
        "2797",
        "2812",
        "2820",
    ]
    assert found.missing == ("S/RES/2762", "S/RES/2770", "S/RES/2772")
    assert found.doubled == ("S/RES/2820 (2026)", "S/RES/2821 (2026)", "S/RES/2822 (2026)")
    assert [one.name for one in found.refused if one.fault is not Fault.CONTRADICTION] == [
        "S/RES/2423 (2018)"
    ]


def test_the_real_file_reaches_july(run: Run) -> None:
    """Of the fourteen resolutions of 2026, all but the one that contradicts itself are added."""
    if not REAL.exists():
        pytest.skip("the prepared data are not here")
    done = json.loads(run("records", "import", REAL, "--json").stdout)
    load_records.cache_clear()
    added = [vote.symbol[6:10] for vote in load_records().votes if vote.date >= "2026"]

    assert done["last"] == "2026-06-29"
    assert added == [str(number) for number in range(2813, 2826)]


def test_the_real_drafts_agree_with_the_record(run: Run) -> None:
    """Drafts that failed are found by their symbol; two rows lack a day or a tally."""
    path = COUNCIL / "unxml_not_adopted_2023_2025.csv"
    if not path.exists():
        pytest.skip("the prepared data are not here")
    done = json.loads(run("records", "import", path, "--json").stdout)

    assert [done[key] for key in ("rows", "new", "conflict", "refused")] == [19, 0, 0, 2]


def test_a_sound_row_is_a_vote(tmp_path: Path, seats: Seats) -> None:
    """Counts may have zeros before them or be empty."""
    (entry,) = read([row()], tmp_path, seats).entries
    vote: Any = entry.value

    assert (vote.date, vote.tally, vote.meeting) == ("2026-01-27", "15-0-0", "S/PV.10099")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"MS_in_favour_count": "14"}, "the counts say 14-0-0"),
        ({"adoption_type": "Adopted 13-0-2"}, "the adoption line says 13-0-2"),
        ({"MS_in_favour": ["CHINA"], "MS_in_favour_count": "1"}, "1 members are named"),
        ({"MS_in_favour": []}, "0 members are named"),
        ({"MS_abstaining": ["ICELAND"], "MS_abstaining_count": "1"}, "16 members are named"),
        ({"adoption_date": "30 February 2026"}, "30 February 2026"),
        ({"symbol": "S/PRST/2026/1"}, "names no resolution"),
    ],
)
def test_a_row_at_odds_with_itself_is_refused(
    changes: dict[str, Any], reason: str, tmp_path: Path, seats: Seats
) -> None:
    """Counts, lists, the adoption line and the size of the Council must agree."""
    (refusal,) = read([row(**changes)], tmp_path, seats).refused

    assert refusal.place == "r.jsonl:1"
    assert reason in refusal.told


def test_without_a_vote_nobody_voted(tmp_path: Path, seats: Seats) -> None:
    """Lists may be empty where a resolution was adopted without a vote."""
    changes = {
        "adoption_type": "Adopted by acclamation",
        "MS_in_favour": [],
        "MS_in_favour_count": "0",
    }
    (entry,) = read([row(**changes)], tmp_path, seats).entries
    vote: Any = entry.value

    assert (vote.tally, vote.not_voting) == ("0-0-0", 15)
