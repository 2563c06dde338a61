"""What pages ask of: the ledger of the moment, the record, and the site that they stand on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import contextmanager_in_threadpool
from sqlalchemy import Connection

from penholder.records.load import Records, load_records
from penholder.serve.web.checking import Checker
from penholder.serve.web.site import Site


async def _ledger(request: Request) -> AsyncIterator[Connection]:
    """Give a connection of the pool; who finds none free waits here, where no thread is held."""
    shelf = request.app.state.shelf
    async with request.app.state.turns, contextmanager_in_threadpool(shelf.reading()) as connection:
        yield connection


def _site(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


def _checker(request: Request) -> Checker:
    checker: Checker = request.app.state.checker
    return checker


# Given back before the answer is sent: else whoever reads it slowly would keep the connection from others.
Ledger = Annotated[Connection, Depends(_ledger, scope="function")]
Record = Annotated[Records, Depends(load_records)]
OnSite = Annotated[Site, Depends(_site)]
OnChecker = Annotated[Checker, Depends(_checker)]
