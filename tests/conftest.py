"""What every test needs: a record without the imports of whoever runs the tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from penholder.records.load import load_records


@pytest.fixture(autouse=True)
def records_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep imports in a folder of the test, and forget them after it."""
    path = tmp_path / "imports" / "records.jsonl"
    monkeypatch.setenv("PENHOLDER_RECORDS", str(path))
    yield path
    if path.exists():
        load_records.cache_clear()
