"""Unpacks what a server sent and an archive kept as it was, no further than a page may be long."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any

from penholder.read.source_page import MAX_BYTES

# One byte more than a page has tells that it is too long.
_MOST = MAX_BYTES + 1
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


def unpacked(body: bytes, headers: Any) -> bytes:
    """Give the words of an answer from its bytes and its headers of HTTP; of what is too long the beginning.

    Raises:
        OSError: it is damaged, or packed in a way that nobody knows.
    """
    for coding in (*_codings(headers, "Transfer-Encoding"), *_codings(headers, "Content-Encoding")):
        body = _without(coding, body)
    return body


def _codings(headers: Any, name: str) -> Iterator[str]:
    """Yield what was done to a body, the last first."""
    for coding in reversed((headers.get(name) or "").casefold().split(",")):
        if coding.strip() not in {"", "identity"}:
            yield coding.strip().removeprefix("x-")


def _without(coding: str, body: bytes) -> bytes:
    """Give a body before one thing was done to it; who kept it may have unpacked it already."""
    from fastwarc import stream_io  # noqa: PLC0415  an extra

    stream = io.BytesIO(body)
    if coding == "chunked":
        return stream_io.ChunkedReader(stream).read(_MOST)
    if coding == "gzip":
        return stream_io.GzipReader(stream).read(_MOST) if body.startswith(_GZIP) else body
    if coding == "zstd":
        return stream_io.ZstdReader(stream).read(_MOST) if body.startswith(_ZSTD) else body
    if coding == "br":
        return stream_io.BrotliReader(stream).read(_MOST)
    if coding == "deflate":
        return _inflated(body)
    raise OSError(f"it is packed in a way that is not known ({coding[:20]})")


def _inflated(body: bytes) -> bytes:
    """Unpack what some servers send with a head, and some without."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(bits).decompress(body, _MOST)
        except zlib.error as error:
            fault = error
    raise OSError(str(fault)) from fault
