"""Finds the pages in files, folders and standard input, by what kind of file each is."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from penholder.errors import SourceError
from penholder.read.feeds import is_feed, read_feed
from penholder.read.file_kinds import is_part
from penholder.read.gzips import read_gzip
from penholder.read.json_lines import read_lines
from penholder.read.mails import read_mail
from penholder.read.single_pages import read_by_looks, read_html_file, read_text
from penholder.read.source_page import Found, Page
from penholder.read.unpacking import DAMAGE, unpack_gzip
from penholder.read.warcs import read_warc
from penholder.read.zips import Reader, read_zip

# What may be an address without its beginning: "www.un.org/news".
_SERVER = re.compile(
    r"(?:www\.|(?:[\w-]+\.)+(?:com|org|net|int|gov)(?:/|$)|(?:[\w-]+\.)+[a-z]{2}/)", re.IGNORECASE
)

Fetch = Callable[[str], Iterator[Found]]  # gives what lies at an address


def find_pages(
    sources: Iterable[str], published: str | None = None, fetch: Fetch | None = None
) -> Iterator[Found]:
    """Yield each page of the sources; one that cannot be read is yielded as its error.

    Addresses are read only where somebody gives what fetches them.
    """
    for source in sources:
        for found in _pages(source, fetch):
            yield replace(found, published=published) if isinstance(found, Page) else found


def count_pages(sources: Iterable[str]) -> int:
    """Give about how many pages the sources hold, without reading them: for a progress bar."""
    return sum(_count(Path(source)) for source in sources)


def _count(path: Path) -> int:
    if path.is_dir():
        return sum(map(_count, _files(path)))
    if path.suffix.casefold() not in {".jsonl", ".ndjson"} or not path.is_file():
        return 1
    try:
        with path.open("rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:
        return 1


def _pages(source: str, fetch: Fetch | None) -> Iterator[Found]:
    if source == "-":
        yield from _guarded("-", sys.stdin.buffer, _by_bytes)
        return
    path = Path(source)
    if "://" in source and not path.exists() and fetch:
        yield from fetch(source)
    elif "://" in source and not path.exists():
        yield SourceError(
            source, fault="addresses are not read", remedy="Save the page as .html and name that"
        )
    elif path.is_dir():
        yield from _folder(path)
    else:
        yield from _file(path)


def _folder(folder: Path) -> Iterator[Found]:
    """Yield the pages of every file of a known kind below a folder, in the order of their names."""
    visible = _files(folder)
    if not visible:
        yield SourceError(
            str(folder),
            fault="the folder holds no .txt, .html or .jsonl file, and none of another known kind",
            remedy="Name a folder with stories in one of these forms",
        )
    for path in visible:
        yield from _file(path)


def _files(folder: Path) -> list[Path]:
    """Give the files of a known kind below a folder that are not hidden."""
    return [path for path in _visible(folder) if reader_of(path.name) and path.is_file()]


def _visible(folder: Path) -> list[Path]:
    """Give what lies below a folder and is not hidden."""
    return sorted(
        path
        for path in folder.rglob("*")
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def other_files(sources: Iterable[str]) -> list[str]:
    """Give the names of files in folders that are of no known kind, so that they were left; parts of saved pages are none."""
    folders = (Path(source) for source in sources if "://" not in source and Path(source).is_dir())
    below = (path for folder in folders for path in _visible(folder) if path.is_file())
    return [str(path) for path in below if not reader_of(path.name) and not is_part(path.name)]


def _file(path: Path) -> Iterator[Found]:
    where = str(path)
    try:
        with path.open("rb") as stream:
            yield from _guarded(where, stream, reader_of(path.name) or _by_bytes)
    except FileNotFoundError:
        yield SourceError(where, fault="there is no such file", remedy=_check_of(where))
    except OSError as fault:
        yield SourceError(
            where, fault=f"it cannot be read ({fault.strerror})", remedy="Check its permissions"
        )


def _check_of(named: str) -> str:
    """Give what to check of a file that is not there: it may be an address without its beginning."""
    return f"To fetch a page, write https://{named}" if _SERVER.match(named) else "Check the path"


def _guarded(where: str, stream: BinaryIO, reader: Reader) -> Iterator[Found]:
    """Yield what a reader finds; where the file is damaged, the rest of it is an error, and so is a file without any."""
    is_empty = True
    try:
        for found in reader(where, stream):
            is_empty = False
            yield found
        if is_empty:
            yield SourceError(where, fault="it holds no page", remedy="Save or fetch it again")
    except SourceError as error:
        yield error
    except DAMAGE as fault:
        yield SourceError(where, fault=f"it is damaged ({fault})", remedy="Fetch it again")


def reader_of(name: str) -> Reader | None:
    """Give what reads a file of this name; None: it is of no known kind."""
    folded = name.casefold()
    suffix = next((suffix for suffix in _READERS if folded.endswith(suffix)), None)
    if suffix:
        return _READERS[suffix]
    inner = reader_of(folded.removesuffix(".gz")) if folded.endswith(".gz") else None
    return _gzipped(inner) if inner else None


def _gzipped(inner: Reader) -> Reader:
    def read(where: str, stream: BinaryIO) -> Iterator[Found]:
        with unpack_gzip(where, stream) as unpacked:
            yield from inner(where, unpacked)

    return read


def _zip(where: str, stream: BinaryIO) -> Iterator[Found]:
    return read_zip(where, stream, reader_of)


def _by_bytes(where: str, stream: BinaryIO) -> Iterator[Found]:
    """Yield the pages of a file whose name does not tell what it is."""
    head = stream.peek(_HEAD) if hasattr(stream, "peek") else b""
    reader = next((read for magic, read in _MAGIC.items() if head.startswith(magic)), None)
    reader = reader or (read_feed if is_feed(head) else read_by_looks)
    return reader(where, stream)


def _gzip_by_bytes(where: str, stream: BinaryIO) -> Iterator[Found]:
    return read_gzip(where, stream, _by_bytes)


# By the end of the name, the longer ones first.
_READERS: Mapping[str, Reader] = {
    ".warc.gz": read_warc,
    ".warc.zst": read_warc,
    ".warc": read_warc,
    ".wet.gz": read_warc,
    ".wet": read_warc,
    ".zip": _zip,
    ".xml": read_feed,
    ".rss": read_feed,
    ".rdf": read_feed,
    ".atom": read_feed,
    ".json": _by_bytes,
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".html": read_html_file,
    ".htm": read_html_file,
    ".xhtml": read_html_file,
    ".jsonl": read_lines,
    ".ndjson": read_lines,
    ".mhtml": read_mail,
    ".mht": read_mail,
    ".eml": read_mail,
}
# By the first bytes, where the name does not tell, and how many of them are looked at.
_HEAD = 8192
_MAGIC: Mapping[bytes, Reader] = {
    b"WARC/": read_warc,
    b"\x1f\x8b": _gzip_by_bytes,
    b"\x28\xb5\x2f\xfd": read_warc,
    b"PK\x03\x04": _zip,
}
