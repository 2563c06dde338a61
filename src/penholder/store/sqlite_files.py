"""A ledger that is a file: how it is recognised, and how it is opened for reading alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

APPLICATION_ID = 0x50454E48  # "PENH", in the head of the file
# In the head of the file: 1 before Alembic, 2 since; older programs refuse what they do not know.
FORMAT = 2


def reading_address(path: Path) -> str:
    """Give the address that opens a file for reading, also in a folder that cannot be written."""
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    try:
        connection = sqlite3.connect(address, uri=True)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except sqlite3.OperationalError:
        log = Path(f"{path}-wal")
        # Readers keep a file beside the ledger. Where none can be made and no log waits, nobody
        # writes either, and the file can be read as it lies.
        if not log.exists() or log.stat().st_size == 0:
            return f"{address}&immutable=1"
    return address
