"""A downloaded file, opened: unpacked, decoded, and found to be whole as far as can be told."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from pathlib import Path

from penholder.errors import SourceError

# Far more than any of the lists; less than what would fill a laptop's memory.
_MOST_BYTES = 400_000_000
_AGAIN = "Download the file again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file's name and what is in it."""

    name: str  # as the user gave it
    data: bytes

    @property
    def short(self) -> str:
        """Give the file's name without its folder."""
        return Path(self.name).name

    def place(self, row: int) -> str:
        """Give "sc_voting.csv:812"."""
        return f"{self.short}:{row}"

    def broken(self, fault: str, remedy: str = _AGAIN, row: int | None = None) -> SourceError:
        """Give the error that says what is wrong with the file."""
        where = self.name if row is None else f"{self.name}:{row}"
        return SourceError(where, fault=fault, remedy=remedy)

    @property
    def text(self) -> str:
        """Give the file as text.

        Raises:
            SourceError: it is no text.
        """
        encoding = "utf-16" if self.data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        try:
            words = self.data.decode(encoding)
        except UnicodeDecodeError as fault:
            raise self.broken(
                "this is no text in UTF-8", "Save it as UTF-8, or download it again"
            ) from fault
        if "\0" in words[:4096]:
            raise self.broken("this is not a text", "Give one of the files that SOURCES.md names")
        return words


def open_download(path: Path) -> Opened:
    """Give a file's bytes, unpacked if it was packed with gzip.

    Raises:
        SourceError: the file is missing, empty, too large, or its end is missing.
    """
    named = str(path)
    try:
        data = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else None
    except OSError as fault:
        raise SourceError(
            named, fault=fault.strerror or str(fault), remedy="Check the path and its permissions"
        ) from fault
    if data is not None and data[:2] == b"\x1f\x8b":
        data = _unpacked(named, path)
    if data is None:
        raise SourceError(named, fault="the file is too large", remedy="Give the list itself")
    if not data.strip():
        raise SourceError(named, fault="the file is empty", remedy=_AGAIN)
    return Opened(name=named, data=data)


def _unpacked(named: str, path: Path) -> bytes | None:
    try:
        with gzip.open(path) as file:
            data = file.read(_MOST_BYTES + 1)
    except (EOFError, gzip.BadGzipFile, zlib.error) as fault:
        raise SourceError(
            named,
            fault=f"the packed file is damaged or its end is missing ({fault})",
            remedy=_AGAIN,
        ) from fault
    return data if len(data) <= _MOST_BYTES else None
