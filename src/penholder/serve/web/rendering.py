"""Renders pages: every value is escaped, and names, days and addresses are written one way everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from penholder.serve.exports.telling import headline
from penholder.serve.web.record_rows import rows_told
from penholder.serve.web.wording import FILTERS

# What stands in the head of every page, in this order.
NAVIGATION = (
    ("/", "Front"),
    ("/stories", "Stories"),
    ("/events", "Events"),
    ("/launches", "Launches"),
    ("/drafts", "Drafts"),
    ("/votes", "Votes"),
    ("/council", "Council"),
    ("/people", "People"),
    ("/claims", "Claims"),
    ("/search", "Search"),
    ("/sql", "SQL"),
)


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("penholder.serve.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= FILTERS | {
        "headline": headline,
        "path": as_path,
        "story_at": story_at,
        "row_path": row_path,
        "rows_told": rows_told,
    }
    made.globals |= {"navigation": NAVIGATION, "version": version("penholder")}
    return made


def page_of(
    request: Request,
    template: str,
    found: Any,
    shown: Mapping[str, Any] = MappingProxyType({}),
    *,
    status: int = 200,
) -> HTMLResponse:
    """Give a page as HTML; the template sees the value as `found`, the request's filters as `asked`, and what `shown` has."""
    asked = dict(request.query_params)
    told = (
        _templates()
        .get_template(template)
        .render(
            found=found,
            **shown,
            asked=asked,
            here=request.url.path,
            site=request.app.state.site,
            link=lambda **changed: link(request.url.path, asked, changed),
            feed=lambda suffix: feed_of(request.url.path, asked, suffix),
        )
    )
    return HTMLResponse(told, status_code=status)


def link(path: str, asked: Mapping[str, str], changed: Mapping[str, object]) -> str:
    """Give the address of this page with some filters changed; None takes one away."""
    wanted = {key: value for key, value in {**asked, **changed}.items() if value is not None}
    return f"{path}?{urlencode(wanted)}" if wanted else path


def feed_of(path: str, asked: Mapping[str, str], suffix: str) -> str:
    """Give the address of a list's feed, with its filters: always the first page, for that is where what is new stands."""
    return link(f"{path.rstrip('/') or '/front'}{suffix}", asked, {"page": None})


def as_path(id_: str) -> str:
    """Give an id as a part of an address."""
    return quote(id_, safe="/" if not id_.startswith("/") else "")


def story_at(story_id: str, letter: str, place: int) -> str:
    """Give the address of a statement ("s"), quote ("q") or claim ("c") in its story."""
    return f"/stories/{as_path(story_id)}?at={letter}{place}#{letter}{place}"


# Where the rows of a table of the record have pages of their own.
_ROWS = MappingProxyType({"votes": "/votes/id/", "launches": "/launches/"})


def row_path(row: str) -> str | None:
    """Give the address of a row of the record, "votes 2781"; None where no page shows it."""
    table, _, key = row.partition(" ")
    return f"{_ROWS[table]}{as_path(key)}" if table in _ROWS else None
