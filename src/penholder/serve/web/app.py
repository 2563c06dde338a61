"""Makes the application: all pages over one ledger."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from anyio import Semaphore
from fastapi import APIRouter, FastAPI
from starlette.staticfiles import StaticFiles

from penholder import __version__
from penholder.serve.web import (
    api,
    checks,
    claims,
    council,
    counts,
    drafts,
    events,
    everything,
    front,
    launches,
    people,
    questions,
    searches,
    stories,
    vetoes,
    votes,
    would_pass,
)
from penholder.serve.web.checking import Checker
from penholder.serve.web.faults import add_faults
from penholder.serve.web.headers import Guard
from penholder.serve.web.pages import Page, add_page
from penholder.serve.web.shelf import Shelf
from penholder.serve.web.site import Site
from penholder.store.engines import KEPT

PAGES: tuple[Page, ...] = (
    *front.PAGES,
    *everything.PAGES,
    *stories.PAGES,
    *events.PAGES,
    *launches.PAGES,
    *counts.PAGES,
    *drafts.PAGES,
    *votes.PAGES,
    *vetoes.PAGES,
    *would_pass.PAGES,
    *council.PAGES,
    *claims.PAGES,
    *people.PAGES,
    *searches.PAGES,
    *questions.PAGES,
)


def make_app(site: Site) -> FastAPI:
    """Give the application that answers for a site."""
    shelf, checker = Shelf(site.place), Checker()

    @asynccontextmanager
    async def closing(_: FastAPI) -> AsyncIterator[None]:
        yield
        shelf.close()
        checker.close()

    app = FastAPI(
        title="penholder",
        version=__version__,
        summary="What the ledger and the record hold.",
        openapi_url="/api/openapi.json",
        docs_url=None,  # they load code from elsewhere
        redoc_url=None,
        lifespan=closing,
    )
    app.state.shelf, app.state.site, app.state.checker = shelf, site, checker
    app.state.turns = Semaphore(KEPT)
    router = APIRouter()
    for page in PAGES:
        add_page(router, page)
    app.include_router(router)
    app.include_router(checks.ROUTER)
    app.add_api_route("/api", api.show, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    add_faults(app)
    app.add_middleware(Guard, site=site)
    return app
