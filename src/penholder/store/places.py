"""Where a ledger is kept: in a file, or in a PostgreSQL database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from penholder.errors import LedgerError

_POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")


@dataclass(frozen=True, slots=True)
class LedgerPlace:
    """A ledger's place as a person names it: a path, or an address of PostgreSQL."""

    named: str

    @property
    def is_postgres(self) -> bool:
        """Say whether it is a database of PostgreSQL."""
        return self.named.startswith(_POSTGRES)

    @property
    def path(self) -> Path:
        """Give the file of a ledger that is one."""
        return Path(self.named)

    @property
    def libpq(self) -> str:
        """Give the address in the form of PostgreSQL's own tools."""
        return f"postgresql://{self.named.split('://', 1)[1]}"

    @property
    def told(self) -> str:
        """Give the place for a message: an address without its password."""
        if not self.is_postgres:
            return self.named
        scheme, _, rest = self.named.partition("://")
        account, at, host = rest.rpartition("@")
        user = account.split(":", 1)[0]
        shown = re.sub(r"(?<=password=)[^&]*", "…", host)
        return f"{scheme}://{user}{at}{shown}"


def place_named(named: str | Path) -> LedgerPlace:
    """Give the place that a person names.

    Raises:
        LedgerError: it is an address, and not one of PostgreSQL.
    """
    place = LedgerPlace(str(named))
    if "://" in place.named and not place.is_postgres:
        raise LedgerError(
            place.named.partition("://")[0],
            fault="no ledger can be kept there",
            remedy="Name a file, or postgresql+psycopg://user@host/database",
        )
    return place
