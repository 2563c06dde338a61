"""The first ledger: a table each for stories, statements, quotes and claims."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables as they were before Alembic."""
    op.create_table(
        "stories",
        sa.Column("id", sa.Text, primary_key=True),
        *(
            sa.Column(name, sa.Text)
            for name in ("source", "outlet", "title", "date", "basis", "json")
        ),
    )
    _part("statements", "kind actor target day polarity attributed_to event record")
    _part("quotes", "kind speaker office cue")
    _part("claims", "type verdict reason")


def _part(name: str, words: str) -> None:
    op.create_table(
        name,
        sa.Column(
            "story", sa.Text, sa.ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("place", sa.Integer, primary_key=True),
        *(sa.Column(word, sa.Text) for word in words.split()),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
