"""Imports point back along the way only."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "penholder"
WAY = ["model", "tables", "read", "find", "merge", "records", "check", "store", "serve"]
FILES = [path for stage in WAY for path in sorted((SOURCE / stage).rglob("*.py"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_stage_imports_only_from_before_it(path: Path) -> None:
    """No stage imports a later one, and find and merge never see the record."""
    stage = path.relative_to(SOURCE).parts[0]
    imported = set(re.findall(r"from penholder\.(\w+)[. ]", path.read_text("utf-8"))) & set(WAY)
    allowed = set(WAY[: WAY.index(stage) + 1])

    assert imported <= allowed
    assert stage not in {"find", "merge"} or not imported & {"records", "check"}
