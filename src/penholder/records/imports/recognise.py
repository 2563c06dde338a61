"""Tells the form of a file by what is in it, and reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from penholder.records.imports import (
    blue_book,
    meetings_page,
    not_adopted,
    sanctions_list,
    undl_votes,
    unxml,
    veto_page,
)
from penholder.records.imports.members import Seats
from penholder.records.imports.opened import Opened, open_download
from penholder.records.imports.pages import ends_in_table, has_table
from penholder.records.imports.reading import Reading

Reader = Callable[[Opened, Seats, Callable[[int], None]], Reading]
# So many bytes of a file tell its form.
_HEAD = 50_000
# A header that shares so many of a CSV's columns is meant to be it: then the missing ones are named.
_ALIKE = 4


def read_import(path: Path, seats: Seats, step: Callable[[int], None]) -> Reading:
    """Read a file of any form.

    Raises:
        SourceError: it is of none, or it is broken.
    """
    file = open_download(path)
    read = _reader(file)(file, seats, step)
    if not read.rows:
        raise file.broken("the file has a header and no rows")
    return read


def _reader(file: Opened) -> Reader:
    head = file.data[:_HEAD].lstrip(b"\xef\xbb\xbf \r\n\t")
    if b"CONSOLIDATED_LIST" in head:
        return sanctions_list.read_sanctions_list
    if head.startswith(b"<"):
        return _page(file)
    if head.startswith((b"{", b"[")):
        return unxml.read_unxml if b'"MS_in_favour"' in head else blue_book.read_blue_book
    return _csv(file)


def _page(file: Opened) -> Reader:
    if ends_in_table(file):
        raise file.broken("the page ends within its table")
    if has_table(file, *veto_page.HEADS):
        return veto_page.read_veto_page
    if has_table(file, *meetings_page.HEADS):
        return meetings_page.read_meetings_page
    raise file.broken("the page has neither the table of vetoes nor that of meetings")


def _csv(file: Opened) -> Reader:
    header = {name.strip(' "\r') for name in file.text.split("\n", 1)[0].split(",")}
    if len(header & {*undl_votes.NEEDED, "undl_id", "ms_name"}) >= _ALIKE:
        return undl_votes.read_undl_votes
    if len(header & set(not_adopted.NEEDED)) >= _ALIKE:
        return not_adopted.read_not_adopted
    raise file.broken("this is none of the files that can be imported", "SOURCES.md names them")
