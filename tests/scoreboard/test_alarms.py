"""False alarms are counted by stories, and what nobody has read counts against them."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

SCOREBOARD = Path(__file__).parents[2] / "scoreboard"
FIRED = (
    "SEOUL - North Korea fired a ballistic missile into the sea on May 4, 2022, the military said."
)
OTHER = "The governor vetoed the parking bill on Tuesday, aides said."


def count(shared: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the script on a folder."""
    return subprocess.run(  # noqa: S603
        [sys.executable, str(SCOREBOARD / "alarms.py"), str(shared), *words],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Write a corpus of two stories, one with a launch and one about a governor."""
    (tmp_path / "corpora").mkdir()
    rows = [
        {"id": f"s{place}", "title": "", "text": text, "date": "2022-05-05", "outlet": None}
        for place, text in enumerate((FIRED, OTHER))
    ]
    with gzip.open(tmp_path / "corpora" / "general_news_9800.jsonl.gz", "wt") as file:
        file.write("\n".join(map(json.dumps, rows)))
    return tmp_path


def test_an_unread_statement_counts_against(shared: Path) -> None:
    """Half of the stories have a statement that nobody has read: too many."""
    done = count(shared)

    assert done.returncode == 1, done.stderr
    assert ["any of them: unread", "1", "stories", "50.00%"] in [
        [part.strip() for part in (line[:28], *line[28:].split())]
        for line in done.stdout.splitlines()
    ]
    assert "veto" not in done.stdout


def test_unread_statements_are_listed_with_their_words(shared: Path) -> None:
    """The list has rows of the table, with what a reader needs behind them."""
    count(shared, "--list", str(shared / "unread.txt"))
    (line,) = (shared / "unread.txt").read_text("utf-8").splitlines()

    assert line.startswith("s0,weapon_test,")
    assert "?  North Korea, asserted: North Korea fired" in line


def test_the_read_ones_are_told_once(shared: Path) -> None:
    """Each row has an answer, and no statement has two."""
    header, *rows = (SCOREBOARD / "alarms_read.csv").read_text("utf-8").splitlines()
    cells = [row.split(",") for row in rows]

    assert header == "story,kind,start,end,right"
    assert {row[4] for row in cells} == {"yes", "no"}
    assert len({tuple(row[:4]) for row in cells}) == len(cells)
