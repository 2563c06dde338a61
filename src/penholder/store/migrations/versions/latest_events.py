"""Keeps of each event by which day it is sorted, and lets PostgreSQL keep the words of texts beside them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Note of each event its day, else that of the first story that tells of it."""
    op.add_column("merged_events", sa.Column("latest", _WORDS))
    op.execute(
        "UPDATE merged_events SET latest = coalesce(day, (SELECT min(told.published)"
        " FROM story_statements AS told WHERE told.event = merged_events.id))"
    )
    newest = "latest"
    if op.get_bind().dialect.name == "postgresql":
        newest = "latest DESC NULLS LAST"
    op.create_index("merged_events_by_latest", "merged_events", [sa.text(newest)])
    op.create_index("merged_events_by_kind_latest", "merged_events", ["kind", sa.text(newest)])
