"""Finds the pages in files, folders, JSON Lines and standard input."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from penholder.errors import SourceError
from penholder.read.decode import decode
from penholder.read.walls import find_wall

# No story is longer: a page of 20 MB is a dump, a log or a mistake.
MAX_BYTES = 20 * 1024 * 1024
_SURROGATE = re.compile("[\ud800-\udfff]")
_SUFFIXES = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "txt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as it was found; None: nothing came with it."""

    source: str  # the file, "file.jsonl:12", or "-"
    text: str
    form: str  # txt | html | json (text or HTML, to be told by its looks)
    id: str | None = None
    url: str | None = None
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    published: str | None = None  # the date that the reader gave


def find_pages(
    sources: Iterable[str], published: str | None = None
) -> Iterator[Page | SourceError]:
    """Yield each page of the sources; one that cannot be read is yielded as its error."""
    for source in sources:
        for found in _pages(source):
            yield replace(found, published=published) if isinstance(found, Page) else found


def count_pages(sources: Iterable[str]) -> int:
    """Give about how many pages the sources hold, without reading them: for a progress bar."""
    return sum(_count(Path(source)) for source in sources)


def _count(path: Path) -> int:
    if path.is_dir():
        return sum(map(_count, _files(path)))
    if _SUFFIXES.get(path.suffix.casefold()) != "jsonl" or not path.is_file():
        return 1
    try:
        with path.open("rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:
        return 1


def _pages(source: str) -> Iterator[Page | SourceError]:
    if source == "-":
        yield from _guarded("-", sys.stdin.buffer.read(MAX_BYTES + 1))
        return
    path = Path(source)
    if "://" in source and not path.exists():
        yield SourceError(
            source, fault="addresses are not read", remedy="Save the page as .html and name that"
        )
    elif path.is_dir():
        yield from _folder(path)
    else:
        yield from _file(path)


def _folder(folder: Path) -> Iterator[Page | SourceError]:
    """Yield the pages of every file of a known kind below a folder, in the order of their names."""
    visible = _files(folder)
    if not visible:
        yield SourceError(
            str(folder),
            fault="the folder holds no .txt, .html or .jsonl file",
            remedy="Name a folder with stories in one of these forms",
        )
    for path in visible:
        yield from _file(path)


def _files(folder: Path) -> list[Path]:
    """Give the files of a known kind below a folder that are not hidden."""
    files = sorted(path for path in folder.rglob("*") if path.suffix.casefold() in _SUFFIXES)
    return [
        path
        for path in files
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def _file(path: Path) -> Iterator[Page | SourceError]:
    where = str(path)
    try:
        if _SUFFIXES.get(path.suffix.casefold()) == "jsonl":
            yield from _lines(path)
            return
        size = path.stat().st_size
        if size > MAX_BYTES:
            yield _too_large(where, size)
            return
        yield from _guarded(where, path.read_bytes())
    except FileNotFoundError:
        yield SourceError(where, fault="there is no such file", remedy="Check the path")
    except OSError as fault:
        yield SourceError(
            where, fault=f"it cannot be read ({fault.strerror})", remedy="Check its permissions"
        )


def _too_large(where: str, size: int) -> SourceError:
    return SourceError(
        where,
        fault=f"it has {size / 1e6:.0f} MB, and a story has at most {MAX_BYTES / 1e6:.0f} MB",
        remedy="Split it into stories, or make a .jsonl file with one story per line",
    )


def _guarded(where: str, data: bytes) -> Iterator[Page | SourceError]:
    if len(data) > MAX_BYTES:
        yield _too_large(where, len(data))
        return
    try:
        text = decode(where, data)
    except SourceError as error:
        yield error
        return
    form = _SUFFIXES.get(Path(where).suffix.casefold(), "json")
    if form == "json" and text.lstrip().startswith("{"):
        yield from _json_lines(where, text.splitlines())
        return
    wall = find_wall(where, text) if form != "txt" else None
    yield wall or Page(source=where, text=text, form=form)


def _lines(path: Path) -> Iterator[Page | SourceError]:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            where = f"{path}:{number}"
            if not line.strip():
                continue
            if len(line) > MAX_BYTES:
                yield _too_large(where, len(line))
                continue
            yield _line(where, line.decode("utf-8", "replace"))


def _json_lines(where: str, lines: Iterable[str]) -> Iterator[Page | SourceError]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _line(f"{where}:{number}", line)


def _line(where: str, line: str) -> Page | SourceError:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return SourceError(
            where, fault="the line is not JSON", remedy="Write one JSON object per line"
        )
    if not isinstance(row, dict) or not _has_text(row):
        return SourceError(
            where,
            fault='the object has neither "text" nor "html"',
            remedy="Give each story its words under one of these names",
        )
    names = ("id", "url", "title", "date", "outlet")
    said = {key: writable(row[key]) for key in names if _is_text(row, key)}
    if _is_text(row, "text"):
        return Page(source=where, text=writable(row["text"]), form="json", **said)
    html = writable(row["html"])
    return find_wall(where, html) or Page(source=where, text=html, form="html", **said)


def _has_text(row: dict[str, object]) -> bool:
    return _is_text(row, "text") or _is_text(row, "html")


def _is_text(row: dict[str, object], key: str) -> bool:
    value = row.get(key)
    return isinstance(value, str) and bool(value.strip())


def writable(text: str) -> str:
    """Give the text with lone surrogates replaced, one by one: they cannot be written anywhere."""
    try:
        text.encode()  # many times as fast as a search
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text
