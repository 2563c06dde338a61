"""Times of penholder and of a peer are scored on the same texts by the same matcher."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

SCOREBOARD = Path(__file__).parents[2] / "scoreboard"
TEXT = "The Council met on Thursday. It had met the week before, in week seven of 2000."
WEEK = TEXT.index("week seven of 2000")
LANGUAGE = ("timebank", "gum", "aquaint", "wikiwars")


def run(shared: Path, *words: str) -> str:
    """Give what the script prints."""
    command = [sys.executable, str(SCOREBOARD / "timex_peers.py"), str(shared), *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Give a folder with one text in TimeBank and nothing else."""
    for folder in ("gold/language", "gold/stories", "stories"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("gold/stories/gold_dev", "stories/stories_dev"):
        (tmp_path / f"{name}.jsonl").touch()
    for name in LANGUAGE:
        (tmp_path / f"gold/language/timex_{name}.jsonl").touch()
    gold = [
        {"start": 19, "end": 27, "value": "2000-02-17"},
        {"start": WEEK, "end": WEEK + len("week seven of 2000"), "value": "2000-W7"},
    ]
    row = {"id": "one", "dct": "2000-02-17", "text": TEXT, "timex": gold}
    (tmp_path / "gold/language/timex_timebank.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    return tmp_path


def found(shared: Path, *times: tuple[int, int, str]) -> Path:
    """Write what a peer found in the text."""
    rows: Sequence[dict[str, object]] = [
        {"start": start, "end": end, "value": value, "kind": "date"} for start, end, value in times
    ]
    path = shared / "found.jsonl"
    path.write_text(json.dumps({"id": "one", "times": rows}) + "\n", "utf-8")
    return path


def test_the_texts_are_handed_out_with_their_day(shared: Path) -> None:
    """A peer is told the text, its day and whether it is a history."""
    assert json.loads(run(shared, "texts")) == {
        "id": "one", "text": TEXT, "day": "2000-02-17", "tale": False,
    }  # fmt: skip


def test_a_value_is_right_however_it_is_spelled(shared: Path) -> None:
    """Week 7 is week 07; an overlapping span is enough for a value, and not for a span."""
    path = found(shared, (19, 27, "2000-02-17"), (WEEK, WEEK + 10, "2000-W07"))
    told = run(shared, "score", str(path)).splitlines()

    assert [line.split()[-1] for line in told if line.startswith("peer: ")] == ["0.500", "1.000"]


def test_what_is_not_annotated_counts_against_a_peer(shared: Path) -> None:
    """A wrong value and a time too many lower the score."""
    path = found(shared, (19, 27, "2000-02-10"), (40, 44, "1999"))
    told = run(shared, "score", str(path)).splitlines()

    assert [line.split()[-1] for line in told if line.startswith("peer: ")] == ["0.500", "0.000"]
