"""Keeps what is known of addresses that were visited."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the table of visits."""
    op.create_table(
        "visited_addresses",
        *(sa.Column(name, _WORDS, nullable=False) for name in ("address", "outcome", "visited_at")),
        *(sa.Column(name, _WORDS) for name in ("etag", "modified", "stamp")),
        sa.Column("failures", sa.Integer, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("address", name="visited_addresses_key"),
    )
