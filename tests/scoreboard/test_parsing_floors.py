"""No score of words, sentences and grammar falls below its floor."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


def test_no_score_of_parsing_is_below_its_floor() -> None:
    """The scoreboard ends with 0, on the data that the floors were measured on."""
    if not (SHARED / "treebanks").exists():
        pytest.skip("the treebanks are not here")
    done = subprocess.run(  # noqa: S603
        [sys.executable, str(ROOT / "scoreboard" / "parsing.py"), str(SHARED)],
        capture_output=True,
        text=True,
        check=False,
    )
    floors = json.loads((ROOT / "scoreboard" / "parsing_floors.json").read_text("utf-8"))

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"corpus {floors['corpus']}\n")
    assert floors["floors"]["words, gum-dev"] >= 0.993
