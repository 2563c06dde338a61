"""Keeps what further stories are compared with, so that the origins of all are not found anew for each."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the tables; they are filled when the ledger is merged."""
    op.create_table(
        "held_stories",
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("key", _WORDS, nullable=False),
        sa.Column("day", _WORDS),
        sa.Column("print", sa.LargeBinary, nullable=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("kin", sa.Integer, nullable=False),
        sa.Column("background", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("version", name="held_stories_key"),
        sa.ForeignKeyConstraint(
            ["version"],
            ["story_versions.no"],
            name="held_stories_version_known",
            ondelete="CASCADE",
        ),
    )
    op.create_index("held_stories_by_day", "held_stories", ["day"])
    op.create_table(
        "text_shares",
        sa.Column("one", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("other", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("share", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("one", "other", name="text_shares_key"),
    )
    op.create_table(
        "changed_stories",
        sa.Column("version", sa.Integer, nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("version", name="changed_stories_key"),
    )
