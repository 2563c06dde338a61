"""Gives each request the ledger as it is at that moment; where there is none yet, an empty one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine

from penholder.errors import NoLedgerError
from penholder.store.creating import check, prepare
from penholder.store.engines import engine_of
from penholder.store.ledger import told_faults
from penholder.store.places import LedgerPlace


class Shelf:
    """Opens a ledger for many readers; its connections are given out again and again."""

    def __init__(self, place: LedgerPlace) -> None:
        """Open nothing yet."""
        self.place = place
        self._engine = engine_of(place, read_only=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees the ledger as it is now.

        Raises:
            LedgerError: it is none of ours or of another version, or cannot be read.
        """
        if not (self.place.is_postgres or self.place.path.exists()):
            with _nothing(self.place) as connection:
                yield connection
            return
        with told_faults(self.place), self._engine.connect() as connection, connection.begin():
            try:
                check(connection, self.place)
            except NoLedgerError:
                with _nothing(self.place) as nothing:
                    yield nothing
                return
            yield connection

    def close(self) -> None:
        """Close what is open."""
        self._engine.dispose()


@contextmanager
def _nothing(place: LedgerPlace) -> Iterator[Connection]:
    """Give a ledger without stories, in memory."""
    engine = create_engine("sqlite+pysqlite://")
    try:
        with engine.begin() as connection:
            prepare(connection, place)
            yield connection
    finally:
        engine.dispose()
