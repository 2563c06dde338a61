"""The table of launches holds together, and agrees with what it was made from."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from penholder.records.launches import Clock, Launch, launch_with, launches_between
from penholder.records.load import load_records

ROOT = Path(__file__).parents[2]
DPRK = ROOT.parent / "shared" / "data" / "dprk"
LAUNCHES = load_records().launches


def _read(path: Path) -> list[dict[str, str]]:
    """Read a table, or skip where the prepared data are not here."""
    if not path.exists():
        pytest.skip("the prepared data are not here")
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def test_every_launch_has_one_id_and_words_from_short_lists() -> None:
    """Kinds, outcomes and ways of knowing a number are the ones that are told of."""
    assert len({launch.event_id for launch in LAUNCHES}) == len(LAUNCHES)
    assert {launch.kind for launch in LAUNCHES} == {
        "BM", "CM", "ARTY", "SAM", "SLV", "UUV", "NUKE", "GW",
    }  # fmt: skip
    assert {launch.outcome for launch in LAUNCHES} == {"success", "failure", "mixed", "unknown"}
    assert {launch.n_basis for launch in LAUNCHES} == {"exact", "about", "floor"}
    assert {launch.confidence for launch in LAUNCHES} == {"high", "medium", "low"}


@pytest.mark.parametrize("launch", LAUNCHES, ids=lambda launch: launch.event_id)
def test_the_utc_day_is_the_local_one_or_the_day_before(launch: Launch) -> None:
    """Korea is ahead of UTC by nine hours: a launch bears no other day, and before 09:00 the earlier."""
    local, utc = launch.days()[0], launch.days(Clock.UTC)
    hour = launch.time_local or ""

    assert utc[0] in (local, local - timedelta(days=1))
    if hour[:1].isdecimal():
        assert utc[0] == local - timedelta(days=hour < "09:00")
        assert utc[0] == utc[1]


def test_every_event_of_the_prepared_table_is_here() -> None:
    """Since 2017 days, kinds, sites and least numbers are those of the prepared table."""
    for row in _read(DPRK / "launches_2017_2026.csv"):
        launch = launch_with(load_records(), row["event_id"])
        assert launch
        found = (launch.date_local, launch.kind, launch.system, launch.site, str(launch.n_min))
        assert found == (row["date_kst"], row["kind"], row["system"], row["site"], row["n_min"])
        assert launch.reported_by == row["first_reported_by"]


def test_every_event_of_the_older_table_is_here() -> None:
    """Before 2017 each row of the prepared table has a launch on its day or the next, of its system."""
    for row in _read(DPRK / "launches_1984_2016.csv"):
        given = date.fromisoformat((row["date_kst"] or f"{row['date_utc']}-01")[:10])
        near = launches_between(
            load_records(), given - timedelta(days=1), given + timedelta(days=1)
        )
        found = [x for x in near if (x.system, x.site, x.outcome) == (row["system"], row["site"], row["outcome"])]  # fmt: skip
        assert found, row


@pytest.mark.parametrize(
    ("event", "time", "utc"),
    [
        ("KP-2014-02-27-1", "17:42", "2014-02-27"),
        ("KP-2014-03-03-1", "06:19", "2014-03-02"),
        ("KP-2014-03-26-1", "02:35", "2014-03-25"),
        ("KP-2014-07-09-1", "04:00", "2014-07-08"),
        ("KP-2014-07-13-1", "01:20", "2014-07-12"),
        ("KP-2015-02-08-1", "16:20", "2015-02-08"),
        ("KP-2015-03-02-1", "06:32", "2015-03-01"),
        ("KP-2016-03-18-1", "05:55", "2016-03-17"),
        ("KP-2016-06-22-2", "08:03", "2016-06-21"),
    ],
)
def test_days_of_2014_to_2016_are_those_that_south_korea_reported(
    event: str, time: str, utc: str
) -> None:
    """Each ballistic launch has its local hour, and so its day by UTC."""
    launch = launch_with(load_records(), event)
    assert launch

    assert (launch.time_local, launch.date_utc) == (time, utc)
    assert launch.reported_by in {"JCS", "MND"}


def test_rockets_and_cruise_missiles_before_2017_have_their_source() -> None:
    """What CNS leaves out came from reports, and each of them can be looked up."""
    rows = _read(ROOT / "scripts" / "compile_records" / "launch_additions.csv")
    added = [
        launch for launch in LAUNCHES if launch.sources == "press" and launch.date_local < "2017"
    ]

    assert [launch.date_local for launch in added] == [row["date_local"] for row in rows]
    assert all(row["found_at"].startswith("http") for row in rows)
    assert {launch.kind for launch in added} == {"ARTY", "CM", "SAM", "BM"}


def test_numbers_that_sources_dispute_stay_a_range() -> None:
    """South Korea reported three missiles on 26 June 2014, where CNS lists one."""
    launch = launch_with(load_records(), "KP-2014-06-26-1")
    assert launch

    assert (launch.n_min, launch.n_max) == (1, 3)
    assert "three" in launch.note


def test_an_id_that_is_not_here_gives_nothing() -> None:
    """The look-up answers None, and invents no launch."""
    assert launch_with(load_records(), "KP-2018-01-01-1") is None
