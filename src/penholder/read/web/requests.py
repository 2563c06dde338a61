"""One request to one server, by the number that was checked; no redirection is followed here."""

from __future__ import annotations

import http.client
import os
import re
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from penholder import __version__
from penholder.errors import SourceError
from penholder.read.source_page import MAX_BYTES, too_large
from penholder.read.web.faults import told
from penholder.read.web.targets import Target

if TYPE_CHECKING:
    import urllib3
    from urllib3.connection import HTTPConnection as Connection

_AGENT = f"penholder/{__version__} (reads news about the UN Security Council for one person; robots.txt: penholder"
# Seconds to connect, to wait for the next bytes, and bytes that are read at a time.
_CONNECT, _WAIT, _BLOCK = 10.0, 20.0, 1 << 16
# Seconds that an answer may take in all, and numbers of a server that are tried.
_LONGEST, _NUMBERS = 120.0, 4
# What no header may hold, and characters of an address of who runs the program.
_UNPRINTED, _CONTACT = re.compile(r"[^ -~]|[()]"), 200
_BY_HAND = "Open the page in your browser, save it and name the file"
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
        SourceError: the answer is too long, or takes too long.
        OSError: there is no answer, or it breaks off; its words say so to a person.
    """
    import urllib3  # noqa: PLC0415  slow to import
    from urllib3.util.ssl_match_hostname import CertificateError  # noqa: PLC0415

    odd = (urllib3.exceptions.HTTPError, CertificateError, http.client.HTTPException, OSError)
    try:
        with _ended(address) as live, closing(_connected(target, live)) as connection:
            return _answer(address, connection, target, headers)
    except odd as fault:
        raise OSError(told(fault)) from fault


def _answer(
    address: str, connection: Connection, target: Target, headers: Mapping[str, str]
) -> Answer:
    common = {"Host": _host(target), "User-Agent": agent(), "Accept": _ACCEPT}
    common |= {"Accept-Encoding": "gzip, deflate", "Connection": "close"}
    connection.request("GET", target.path, headers={**common, **headers}, preload_content=False)
    with closing(connection.getresponse()) as response:
        return Answer(
            status=response.status,
            headers={name.casefold(): value for name, value in response.headers.items()},
            body=_body(address, response),
        )


def agent() -> str:
    """Give the name that the program tells servers, with the address of who runs it as PENHOLDER_CONTACT gives it."""
    contact = _UNPRINTED.sub("", os.environ.get("PENHOLDER_CONTACT", ""))[:_CONTACT]
    return f"{_AGENT}; contact: {contact})" if contact else f"{_AGENT})"


def _connected(target: Target, live: list[Connection]) -> Connection:
    """Give a connection to the first of a server's numbers that answers; each stands in `live` from the start."""
    import urllib3  # noqa: PLC0415  slow to import

    *others, last = target.ips[:_NUMBERS]
    for ip in others:
        with suppress(urllib3.exceptions.HTTPError, OSError):
            return _open(target, ip, live)
    return _open(target, last, live)


def _open(target: Target, ip: str, live: list[Connection]) -> Connection:
    from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415  slow to import

    if target.scheme == "http":
        connection = HTTPConnection(ip, target.port, timeout=_CONNECT)
    else:
        connection = HTTPSConnection(
            ip,
            target.port,
            timeout=_CONNECT,
            server_hostname=target.host,
            assert_hostname=target.host,
        )
    live.append(connection)
    connection.connect()
    if connection.sock:
        connection.sock.settimeout(_WAIT)
    return connection


@contextmanager
def _ended(address: str) -> Iterator[list[Connection]]:
    """End the last of the connections that somebody puts here, if it takes too long, however often it sends a byte."""
    over = threading.Event()
    live: list[Connection] = []

    def end() -> None:
        over.set()
        with suppress(OSError, AttributeError, IndexError):  # it has ended by itself
            live[-1].sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(_LONGEST, end)
    timer.daemon = True
    timer.start()
    try:
        yield live
    except Exception:
        if not over.is_set():
            raise
    finally:
        timer.cancel()
    if over.is_set():
        raise refused(address, f"the answer takes longer than {_LONGEST:.0f} seconds")


def _host(target: Target) -> str:
    return target.origin.partition("://")[2]


def _body(address: str, response: urllib3.BaseHTTPResponse) -> bytes:
    packed = response.headers.get("content-encoding", "identity").casefold()
    if not set(re.split(r"[\s,]+", packed)) <= {"identity", "", *response.CONTENT_DECODERS}:
        raise refused(
            address, f"the answer is packed in a way that was not asked for ({packed})", _BY_HAND
        )
    parts, size = [], 0
    while part := response.read(_BLOCK, decode_content=True):
        parts.append(part)
        size += len(part)
        if size > MAX_BYTES:
            raise refused(address, too_large(address).fault, _BY_HAND)
    return b"".join(parts)


def refused(
    address: str, fault: str, remedy: str = "Try again later, or save the page"
) -> SourceError:
    """Give the error of an address that gave no page."""
    return SourceError(address, fault=fault, remedy=remedy)
