"""JSON Lines: each story by the output contract."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection

from penholder.store.stories import told_stories


def write(ledger: Connection) -> Iterator[str]:
    """Yield a line for each story, in the order of their ids."""
    for story in told_stories(ledger):
        yield json.dumps(story, ensure_ascii=False) + "\n"
