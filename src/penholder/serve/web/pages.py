"""A page: one function finds its value, which is shown as HTML, given as JSON, and subscribed to as a feed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Depends, Request, Response

from penholder.serve.web.entries import Entry
from penholder.serve.web.faults import FAULTS
from penholder.serve.web.feeds import FEEDS
from penholder.serve.web.rendering import page_of
from penholder.serve.web.rests import allow_rests

_READ = ["GET", "HEAD"]
allow_rests()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page.

    `find` takes what it needs by FastAPI's rules (`Ledger`, `Record`, query and path parameters) and gives
    JSON-able values. With `entries`, the page is a list: `path.atom`, `path.feed.json` and `path.ics` give the same
    filters' finds to whoever subscribes. `shown` gives what only the HTML page needs, such as a chart's geometry.
    """

    path: str
    template: str
    find: Callable[..., Any]
    entries: Callable[[Any], Iterable[Entry]] | None = None
    shown: Callable[[Any], Mapping[str, Any]] | None = None
    bound: str = "What the page lists now"  # what a feed says of how much of the list it holds


def add_page(router: APIRouter, page: Page) -> None:
    """Let a page be asked for in each of its forms; a path that takes any rest would swallow the feeds, so it comes last."""
    name = page.template.removesuffix(".html")
    path = f"/api{page.path.rstrip('/') or '/front'}"
    router.add_api_route(path, page.find, name=f"api_{name}", responses=FAULTS)
    if page.entries:
        for suffix in FEEDS:
            path = f"{page.path.rstrip('/') or '/front'}{suffix}"
            router.add_api_route(path, _feed(page, suffix), methods=_READ, include_in_schema=False)
    router.add_api_route(page.path, _shown(page), name=name, methods=_READ, include_in_schema=False)


def _shown(page: Page) -> Callable[..., Response]:
    def show(request: Request, found: Any = Depends(page.find)) -> Response:  # noqa: B008
        drawn = page.shown(found) if page.shown else {}
        return page_of(request, page.template, found, drawn)

    return show


def _feed(page: Page, suffix: str) -> Callable[..., Response]:
    def give(request: Request, found: Any = Depends(page.find)) -> Response:  # noqa: B008
        form = FEEDS[suffix]
        entries = list(page.entries(found)) if page.entries else []
        told = form.write(request, entries, page.bound)
        return Response(told, media_type=form.media_type)

    return give
