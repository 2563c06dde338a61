"""The revisions of the ledger's tables, run by Alembic."""
