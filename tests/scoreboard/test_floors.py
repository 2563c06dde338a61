"""No score falls below its floor."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


def test_no_score_is_below_its_floor() -> None:
    """The scoreboard ends with 0, on the data that the floors were measured on."""
    if not (SHARED / "gold").exists():
        pytest.skip("the annotated stories are not here")
    done = subprocess.run(  # noqa: S603
        [sys.executable, str(ROOT / "scoreboard"), str(SHARED)],
        capture_output=True,
        text=True,
        check=False,
    )
    floors = json.loads((ROOT / "scoreboard" / "floors.json").read_text("utf-8"))

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"corpus {floors['corpus']}\n")
