"""Keeps what a statement's actors stand for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the positions; stories that were read before tell of them once they are read again."""
    for name in ("position", "position_on"):
        op.add_column("story_statements", sa.Column(name, _WORDS))
    op.create_index(
        "story_statements_by_position", "story_statements", ["position"], postgresql_using="hash"
    )
