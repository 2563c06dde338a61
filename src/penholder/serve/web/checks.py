"""A text that somebody pastes is checked on the spot, and kept only where that is asked."""

from __future__ import annotations

from html import escape
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response

from penholder.serve.web.asking import OnChecker, OnSite
from penholder.serve.web.faults import FAULTS
from penholder.serve.web.filters import OR_NONE, InCalendar
from penholder.serve.web.marking import find_parts, find_segments
from penholder.serve.web.rendering import page_of

ROUTER = APIRouter()

Json = dict[str, Any]
_Pasted = Annotated[str, Form(description="A sentence or a story, 60,000 characters at most.")]
_Published = Annotated[
    str,
    Form(pattern=OR_NONE, description="The day, where the text lacks it."),
    InCalendar,
]
_Part = Annotated[int, Form(ge=1, le=10_000, description="Which part of a long text is shown.")]
_Keep = Annotated[str, Form(pattern="^(yes)?$", description="yes: keep it in the ledger.")]


@ROUTER.post("/api/check", responses=FAULTS)
def check(
    checker: OnChecker, site: OnSite, text: _Pasted, published: _Published = "", keep: _Keep = ""
) -> Json:
    """Check a text against the record; give its story by the contract."""
    kept = keep == "yes" and not site.is_public
    told = checker.check(text, published or None, site.place.named if kept else None)
    return {**told, "kept": kept}


@ROUTER.post("/check", include_in_schema=False)
def show(
    request: Request,
    found: Annotated[Json, Depends(check)],
    text: _Pasted,
    published: _Published = "",
    part: _Part = 1,
) -> Response:
    """Show what a text says, and what the record says to it; of a long one a part, with the whole to turn pages by."""
    # The text stands on the page twice: as it was read, and in the box.
    parts = find_parts(found, beside=len(escape(text).encode()))
    number = min(part, len(parts))
    start, stop = parts[number - 1]
    drawn = {
        "segments": list(find_segments(found, start, stop)),
        "here_in": lambda one: start <= one["span"][0] < stop,
        "part": {"number": number, "of": len(parts)},
        "text": text,
        "published": published,
    }
    none: Json = {"joined": {}, "events": [], "copies": [], "versions": []}
    return page_of(request, "checked.html", {**found, **none}, drawn)


@ROUTER.get("/check", include_in_schema=False)
def ask(request: Request) -> Response:
    """Show the box alone."""
    return page_of(request, "check.html", {})
