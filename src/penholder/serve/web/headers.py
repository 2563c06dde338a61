"""Guards every answer: a strict policy for the browser, and no answer to a name that is not the site's."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from penholder.serve.web.site import Site

# No inline code, no other host, no frame around the page.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-cache",
}


# Bytes of what is sent: the longest text that is checked, as a form writes it at its worst.
_LARGEST = 800_000


class Guard:
    """Refuses requests by a strange name, from a strange page or too long, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        """Guard an application."""
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = _refusal(scope, self._site)
        answer: ASGIApp = refused or self._app

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await answer(scope, receive, guarded)


def _refusal(scope: Scope, site: Site) -> PlainTextResponse | None:
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    if _name(host) not in site.hosts:
        return PlainTextResponse(
            "This name is not one of the site's. Start penholder serve with --allow-host NAME.\n",
            421,
        )
    if scope["method"] in {"GET", "HEAD"}:
        return None
    if not _is_short(headers):
        return PlainTextResponse("That is too long to be checked here.\n", 413)
    if not _is_from(headers, host):
        return PlainTextResponse("What is sent must come from a page of this site.\n", 403)
    return None


def _is_short(headers: Headers) -> bool:
    """Say whether what is sent has a length that is taken; what says no length may have no end."""
    length = headers.get("content-length", "0" if "transfer-encoding" not in headers else "")
    return length.isascii() and length.isdigit() and int(length) <= _LARGEST


def _name(host: str) -> str:
    """Give a host without its port: "[::1]" for "[::1]:8642"."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower()


def _is_from(headers: Headers, host: str) -> bool:
    """Say whether a request was sent by a page of this site; programs say no origin."""
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == host
