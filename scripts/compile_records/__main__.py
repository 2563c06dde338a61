"""Compiles every table of facts: python scripts/compile_records PREPARED_DATA [TARGET]."""

from __future__ import annotations

import sys
from pathlib import Path

from council import council_tables
from launches import compile_launches, compile_nuclear_tests

TARGET = Path(__file__).parents[2] / "src" / "penholder" / "records" / "data"


def main(data: Path, target: Path = TARGET) -> None:
    """Write every table that is compiled; the others are kept by hand."""
    tables = council_tables(data)
    tables["launches.csv"] = compile_launches(data.parent)
    tables["nuclear_tests.csv"] = compile_nuclear_tests(data.parent)
    for name, text in tables.items():
        (target / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
