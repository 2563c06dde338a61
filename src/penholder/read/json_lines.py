"""Reads stories from JSON: an object with its words under "text" or "html", a list of such, or one per line."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from penholder.errors import SourceError
from penholder.read.source_page import MAX_BYTES, Found, Page, too_large, writable
from penholder.read.walls import find_wall

# How JSON with stories begins; a text may begin with a bracket too: "[Updated at noon]".
_BEGINS = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[{\]])")


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


def is_json(text: str) -> bool:
    """Say whether a text is meant as JSON: an object, a list of objects, or an object per line."""
    return bool(_BEGINS.match(text))


def read_json(where: str, text: str) -> Iterator[Found]:
    """Yield the stories of a text of JSON: of one object, of each in a list, or of each on its line."""
    told = _parsed(text)
    if isinstance(told, list):
        for number, row in enumerate(told, start=1):
            yield _story(f"{where}:{number}", row)
    elif told is not None:
        yield _story(where, told)
    else:
        yield from _each_line(where, text)


def _each_line(where: str, text: str) -> Iterator[Found]:
    lines = [(at, line) for at, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if not any(isinstance(_parsed(line), dict) for _, line in lines):
        yield SourceError(
            where, fault="it is no whole JSON", remedy="Write one JSON object, or one per line"
        )
        return
    for number, line in lines:
        yield read_line(f"{where}:{number}", line)


def read_line(where: str, line: str) -> Found:
    """Give the story of a line, or its error."""
    row = _parsed(line)
    if row is None:
        return SourceError(
            where, fault="the line is not JSON", remedy="Write one JSON object per line"
        )
    return _story(where, row)


def _parsed(text: str) -> object:
    """Give what JSON says; None: it is none, or says nothing."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _story(where: str, row: object) -> Found:
    if not isinstance(row, dict) or not _has_text(row):
        return SourceError(
            where,
            fault='the object has neither "text" nor "html"',
            remedy="Give each story its words under one of these names",
        )
    names = ("id", "url", "title", "date", "outlet")
    said: dict[str, Any] = {key: writable(row[key]) for key in names if _is_text(row, key)}
    said["title"] = html.unescape(said["title"]) if "title" in said else None
    if _is_text(row, "text"):
        return Page(source=where, text=writable(row["text"]), form="json", **said)
    page = writable(row["html"])
    return find_wall(where, page) or Page(source=where, text=page, form="html", **said)


def _has_text(row: dict[str, object]) -> bool:
    return _is_text(row, "text") or _is_text(row, "html")


def _is_text(row: dict[str, object], key: str) -> bool:
    value = row.get(key)
    return isinstance(value, str) and bool(value.strip())
