"""Reads the stories in a ZIP file, without writing any of them to the disk."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO

from penholder.errors import SourceError
from penholder.read.source_page import Found
from penholder.read.unpacking import DAMAGE, seekable, unpack

Reader = Callable[[str, BinaryIO], Iterator[Found]]

# How deep files may lie in files.
_DEEPEST = 3
# What the packs of office programs hold, and those of free ones and of e-books.
_OF_OFFICE, _OF_BOOKS = "[Content_Types].xml", "mimetype"
_FAULTS = (*DAMAGE, zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError)


def read_zip(
    where: str, stream: BinaryIO, reader_of: Callable[[str], Reader | None]
) -> Iterator[Found]:
    """Yield the pages of every file of a known kind, in the order of their names; a damaged one is its error.

    Args:
        where: the source's name; that of a file in it is "stories.zip/inner.html".
        stream: the file.
        reader_of: gives the reader for a file's name, None where it is of no known kind.
    """
    if where.casefold().count(".zip/") >= _DEEPEST:
        yield SourceError(where, fault="it lies too deep in other files", remedy="Unpack it first")
        return
    try:
        with seekable(stream) as file, zipfile.ZipFile(file) as pack:
            if {_OF_OFFICE, _OF_BOOKS}.isdisjoint(pack.namelist()):
                yield from _members(where, pack, reader_of)
            else:
                yield SourceError(
                    where,
                    fault="it is a document of an office program or an e-book",
                    remedy="Save it as .txt or .html",
                )
    except _FAULTS as fault:
        yield _damaged(where, fault)


def _members(
    where: str, pack: zipfile.ZipFile, reader_of: Callable[[str], Reader | None]
) -> Iterator[Found]:
    readers = ((info, reader_of(info.filename)) for info in _visible(pack))
    known = [(info, reader) for info, reader in readers if reader]
    if not known:
        yield SourceError(
            where,
            fault="it holds no file of a known kind",
            remedy="Name one with stories as .txt, .html, .jsonl, .warc or .eml",
        )
    for info, reader in sorted(known, key=lambda pair: pair[0].filename):
        yield from _member(f"{where}/{info.filename}", pack, info, reader)


def _visible(pack: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    for info in pack.infolist():
        parts = info.filename.split("/")
        if not info.is_dir() and not any(part.startswith((".", "__MACOSX")) for part in parts):
            yield info


def _member(
    where: str, pack: zipfile.ZipFile, info: zipfile.ZipInfo, reader: Reader
) -> Iterator[Found]:
    try:
        with pack.open(info) as inner:
            yield from reader(where, unpack(where, inner, info.compress_size))  # type: ignore[arg-type]
    except SourceError as error:
        yield error
    except _FAULTS as fault:
        yield _damaged(where, fault)


def _damaged(where: str, fault: BaseException) -> SourceError:
    locked = "password" in str(fault) or "encrypted" in str(fault)
    told = "it is locked with a password" if locked else f"it is damaged ({_words(fault)})"
    return SourceError(where, fault=told, remedy="Unpack it, or fetch it again")


def _words(fault: BaseException) -> str:
    """Give what is wrong with a pack in other words than those of a library."""
    return "it has no end, or is no ZIP file" if "not a zip file" in str(fault) else str(fault)
