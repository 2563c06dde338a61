"""Runs the revisions that stand in `migrations`, inside the transaction of whoever asks."""

from __future__ import annotations

from importlib.resources import files

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect, text

from penholder.store.views import VIEWS


def revisions(connection: Connection | None = None) -> Config:
    """Give Alembic's settings for the shipped revisions."""
    settings = Config()
    folder = files("penholder.store").joinpath("migrations")
    settings.set_main_option("script_location", str(folder).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    settings.attributes["connection"] = connection
    return settings


def upgrade(connection: Connection, version: str) -> None:
    """Bring a ledger of a version up to the newest one; its views must be made anew afterwards."""
    _drop_views(connection)
    settings = revisions(connection)
    if "alembic_version" not in inspect(connection).get_table_names():
        command.stamp(settings, version)
    command.upgrade(settings, "head")


def _drop_views(connection: Connection) -> None:
    there = set(inspect(connection).get_view_names())
    for view in reversed(VIEWS):
        if view.name in there:
            connection.execute(text(f"DROP VIEW {view.name}"))
