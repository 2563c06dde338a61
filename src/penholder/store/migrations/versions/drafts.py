"""Keeps the life of each draft resolution, and which launch a statement answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_STAGES = ("announced", "circulated", "blue", "put_to_vote", "withdrawn", "failed", "vetoed", "adopted")  # fmt: skip


def upgrade() -> None:
    """Add the drafts; stories that were read before tell of them once they are read again."""
    _add_to_statements()
    _make_drafts()
    op.create_table(
        "draft_aliases",
        sa.Column("alias", _WORDS, nullable=False),
        sa.Column("draft", _WORDS, nullable=False),
        sa.PrimaryKeyConstraint("alias", name="draft_aliases_key"),
    )


def _add_to_statements() -> None:
    for name in ("stage", "sponsor", "subject", "answer_cue"):
        op.add_column("story_statements", sa.Column(name, _WORDS))
    for name in ("draft_number", "answers"):
        op.add_column("story_statements", sa.Column(name, sa.Integer))


def _make_drafts() -> None:
    needed = ("id", "sponsor", "subject", "symbol", "stage")
    op.create_table(
        "merged_drafts",
        *(sa.Column(name, _WORDS, nullable=False) for name in needed),
        *(sa.Column(name, _WORDS) for name in _STAGES),
        sa.PrimaryKeyConstraint("id", name="merged_drafts_key"),
    )
    op.create_table(
        "drafted_statements",
        sa.Column("statement", sa.Integer, nullable=False),
        sa.Column("draft", _WORDS, nullable=False),
        sa.Column("reason", _WORDS, nullable=False),
        sa.PrimaryKeyConstraint("statement", name="drafted_statements_key"),
        sa.ForeignKeyConstraint(
            ["statement"],
            ["story_statements.no"],
            name="drafted_statements_statement_known",
            ondelete="CASCADE",
        ),
    )
    op.create_index(
        "drafted_statements_by_draft", "drafted_statements", ["draft"], postgresql_using="hash"
    )
