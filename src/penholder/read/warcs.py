"""Reads the pages of web archives: WARC files, plain, gzipped or packed with zstd."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from penholder.errors import SourceError
from penholder.read.decode import decode
from penholder.read.source_page import MAX_BYTES, Found, Page, too_large
from penholder.read.unpacking import seekable
from penholder.read.walls import find_wall
from penholder.read.warc_records import Damage, Record, read_records

# What a record can hold that may be a story; the pages of Common Crawl are of the first kind.
_FORMS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
}
_FOUND = 200


def read_warc(where: str, stream: BinaryIO) -> Iterator[Found]:
    """Yield the page of each record with one; where records are lost, an error with the offset.

    The source of a page is "crawl.warc.gz:73512", with the offset of its record in the file.
    """
    try:
        from fastwarc import warc  # noqa: F401, PLC0415 - only who reads archives has it
    except ImportError:
        yield SourceError(
            where,
            fault="FastWARC, which reads web archives, is not installed",
            remedy="pip install 'penholder[warc]'",
        )
        return
    with seekable(stream) as file:
        for found in read_records(file):
            page = _lost(where, found) if isinstance(found, Damage) else _page(where, found)
            if page:
                yield page


def _lost(where: str, damage: Damage) -> SourceError:
    return SourceError(
        f"{where}:{damage.offset}",
        fault=f"a record is lost, for the file is damaged here ({damage.fault})",
        remedy="The records after it are read; fetch the file again for this one",
    )


def _page(where: str, record: Record) -> Found | None:
    form = _FORMS.get(record.kind)
    if form is None or record.status not in (None, _FOUND) or not record.body.strip():
        return None
    place = f"{where}:{record.offset}"
    if len(record.body) > MAX_BYTES:
        return too_large(place)
    try:
        text = decode(place, record.body, record.charset)
    except SourceError as error:
        return error
    wall = find_wall(place, text) if form == "html" else None
    return wall or Page(source=place, text=text, form=form, url=record.address)
