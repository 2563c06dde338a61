"""Answers one question and ends: a question as JSON on standard input, the answer as lines of JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from penholder.store.places import LedgerPlace
from penholder.store.queries.given import BrokenError, Given, RefusedError


def main() -> None:
    """Read the question, and write what it finds as it is found."""
    given = Given(**json.load(sys.stdin))
    _bound_memory()
    try:
        _write_all(given)
    except RefusedError as refused:
        _write({"refused": str(refused)})
    except BrokenError as broken:
        _write({"broken": broken.fault, "remedy": broken.remedy})
    except MemoryError:
        _write({"cut": "size"})


def _write_all(given: Given) -> None:
    if LedgerPlace(given.place).is_postgres:
        from penholder.store.queries.in_postgres import rows_of  # noqa: PLC0415
    else:
        from penholder.store.queries.in_sqlite import rows_of  # noqa: PLC0415
    _write({"cut": _write_rows(rows_of(given), given)})


def _write_rows(found: Iterable[Any], given: Given) -> str | None:
    """Write the columns and the rows, and give why the rest is left out."""
    size = number = 0
    for row in found:
        if isinstance(row, str):
            return row
        number += isinstance(row, list)
        if number > given.rows:
            return "rows"
        size += _write(row)
        if size > given.size:
            return "size"
    return None


def _write(line: Any) -> int:
    written = json.dumps(line, ensure_ascii=False, default=_plain) + "\n"
    sys.stdout.write(written)
    sys.stdout.flush()
    return len(written)


def _plain(value: object) -> object:
    """Give what JSON has no word for."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.hex() if isinstance(value, bytes | memoryview) else str(value)


def _bound_memory() -> None:
    """Take no more than a gigabyte, where the system can hold to that."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


if __name__ == "__main__":
    main()
