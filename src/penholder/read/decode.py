"""Turns the bytes of a page into text."""

from __future__ import annotations

import codecs
import re

from penholder.errors import SourceError
from penholder.read.file_kinds import no_text
from penholder.read.source_page import empty

# The longer ones first: the mark of UTF-32 begins as that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]+charset=[\"']?\s*([\w\-]+)", re.IGNORECASE)
# Share of control characters from which a file is no text.
_BINARY_SHARE = 0.02
# Bytes that are looked at for letters of two bytes without a mark, and the share of them whose other byte is 0.
_LOOK, _WIDE_SHARE = 400, 0.7


def decode(where: str, data: bytes, named: str | None = None) -> str:
    """Give the text of a page by its byte order mark, its declaration, or its looks.

    Args:
        where: the page, for the error.
        data: its bytes.
        named: the charset that was told with it; one that does not fit is passed over.

    Raises:
        SourceError: there is nothing in it, or it is no text.
    """
    if not data.strip():
        raise empty(where)
    if known := no_text(where, data):
        raise known
    text = _decoded(data, named)
    if text is None or _is_binary(text):
        raise SourceError(
            where,
            fault="this is not a text in an encoding that can be told",
            remedy="Save the story as UTF-8 text or HTML",
        )
    return text


def _decoded(data: bytes, named: str | None) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    charsets = filter(None, (_wide(data), "utf-8", named, _declared(data)))
    plain = (text for charset in charsets if (text := _try(data, charset)))
    return next(plain, None) or _guessed(data)


def _wide(data: bytes) -> str | None:
    """Give the charset of a text in letters of two bytes that has no mark: every other byte of English is 0."""
    for start, charset in ((1, "utf-16-le"), (0, "utf-16-be")):
        empty, full = data[start:_LOOK:2], data[1 - start : _LOOK : 2]
        if empty.count(0) > _WIDE_SHARE * len(empty) and 0 not in full:
            return charset
    return None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    return match[1].decode("ascii") if match else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (ValueError, LookupError):  # of the bytes, or of a charset that is none
        return None


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  slow to import

    best = from_bytes(data[:200_000]).best()
    return data.decode(best.encoding, "replace") if best else None


def _is_binary(text: str) -> bool:
    sample = text[:20_000]
    control = sum(1 for character in sample if character < " " and character not in "\t\n\r\f")
    return control > _BINARY_SHARE * len(sample) or "\0" in sample
