"""Keeps of each story its print, and which text it is a copy of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the print and the origins; these are filled when the ledger is merged."""
    op.add_column("story_versions", sa.Column("print", _WORDS))
    op.create_table(
        "story_origins",
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("origin", _WORDS, nullable=False),
        sa.Column("reason", _WORDS),
        sa.PrimaryKeyConstraint("version", name="story_origins_key"),
        sa.ForeignKeyConstraint(
            ["version"],
            ["story_versions.no"],
            name="story_origins_version_known",
            ondelete="CASCADE",
        ),
    )
    op.create_index("story_origins_by_origin", "story_origins", ["origin"], postgresql_using="hash")
    marked = "SELECT 1 FROM unmerged_threads WHERE thread = 'origins of stories'"
    op.execute(
        f"INSERT INTO unmerged_threads SELECT 'origins of stories' WHERE NOT EXISTS ({marked})"
    )
