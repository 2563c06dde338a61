"""Compiles every table of facts: python scripts/compile_records FOLDER_OF_PREPARED_DATA."""

from __future__ import annotations

import sys
from pathlib import Path

from council import council_tables

TARGET = Path(__file__).parents[2] / "src" / "penholder" / "records" / "data"


def main(data: Path) -> None:
    """Write the tables of the Council's record."""
    for name, text in council_tables(data).items():
        (TARGET / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
