"""Makes an empty database a ledger; refuses one of somebody else's, and brings old ledgers up to date."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from penholder.errors import LedgerError, NoLedgerError
from penholder.store.full_text import make_index
from penholder.store.places import LedgerPlace
from penholder.store.sqlite_files import APPLICATION_ID, FORMAT
from penholder.store.tables import HEAD, REVISIONS, TABLES
from penholder.store.views import make_views

# Of PostgreSQL's advisory locks: who makes or changes the tables waits for whoever does.
_MAKING = 0x50454E48


def prepare(connection: Connection, place: LedgerPlace) -> None:
    """Make the ledger ready for writing: new, upgraded, or as it is.

    Raises:
        LedgerError: the database is somebody else's, or of a newer version.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MAKING})")
    version = version_of(connection, place)
    if version == HEAD:
        return
    if version is None:
        TABLES.create_all(connection)
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)"
        )
        connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{HEAD}')")  # noqa: S608
    else:
        _upgrade(connection, place, version)
    make_index(connection)
    make_views(connection)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")


def check(connection: Connection, place: LedgerPlace) -> None:
    """Refuse to read what is no ledger of today's version.

    Raises:
        LedgerError: it is somebody else's, empty, or of another version.
    """
    version = version_of(connection, place)
    if version == HEAD:
        return
    if version is None:
        raise NoLedgerError(
            place.told,
            fault="the ledger is empty: nothing was read into it",
            remedy="Read stories with penholder read, or name another with --ledger",
        )
    raise LedgerError(
        place.told,
        fault=f"this ledger has the older version {version}, and {HEAD} is read here",
        remedy="Bring it up to date with penholder upgrade, or name another with --ledger",
    )


def version_of(connection: Connection, place: LedgerPlace) -> str | None:
    """Give the revision of the ledger's tables; None: the database is empty.

    Raises:
        LedgerError: the database is somebody else's, or newer than this program.
    """
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if "alembic_version" in tables and tables & {"story_versions", "stories"}:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return _known(str(found), place)
    if connection.dialect.name == "sqlite" and _is_first(connection, place):
        return "0001"
    raise LedgerError(
        place.told,
        fault="this database is not a penholder ledger",
        remedy="Name another with --ledger",
    )


def _is_first(connection: Connection, place: LedgerPlace) -> bool:
    """Say whether it is a ledger from before Alembic."""
    owner = connection.exec_driver_sql("PRAGMA application_id").scalar()
    version = connection.exec_driver_sql("PRAGMA user_version").scalar()
    if owner == APPLICATION_ID and version != 1:
        _known(f"format {version}", place)
    return owner == APPLICATION_ID


def _known(version: str, place: LedgerPlace) -> str:
    if version in REVISIONS:
        return version
    raise LedgerError(
        place.told,
        fault=f"this ledger has version {version}, and {HEAD} is the newest that is read here",
        remedy="Update penholder, or name another with --ledger",
    )


def _upgrade(connection: Connection, place: LedgerPlace, version: str) -> None:
    from penholder.store.upgrading import upgrade  # noqa: PLC0415 - Alembic is slow to import

    upgrade(connection, version)
    if connection.dialect.name == "sqlite":
        wrong = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if wrong:
            raise LedgerError(
                place.told, fault="its rows do not fit together", remedy="Read the stories again"
            )
