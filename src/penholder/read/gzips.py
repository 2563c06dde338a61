"""Reads a gzipped file whose name does not tell what is in it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import BinaryIO

from penholder.errors import SourceError
from penholder.read.source_page import Found
from penholder.read.unpacking import DAMAGE, seekable, unpack_gzip
from penholder.read.warcs import read_warc
from penholder.read.zips import Reader

_WARC = b"WARC/"
# Where a TAR archive tells its name, and the bytes that are looked at.
_TAR, _TAR_AT, _HEAD = b"ustar", 257, 512


def read_gzip(where: str, stream: BinaryIO, by_looks: Reader) -> Iterator[Found]:
    """Yield the pages in a gzipped file; what is in it is told by its first bytes, as `by_looks` tells it."""
    with seekable(stream) as file:
        head = _head(file)
        if head.startswith(_WARC):
            yield from read_warc(where, file)
        elif head[_TAR_AT:].startswith(_TAR):
            yield SourceError(
                where, fault="it is a TAR archive", remedy="Unpack it, and name the folder"
            )
        else:
            with unpack_gzip(where, file) as inner:
                yield from by_looks(where, inner)


def _head(file: BinaryIO) -> bytes:
    """Give the first bytes that are packed; where they are damaged, those of an archive: its reader tells what is lost."""
    try:
        with gzip.GzipFile(fileobj=file) as inner:
            return inner.read(_HEAD)
    except DAMAGE:
        return _WARC
    finally:
        file.seek(0)
