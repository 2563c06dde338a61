"""Unpacks compressed files piece by piece, and stops at those that unpack to no end."""

from __future__ import annotations

import gzip
import io
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from penholder.errors import SourceError

# Text shrinks to a tenth, the same line again and again to a hundredth: what unpacks to more is a trap.
_RATIO, _FREE = 400, 64 * 1024 * 1024
_BLOCK = 1 << 16
# What readers of damaged files raise.
DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile)


class Unpacked(io.RawIOBase):
    """The bytes of a compressed stream.

    Raises:
        SourceError: on reading, where far more comes out than can be a text.
    """

    def __init__(self, where: str, inner: BinaryIO, packed: int) -> None:
        """Read from `inner`; `packed` is the size of what it unpacks, in bytes."""
        self._where, self._inner = where, inner
        self._most = _FREE + _RATIO * packed
        self._read = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer as far as there is something."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._inner.read(len(view))
        view[: len(data)] = data
        self._read += len(data)
        if self._read > self._most:
            raise SourceError(
                self._where,
                fault=f"it unpacks to more than {_RATIO} times its size",
                remedy="Unpack it yourself, if it is what it seems, and name the stories in it",
            )
        return len(data)


def unpack(where: str, inner: BinaryIO, packed: int) -> BinaryIO:
    """Give a buffered stream of what a compressed stream holds, with a bound on its size."""
    return io.BufferedReader(Unpacked(where, inner, packed), _BLOCK)


@contextmanager
def unpack_gzip(where: str, stream: BinaryIO) -> Iterator[BinaryIO]:
    """Give the bytes of a gzipped stream."""
    with seekable(stream) as file, gzip.GzipFile(fileobj=file) as inner:
        yield unpack(where, inner, size_of(file))  # type: ignore[arg-type]


@contextmanager
def seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """Give a stream that can be read anywhere: a pipe's bytes go to a file that is gone afterwards."""
    if stream.seekable() and hasattr(stream, "fileno"):
        yield stream
        return
    with tempfile.TemporaryFile() as file:
        while data := stream.read(_BLOCK):
            file.write(data)
        file.seek(0)
        yield file


def size_of(file: BinaryIO) -> int:
    """Give the size of a file in bytes."""
    here = file.tell()
    end = file.seek(0, io.SEEK_END)
    file.seek(here)
    return end
