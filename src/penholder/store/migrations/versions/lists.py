"""Lets long lists be shown newest first without sorting all of them, and keeps what somebody stands for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_SORTED = (
    ("story_versions", ("current", "date")),
    ("story_statements", ("kind", "day")),
    ("story_statements", ("position", "published")),
    ("story_claims", ("published",)),
    ("story_claims", ("verdict", "published")),
    ("story_claims", ("type", "published")),
    ("merged_events", ("day",)),
    ("merged_events", ("kind", "day")),
)
_NAMED = (
    ("story_versions", "outlet"),
    ("story_quotes", "speaker"),
)


def upgrade() -> None:
    """Note of each statement, quote and claim the day of its story, and add the indexes."""
    for name in ("position", "position_on"):
        op.add_column("story_statements", sa.Column(name, _WORDS))
    for table in ("story_statements", "story_quotes", "story_claims"):
        op.add_column(table, sa.Column("published", _WORDS))
        op.execute(
            f"UPDATE {table} SET published = (SELECT date FROM story_versions AS whole"  # noqa: S608
            f" WHERE whole.no = {table}.version)"
        )
    for table, columns in _SORTED:
        op.create_index(f"{table}_by_{'_'.join(columns)}", table, list(columns))
    for table, column in _NAMED:
        op.create_index(f"{table}_by_{column}", table, [column], postgresql_using="hash")
    counted = ["actor"]
    if op.get_bind().dialect.name == "sqlite":
        counted += ["kind", "polarity", "position", "day", "published"]
    name = f"story_statements_by_{'_'.join(counted)}"
    op.create_index(name, "story_statements", counted, postgresql_using="hash")
    reported = sa.text("record IS NOT NULL")
    op.create_index(
        "story_statements_by_record",
        "story_statements",
        ["record"],
        postgresql_using="hash",
        postgresql_where=reported,
        sqlite_where=reported,
    )
