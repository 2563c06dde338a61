"""Serves the page until it is stopped."""

from __future__ import annotations

import socket
from dataclasses import dataclass

import uvicorn

from penholder.errors import ServeError
from penholder.serve.web.app import make_app
from penholder.serve.web.site import Site

# Seconds for answers that are under way when the server is stopped.
_GRACE = 3
# Connections that may wait to be taken.
_WAITING = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the server listens; port 0: any that is free."""

    host: str
    port: int


def listen(address: Address) -> socket.socket:
    """Take the port.

    Raises:
        ServeError: somebody else has it, or it may not be taken.
    """
    kind = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    taken = socket.socket(kind, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((address.host, address.port))
        taken.listen(_WAITING)  # who asks before the pages are ready waits
    except OSError as fault:
        taken.close()
        raise ServeError(
            f"{address.host} port {address.port}",
            fault=fault.strerror or str(fault),
            remedy="Give another with --port, or stop what has it",
        ) from fault
    return taken


def serve(site: Site, taken: socket.socket) -> None:
    """Answer requests until Ctrl-C or SIGTERM."""
    config = uvicorn.Config(
        make_app(site),
        http="h11",  # bounds what it keeps of a request's head, whatever else is installed
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
        limit_concurrency=200,
    )
    uvicorn.Server(config).run(sockets=[taken])
