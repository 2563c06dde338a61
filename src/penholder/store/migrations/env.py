"""Runs the revisions on the connection that `upgrading` hands over."""

from __future__ import annotations

from alembic import context

from penholder.store.tables import TABLES

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=TABLES,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
