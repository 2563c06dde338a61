"""Lets PostgreSQL show lists newest first by their indexes, with what has no day at the end, and count an actor's deeds by one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_SORTED = (
    ("story_versions", ("current", "date")),
    ("story_statements", ("position", "published")),
    ("story_claims", ("published",)),
    ("story_claims", ("verdict", "published")),
    ("story_claims", ("type", "published")),
    ("merged_events", ("day",)),
    ("merged_events", ("kind", "day")),
)


def upgrade() -> None:
    """Make the indexes anew; those of SQLite can be read backwards as they are."""
    if op.get_bind().dialect.name == "sqlite":
        return
    for table, columns in _SORTED:
        name = f"{table}_by_{'_'.join(columns)}"
        op.drop_index(name, table)
        *same, day = columns
        op.create_index(name, table, [*same, sa.text(f"{day} DESC NULLS LAST")])
    counted = ["actor", "kind", "polarity", "position", "day", "published"]
    op.create_index(
        f"story_statements_by_{'_'.join(counted)}",
        "story_statements",
        counted,
        postgresql_where=sa.text("length(actor) < 500"),
    )
