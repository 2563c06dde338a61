"""What a served page is made for: which ledger, for whom, and under which names it is asked."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.store.places import LedgerPlace

# By which a browser on this machine asks; any other name may be a stranger's page that was pointed here.
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One site."""

    place: LedgerPlace
    is_public: bool = False  # read-only: nothing that is sent is ever kept
    hosts: tuple[str, ...] = LOOPBACK  # names in the Host header that are answered
