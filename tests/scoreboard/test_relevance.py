"""The first scan lets nearly all of the beat through and little else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


def test_the_scan_keeps_its_floors() -> None:
    """The script ends with 0, on the stories that the floors were measured on."""
    if not (SHARED / "corpora").exists():
        pytest.skip("the general stories are not here")
    done = subprocess.run(  # noqa: S603
        [sys.executable, str(ROOT / "scoreboard" / "relevance.py"), str(SHARED)],
        capture_output=True,
        text=True,
        check=False,
    )
    floors = json.loads((ROOT / "scoreboard" / "relevance_floors.json").read_text("utf-8"))

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"corpus {floors['corpus']}\n")
