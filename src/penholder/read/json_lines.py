"""Reads stories from JSON Lines: an object per line, with its words under "text" or "html"."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from penholder.errors import SourceError
from penholder.read.source_page import MAX_BYTES, Found, Page, too_large, writable
from penholder.read.walls import find_wall


def read_lines(where: str, stream: BinaryIO) -> Iterator[Found]:
    """Yield the story of each line; one that is no story is its error."""
    for number, (line, size) in enumerate(_lines(stream), start=1):
        place = f"{where}:{number}"
        if size > MAX_BYTES:
            yield too_large(place, size)
        elif line.strip():
            yield read_line(place, line.decode("utf-8", "replace"))


def _lines(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield each line with its size; of one that is too long only the start is held."""
    while line := stream.readline(MAX_BYTES + 1):
        size, end = len(line), line
        while len(end) > MAX_BYTES and not end.endswith(b"\n"):
            end = stream.readline(MAX_BYTES + 1)
            size += len(end)
        yield line, size


def read_object_lines(where: str, lines: Iterable[str]) -> Iterator[Found]:
    """Yield the story of each line of a text."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield read_line(f"{where}:{number}", line)


def read_line(where: str, line: str) -> Found:
    """Give the story of a line, or its error."""
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
