"""Gives the records of a WARC file; after damage it goes on with the next record that is whole."""

from __future__ import annotations

import base64
import hashlib
import io
import mmap
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, BinaryIO

from penholder.read.unpacking import size_of
from penholder.read.warc_bodies import unpacked
from penholder.read.warc_pieces import LARGEST, Damage, Piece, find_pieces

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["Damage", "Record", "read_records"]


_HASHES = frozenset({"sha1", "sha256", "md5"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a record of an archive holds."""

    offset: int  # in the file, in bytes
    id: str
    address: str | None
    kind: str  # the media type, "text/html"
    status: int | None  # of HTTP; None: the page came otherwise
    charset: str | None
    body: bytes


def read_records(file: BinaryIO) -> Iterator[Record | Damage]:
    """Yield the records of an archive that hold something, and where some are lost.

    As long as nothing is wrong FastWARC reads the file at once. From the first record of which it cannot be
    told that it is whole, the file is taken apart record by record.
    """
    if size_of(file) == 0:
        return
    given: set[str] = set()
    for record, is_whole in _read_ahead(file):
        if not is_whole:
            yield from _salvaged(file, record.offset if record else 0, given)
        elif record:
            given.add(record.id)
            yield record


def _read_ahead(file: BinaryIO) -> Iterator[tuple[Record | None, bool]]:
    """Yield each record once the one after it begins as it should; at last whether all went well."""
    last: Record | None = None
    try:
        for found in _iterator(file):
            record = _record(found)
            if record is None:
                break
            if last:
                yield last, True
            last = record
        else:
            yield last, True
            return
    except BaseException as fault:
        if not _is_damage(fault):
            raise
    yield last, False


def _iterator(stream: Any) -> Any:
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - an extra

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    kinds |= WarcRecordType.unknown  # its head may be damaged
    return ArchiveIterator(stream, record_types=kinds, parse_http=False)


def _is_damage(fault: BaseException) -> bool:
    """Say whether FastWARC met something that it cannot read, in whatever way it tells so."""
    return isinstance(fault, Exception) or type(fault).__name__ == "PanicException"


def _record(found: WarcRecord) -> Record | None:
    """Give a record with its body; None: it is not whole."""
    if not _is_headed(found):
        return None
    if found.content_length > LARGEST:
        return _large(found)
    block = found.reader.read()
    if len(block) != found.content_length or not _is_true(found.headers, block):
        return None
    found.set_bytes_content(block)
    if found.is_http:
        found.parse_http(auto_decode="none")  # what it unpacks, it unpacks to no end
    http = found.http_headers if found.is_http else None
    return Record(
        offset=found.stream_pos,
        id=found.record_id or f"at {found.stream_pos}",
        address=found.headers.get("WARC-Target-URI"),
        kind=_kind(found),
        status=http.status_code if http else None,
        charset=found.http_charset if http else None,
        body=unpacked(found.reader.read(), http) if http else block,
    )


def _is_headed(found: WarcRecord) -> bool:
    """Say whether a record's head tells what it holds: a response from the web is HTTP."""
    kind = str(found.record_type)
    address = (found.headers.get("WARC-Target-URI") or "http").casefold()
    is_web = kind == "response" and address.startswith("http")
    has_all = all(name in found.headers for name in ("Content-Type", "Content-Length"))
    return kind != "unknown" and has_all and (found.is_http or not is_web)


def _large(found: WarcRecord) -> Record:
    """Give a record that is too large for a page, a film for instance, without what it holds."""
    return Record(
        offset=found.stream_pos,
        id=found.record_id or f"at {found.stream_pos}",
        address=found.headers.get("WARC-Target-URI"),
        kind="",
        status=None,
        charset=None,
        body=b"",
    )


def _is_true(headers: Any, block: bytes) -> bool:
    """Say whether a record's words are those that were kept, as far as its hash tells."""
    name, _, digest = (headers.get("WARC-Block-Digest") or "").partition(":")
    if name.casefold() not in _HASHES:
        return True
    found = hashlib.new(name.casefold(), block, usedforsecurity=False).digest()
    return digest.casefold() in {base64.b32encode(found).decode().casefold(), found.hex()}


def _kind(found: WarcRecord) -> str:
    named = found.http_content_type if found.is_http else found.headers.get("Content-Type")
    return (named or "").split(";")[0].strip().casefold()


def _salvaged(file: BinaryIO, start: int, given: Container[str]) -> Iterator[Record | Damage]:
    """Yield what is left from a record on that may be damaged, without what was given already."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        for piece in find_pieces(whole, start):
            for found in _of_piece(piece):
                if isinstance(found, Damage) or found.id not in given:
                    yield found


def _of_piece(piece: Piece | Damage) -> Iterator[Record | Damage]:
    if isinstance(piece, Damage):
        yield piece
        return
    try:
        for found in _iterator(io.BytesIO(piece.data)):
            record = _record(found)
            if record:
                yield replace(record, offset=piece.offset)
            else:
                yield Damage(offset=piece.offset, fault="not the words that were kept")
    except BaseException as fault:
        if not _is_damage(fault):
            raise
        yield Damage(offset=piece.offset, fault=str(fault))
