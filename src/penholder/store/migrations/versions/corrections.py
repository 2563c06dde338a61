"""Keeps what people decided about events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the values that people gave events, and the log of what they decided."""
    for name in ("weapon", "system", "number", "outcome", "symbol", "tally", "corrected"):
        op.add_column("merged_events", sa.Column(name, _WORDS))
    op.create_table(
        "event_corrections",
        sa.Column("no", sa.Integer, nullable=False),
        *_words("act", nullable=False),
        *_words("event event_thread other other_thread field value"),
        *_words("note made_by made_at", nullable=False),
        *_words("withdrawn_by withdrawn_at"),
        sa.PrimaryKeyConstraint("no", name="event_corrections_key"),
    )
    _make_places()


def _make_places() -> None:
    op.create_table(
        "corrected_places",
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("correction", sa.Integer, nullable=False),
        *_words("part story", nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        *_words("text", nullable=False),
        sa.PrimaryKeyConstraint("no", name="corrected_places_key"),
        sa.ForeignKeyConstraint(
            ["correction"], ["event_corrections.no"], name="corrected_places_correction_known"
        ),
    )
    op.create_index(
        "corrected_places_by_correction",
        "corrected_places",
        ["correction"],
        postgresql_using="hash",
    )


def _words(names: str, *, nullable: bool = True) -> list[sa.Column[str]]:
    return [sa.Column(name, _WORDS, nullable=nullable) for name in names.split()]
