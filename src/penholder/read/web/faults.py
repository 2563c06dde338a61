"""Says in plain words why a server gave no answer."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Iterator

_LATE = "there is no answer in time"


def told(fault: Exception) -> str:
    """Give what went wrong with a request, for a person who reads it."""
    causes = tuple(_causes(fault))
    return next(filter(None, map(_told, causes)), f"there is no answer ({type(fault).__name__})")


def _causes(fault: BaseException) -> Iterator[BaseException]:
    """Yield what lies at the bottom of a fault, then the fault itself."""
    if fault.__cause__:
        yield from _causes(fault.__cause__)
    yield from (one for one in fault.args if isinstance(one, BaseException))
    yield fault


def _told(fault: BaseException) -> str | None:
    import urllib3.exceptions as web  # noqa: PLC0415  slow to import
    from urllib3.util.ssl_match_hostname import CertificateError  # noqa: PLC0415

    if isinstance(fault, (ssl.SSLCertVerificationError, CertificateError)):
        why = getattr(fault, "verify_message", "") or "it is another server's"
        return f"the server's certificate is not to be trusted ({why})"
    if isinstance(fault, OSError) and fault.errno and not isinstance(fault, ssl.SSLError):
        return f"there is no answer ({(fault.strerror or '').lower()})"
    kinds: tuple[tuple[type[BaseException], str], ...] = (
        (http.client.IncompleteRead, "the answer breaks off"),
        (web.DecodeError, "the answer is packed, and cannot be unpacked"),
        (ssl.SSLError, "the server speaks no https"),
        (web.TimeoutError, _LATE),
        (TimeoutError, _LATE),
        (http.client.HTTPException, "the answer is no HTTP"),
    )
    return next((words for kind, words in kinds if isinstance(fault, kind)), None)
