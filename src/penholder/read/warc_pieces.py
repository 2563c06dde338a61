"""Takes a damaged archive apart: each record is looked for by its first bytes and held to its own length."""

from __future__ import annotations

import mmap
import re
import tempfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from penholder.read.zstd_frames import MAGIC as ZSTD
from penholder.read.zstd_frames import begins_frame, frame_end

Bytes = mmap.mmap | bytes

_GZIP = b"\x1f\x8b\x08"
_RECORD = re.compile(rb"WARC/1\.[01]\r?\n(?=[A-Za-z-]+:)")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,12})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_BEGINS = b"\nWARC/1."
_WORDS = re.compile(rb"\S")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LONGEST_HEAD = 64 * 1024
_BEHIND = b"\r\n\r\n"
# Room for the start of a record, to see whether something packed is one.
_START = 512
_BLOCK = 1 << 16
# No page has more bytes, packed or not; and with its head.
LARGEST = 64 * 1024 * 1024
_LARGEST_WHOLE = LARGEST + _LONGEST_HEAD
# What unpacks to more than so many times its size is a trap, beyond the first bytes.
_RATIO, _FREE = 400, 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """Bytes that give no record."""

    offset: int  # in the file
    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The bytes of one record, or a frame of zstd with some."""

    offset: int  # in the file; of records that were packed together, where these begin
    data: bytes


Pieces = Iterator[Piece | Damage]


def find_pieces(whole: mmap.mmap, start: int) -> Pieces:
    """Yield every record that is whole by its own length, and each place where bytes are none.

    Args:
        whole: the file.
        start: the offset of a record; where none begins there, the file is read from its beginning.
    """
    form = _form_of(whole)
    is_start = whole[start : start + len(form)] == form
    return _FORMS[form](whole, start if is_start else 0)


def _form_of(whole: mmap.mmap) -> bytes:
    """Give the first bytes of records: those that the file begins with, else those found first."""
    begins = next((form for form in _FORMS if whole[: len(form)] == form), None)
    places = {form: whole.find(form) for form in _FORMS} | {_GZIP: _next_gzip(whole, 0)}
    return begins or min(_FORMS, key=lambda form: places[form] if places[form] >= 0 else len(whole))


def _plain(whole: Bytes, start: int) -> Pieces:
    here = start
    while here < len(whole):
        head = _RECORD.search(whole, here)
        yield from _gap(whole, here, head.start() if head else len(whole))
        if head is None:
            return
        here = _end_of(whole, head.end()) or head.end()
        if here == head.end():
            yield Damage(offset=head.start(), fault="the length that it names is not its own")
        else:
            # Of what is too large for a page the head tells that; nobody needs the rest of it.
            stop = here if here - head.start() <= _LARGEST_WHOLE else head.end() + _LONGEST_HEAD
            yield Piece(offset=head.start(), data=bytes(whole[head.start() : stop]))


def _gap(whole: Bytes, start: int, stop: int) -> Iterator[Damage]:
    """Yield the bytes before a record as lost, if they are more than empty lines."""
    if _WORDS.search(whole, start, stop):
        yield Damage(offset=start, fault=f"{stop - start:,} bytes are no record")


def _end_of(whole: Bytes, head: int) -> int | None:
    """Give where a record ends, after the empty lines behind it; None: it does not end as it says."""
    other = whole.find(_BEGINS, head)  # where the next record begins, this one's head has ended
    stop = head + _LONGEST_HEAD if other < 0 else min(other, head + _LONGEST_HEAD)
    blank = _HEAD_END.search(whole, head - 1, stop)
    named = _LENGTH.search(whole, head, blank.end()) if blank else None
    if blank is None or named is None:
        return None
    end = blank.end() + int(named[1])
    behind = bytes(whole[end : end + len(_BEHIND)])
    cut_after = end <= len(whole) <= end + len(behind) and _BEHIND.startswith(behind)
    return end + len(behind) if behind == _BEHIND or cut_after else None


def _gzip(whole: mmap.mmap, start: int) -> Pieces:
    here = start
    while here < len(whole):
        found = _next_gzip(whole, here)
        yield from _gap(whole, here, found)
        if found == len(whole):
            return
        with tempfile.TemporaryFile() as room:
            end, fault = _unpack(whole, found, room.write)
            room.flush()
            yield from _unpacked(room.fileno(), room.tell(), found, fault)
        here = found + 1 if fault else end


def _next_gzip(whole: mmap.mmap, here: int) -> int:
    """Give the next offset at which a gzipped record begins; the file's length where none does."""
    while (here := whole.find(_GZIP, here)) >= 0:
        if _begins_record(whole[here : here + 2 * _START]):
            return here
        here += 1
    return len(whole)


def _begins_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(packed, _START).startswith(b"WARC/")
    except zlib.error:
        return False


def _unpack(whole: mmap.mmap, start: int, write: Callable[[bytes], object]) -> tuple[int, str]:
    """Unpack what begins at an offset; give where it ends, and what is wrong with it."""
    member, here, size = zlib.decompressobj(31), start, 0
    while not member.eof:
        packed = member.unconsumed_tail or whole[here : here + _BLOCK]
        here += 0 if member.unconsumed_tail else len(packed)
        if not packed:
            return here, "it is cut off"
        try:
            data = member.decompress(packed, _FREE)
        except zlib.error as fault:
            return here, f"it cannot be unpacked: {fault}"
        size += len(data)
        if size > _FREE + _RATIO * (here - start):
            return here, f"it unpacks to more than {_RATIO} times its size"
        write(data)
    return here - len(member.unused_data), ""


def _unpacked(room: int, size: int, offset: int, fault: str) -> Pieces:
    """Yield the records of what was unpacked into a file, and its fault."""
    if size:
        with mmap.mmap(room, 0, access=mmap.ACCESS_READ) as data:
            for piece in _plain(data, 0):
                if isinstance(piece, Piece):
                    yield Piece(offset=offset, data=piece.data)
                elif not fault:
                    yield Damage(offset=offset, fault=piece.fault)
    if fault:
        yield Damage(offset=offset, fault=fault)


def _zstd(whole: mmap.mmap, start: int) -> Pieces:
    here = behind = start  # of what is behind, all is accounted for
    while here < len(whole):
        found = whole.find(ZSTD, here)
        found = len(whole) if found < 0 else found
        yield from _gap(whole, max(here, behind), max(found, behind))
        if found == len(whole):
            return
        end = frame_end(whole, found)
        here, behind = found + len(ZSTD), max(behind, end or 0)
        if end is None:
            yield Damage(offset=found, fault="it is cut off, or its parts do not fit together")
            continue
        yield Piece(offset=found, data=whole[found:end])
        if begins_frame(whole, end):
            here = end  # else its end may be wrong: it is looked for frames in it


_FORMS: dict[bytes, Callable[[mmap.mmap, int], Pieces]] = {
    b"WARC/": _plain,
    _GZIP: _gzip,
    ZSTD: _zstd,
}
