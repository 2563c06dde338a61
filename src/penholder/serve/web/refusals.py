"""Which requests are not answered: by a strange name, from a strange page, or too long."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import Scope

from penholder.serve.web.site import Site

# Bytes of what is sent: the longest text that is checked, as a form writes it at its worst.
_LARGEST = 800_000
_DIGITS = len(str(_LARGEST))
_READING = {"GET", "HEAD"}
_OWN = {"same-origin", "none"}  # none: typed, a bookmark, or opened by another program
# How long these take tells what the ledger holds, so that another page may not even lead here.
_QUESTIONS = {"/sql", "/api/sql"}


def refusal(scope: Scope, site: Site) -> PlainTextResponse | None:
    """Give the answer to a request that is not answered; None: it is."""
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    if _name(host) not in site.hosts:
        return _refused(
            421, "This name is not one of the site's. Start penholder serve with --allow-host NAME."
        )
    if not _is_own(headers) and not _is_followed(headers, scope):
        return _refused(403, "This is asked from a page of the site, not from another's.")
    if scope["method"] in _READING:
        return None
    if not _is_short(headers):
        return _refused(413, "That is too long to be checked here.")
    if not _is_from(headers, host):
        return _refused(403, "What is sent must come from a page of this site.")
    return None


def _refused(status: int, words: str) -> PlainTextResponse:
    return PlainTextResponse(f"{words}\n", status)


def _name(host: str) -> str:
    """Give a host without its port: "[::1]" for "[::1]:8642"."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isascii() and port.isdigit() else host).lower()


def _is_own(headers: Headers) -> bool:
    """Say whether a page of the site asks, or no page; programs and old browsers do not say."""
    return headers.get("sec-fetch-site", "none") in _OWN


def _is_followed(headers: Headers, scope: Scope) -> bool:
    """Say whether another page's link is followed to a page, which that page cannot see into."""
    opened = headers.get("sec-fetch-mode") == "navigate"
    whole = headers.get("sec-fetch-dest", "document") == "document"
    asks = scope["path"] in _QUESTIONS and scope["query_string"]
    return opened and whole and scope["method"] in _READING and not asks


def _is_short(headers: Headers) -> bool:
    """Say whether what is sent has a length that is taken; what comes in pieces may have no end."""
    length = headers.get("content-length", "0")
    if "transfer-encoding" in headers or not (length.isascii() and length.isdigit()):
        return False
    return len(length) <= _DIGITS and int(length) <= _LARGEST


def _is_from(headers: Headers, host: str) -> bool:
    """Say whether a request was sent by a page of this site; programs say no origin."""
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == host
