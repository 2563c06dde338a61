"""What is known of addresses that were visited: feeds, their items, and pages."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from penholder.store.ledger import OpenLedger, told_faults
from penholder.store.tables import STORY_VERSIONS, VISITS
from penholder.store.versions import key_of_address

# Bytes of an address that is kept as it is; PostgreSQL indexes no more than 2.7 KB.
_LONGEST = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The last visit to an address; None: the server, or the feed, did not say."""

    address: str
    outcome: str  # "read", "off the beat", or what was wrong
    visited_at: str  # UTC: "2026-11-26T13:05:00Z"
    etag: str | None = None
    modified: str | None = None
    stamp: str | None = None  # the time that the feed gave the item
    failures: int = 0  # on end


def visit_of(ledger: OpenLedger, address: str) -> Visit | None:
    """Give the last visit to an address, or None."""
    with told_faults(ledger.place), ledger.engine.connect() as connection:
        return _visit(connection, address)


def _visit(connection: Connection, address: str) -> Visit | None:
    asked = select(VISITS).where(VISITS.c.address == _kept_as(address))
    row = connection.execute(asked).mappings().first()
    return Visit(**row) if row else None


def keep_visit(ledger: OpenLedger, visit: Visit) -> None:
    """Keep a visit in place of the one before.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    with told_faults(ledger.place), ledger.engine.begin() as connection:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        row = asdict(visit) | {"address": _kept_as(visit.address)}
        new = dialect.insert(VISITS).values(**row)
        connection.execute(new.on_conflict_do_update(index_elements=[VISITS.c.address], set_=row))


def has_story(ledger: OpenLedger, address: str) -> bool:
    """Say whether the ledger has a story from an address."""
    key = key_of_address(address)
    if key is None:
        return False
    with told_faults(ledger.place), ledger.engine.connect() as connection:
        asked = select(STORY_VERSIONS.c.no).where(STORY_VERSIONS.c.key == key).limit(1)
        return connection.execute(asked).first() is not None


def _kept_as(address: str) -> str:
    """Give an address as it fits an index: a long one by its beginning and its hash."""
    if len(told := address.encode()) <= _LONGEST:
        return address
    return f"{address[:400]}… sha256:{hashlib.sha256(told).hexdigest()}"
