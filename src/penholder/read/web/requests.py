"""One request to one server, by the number that was checked; no redirection is followed here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from penholder import __version__
from penholder.errors import SourceError
from penholder.read.source_page import MAX_BYTES, too_large
from penholder.read.web.targets import Target

if TYPE_CHECKING:
    import urllib3

AGENT = f"penholder/{__version__} (reads news about the UN Security Council for one person; robots.txt: penholder)"
# Seconds to connect, to wait for the next bytes, and bytes that are read at a time.
_CONNECT, _WAIT, _BLOCK = 10.0, 20.0, 1 << 16
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,text/plain;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A server's answer; header names are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(address: str, target: Target, headers: Mapping[str, str]) -> Answer:
    """Ask a server for what lies at an address.

    Raises:
        SourceError: the answer is too long.
        OSError: there is no answer, or it breaks off.
    """
    import urllib3  # noqa: PLC0415  slow to import

    common = {"Host": _host(target), "User-Agent": AGENT, "Accept": _ACCEPT}
    pool = _pool(target)
    try:
        response = pool.request(
            "GET",
            target.path,
            headers={**common, "Accept-Encoding": "gzip, deflate", **headers},
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=urllib3.Timeout(connect=_CONNECT, read=_WAIT),
        )
        try:
            body = _body(address, response)
        finally:
            response.close()
    except urllib3.exceptions.HTTPError as fault:
        raise OSError(_told(fault)) from fault
    finally:
        pool.close()
    return Answer(
        status=response.status,
        headers={name.casefold(): value for name, value in response.headers.items()},
        body=body,
    )


def _pool(target: Target) -> urllib3.HTTPConnectionPool:
    import urllib3  # noqa: PLC0415  slow to import

    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(target.ip, target.port, maxsize=1)
    return urllib3.HTTPSConnectionPool(
        target.ip,
        target.port,
        maxsize=1,
        server_hostname=target.host,
        assert_hostname=target.host,
    )


def _host(target: Target) -> str:
    return target.origin.partition("://")[2]


def _body(address: str, response: urllib3.BaseHTTPResponse) -> bytes:
    parts, size = [], 0
    while part := response.read(_BLOCK, decode_content=True):
        parts.append(part)
        size += len(part)
        if size > MAX_BYTES:
            raise too_large(address, size)
    return b"".join(parts)


def _told(fault: Exception) -> str:
    reason = getattr(fault, "reason", None) or fault
    return str(reason).rpartition(": ")[2] or type(fault).__name__


def refused(
    address: str, fault: str, remedy: str = "Try again later, or save the page"
) -> SourceError:
    """Give the error of an address that gave no page."""
    return SourceError(address, fault=fault, remedy=remedy)
