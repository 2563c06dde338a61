"""Resolves the names of characters in a feed by itself, so that no parser has to: nothing is fetched, nothing explodes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from html.entities import html5

from penholder.errors import SourceError

_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[<>]*+(?:\[(?P<inner>.*?)\]\s*)?>", re.DOTALL | re.IGNORECASE)
_DECLARED = re.compile(
    rb"<!ENTITY\s+(?:%\s+)?(?P<name>[\w.-]+)\s+(?:(?P<outside>SYSTEM|PUBLIC)\b|\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')"
)
_NAMED = re.compile(rb"&([A-Za-z][\w.-]*);")
# What XML itself names stays: it marks what is no markup.
_OF_XML = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_OTHER = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]")
# Where a document type stands, and the longest value that a name of characters has.
_HEAD, _LONGEST = 64 * 1024, 64
# Characters that a feed may be named in, beyond those that it has.
_FREE = 1024 * 1024


def without_entities(where: str, data: bytes) -> bytes:
    """Give a feed without its document type, with every name of characters resolved but XML's own five.

    Raises:
        SourceError: it names other files, or names that stand for names, as traps do.
    """
    head = _DOCTYPE.search(data, 0, _HEAD)
    names = _declared(where, head["inner"] or b"") if head else {}
    if head:
        data = data[: head.start()] + data[head.end() :]
    elif b"<!ENTITY" in data[:_HEAD]:
        raise _trap(where, "its document type has no end")
    return _resolved(where, data, names)


def _declared(where: str, inner: bytes) -> Mapping[bytes, bytes]:
    names = {}
    for match in _DECLARED.finditer(inner):
        value = match["double"] or match["single"] or b""
        if match["outside"]:
            raise _trap(where, "it names text in other files, and these are not fetched")
        if _NAMED.search(value) and _NAMED.findall(value) != [b"amp"]:
            raise _trap(where, "its names of characters stand for other names")
        if len(value) > _LONGEST:
            raise _trap(where, "its names of characters stand for long texts")
        names[match["name"]] = value
    return names


def _resolved(where: str, data: bytes, names: Mapping[bytes, bytes]) -> bytes:
    if not names and not _OTHER.search(data):
        return data
    resolved = _NAMED.sub(lambda match: _one(match, names), data)
    if len(resolved) > 2 * len(data) + _FREE:
        raise _trap(where, "its names of characters stand for too much text")
    return resolved


def _one(match: re.Match[bytes], names: Mapping[bytes, bytes]) -> bytes:
    name = match[1]
    if name in _OF_XML:
        return match[0]
    if name in names:
        return names[name]
    known = html5.get(f"{name.decode('ascii', 'replace')};")
    return escape(known).encode() if known else b"&amp;" + match[0][1:]


def _trap(where: str, fault: str) -> SourceError:
    return SourceError(where, fault=fault, remedy="Fetch the feed from its publisher again")
