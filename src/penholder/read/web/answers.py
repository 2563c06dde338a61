"""What a server answers, and what is known of an address from the last time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a server said of an address the last time; None: nothing."""

    etag: str | None = None
    modified: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """Give the headers that ask for what has changed only."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What lies at an address; `body` is None where it has not changed since it was known."""

    address: str  # after redirections
    body: bytes | None
    kind: str  # the media type, "text/html"; empty: the server does not say
    charset: str | None
    known: Known
