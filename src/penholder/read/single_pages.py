"""Reads a file that is one page: text, HTML, or whatever its looks say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from penholder.errors import SourceError
from penholder.read.decode import decode
from penholder.read.json_lines import is_json, read_json
from penholder.read.source_page import MAX_BYTES, Found, Page, too_large
from penholder.read.walls import find_wall


def read_text(where: str, stream: BinaryIO) -> Iterator[Found]:
    """Yield the page of a plain text."""
    return _one(where, stream, "txt")


def read_html_file(where: str, stream: BinaryIO) -> Iterator[Found]:
    """Yield the page of a file of HTML."""
    return _one(where, stream, "html")


def read_by_looks(where: str, stream: BinaryIO) -> Iterator[Found]:
    """Yield the page of a text or HTML, or the stories of JSON Lines."""
    return _one(where, stream, "json")


def _one(where: str, stream: BinaryIO, form: str) -> Iterator[Found]:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield too_large(where, _size(stream))
        return
    try:
        text = decode(where, data)
    except SourceError as error:
        yield error
        return
    if form == "json" and is_json(text):
        yield from read_json(where, text)
        return
    wall = find_wall(where, text) if form != "txt" else None
    yield wall or Page(source=where, text=text, form=form)


def _size(stream: BinaryIO) -> int | None:
    """Give the size of a file; None: it is a pipe, or comes out of one that is packed."""
    try:
        return stream.seek(0, 2)
    except (OSError, ValueError):
        return None
