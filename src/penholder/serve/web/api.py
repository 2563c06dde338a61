"""What programs can ask, told to people."""

from __future__ import annotations

from fastapi import Request, Response

from penholder.serve.web.rendering import page_of


def show(request: Request) -> Response:
    """List the addresses that give JSON, with what each takes."""
    return page_of(request, "api.html", {"paths": request.app.openapi()["paths"]})
