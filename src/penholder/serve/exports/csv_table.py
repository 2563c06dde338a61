"""CSV by RFC 4180: a view of the ledger, its columns in the first line, nothing where nothing is known."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from sqlalchemy import Connection

from penholder.store.stories import rows_of
from penholder.store.views import View


def write(ledger: Connection, view: View) -> Iterator[str]:
    """Yield the first line and a record for each row."""
    yield _record(view.columns)
    for row in rows_of(ledger, view):
        yield _record(str(cell).lower() if isinstance(cell, bool) else cell for cell in row)


def _record(cells: object) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(cells)  # type: ignore[arg-type]
    return written.getvalue()
