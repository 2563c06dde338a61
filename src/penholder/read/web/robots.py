"""What a server asks of programs in its robots.txt (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# The name by which robots.txt may speak of this program.
NAME = "penholder"
# No file of rules is longer, and no pause that it asks for.
_LONGEST, _MOST = 512 * 1024, 30.0
_FOUND, _REFUSED, _BROKEN = 200, 400, 500


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one server."""

    read: Any  # a Protego, or None where there is no file
    fault: str | None = None  # why the rules cannot be had: then nothing may be fetched
    until: float = 0.0  # when they are to be read anew, by the clock of whoever asks

    @property
    def is_closed(self) -> bool:
        """Say whether nothing may be fetched, for the server gave no rules when it was asked."""
        return self.fault is not None

    @property
    def delay(self) -> float:
        """Give the seconds to wait between two requests."""
        asked = self.read.crawl_delay(NAME) if self.read else None
        return min(float(asked or 0.0), _MOST)

    def allows(self, address: str) -> bool:
        """Say whether an address may be fetched."""
        return not self.is_closed and (self.read is None or self.read.can_fetch(address, NAME))


def read_rules(status: int, body: bytes) -> Rules:
    """Give the rules of an answer: none where there is no file, everything closed where the server is broken."""
    from protego import Protego  # noqa: PLC0415  only who fetches needs it

    if status == _FOUND:
        return Rules(Protego.parse(body[:_LONGEST].decode("utf-8", "replace")))
    if _REFUSED <= status < _BROKEN:
        return Rules(None)
    return Rules(None, fault=f"the server answers {status}, when asked for its robots.txt")
