"""Where imported rows are kept."""

from __future__ import annotations

import os
from pathlib import Path


def records_path() -> Path:
    """Give the file of PENHOLDER_RECORDS, else one in the user's data folder."""
    if named := os.environ.get("PENHOLDER_RECORDS"):
        return Path(named)
    from platformdirs import user_data_path  # noqa: PLC0415  only where nothing is named

    return user_data_path("penholder", appauthor=False) / "records.jsonl"
