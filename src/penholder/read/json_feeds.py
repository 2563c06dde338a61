"""Reads JSON Feeds, versions 1.0 and 1.1; an entry that is none costs no other."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping

from penholder.errors import SourceError
from penholder.read.feed_items import Feed, Item, address_of, text_of, title_of
from penholder.read.page_times import read_time

_MARK = b"\xef\xbb\xbf"
_VERSION = re.compile(rb"\"version\"\s*:\s*\"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org")
_PARAGRAPHS = re.compile(r"\n\s*\n")


def is_json_feed(head: bytes) -> bool:
    """Say whether a file that begins with these bytes is a JSON Feed."""
    return _is_object(head) and bool(_VERSION.search(head))


def _is_object(head: bytes) -> bool:
    return head.removeprefix(_MARK).lstrip()[:1] == b"{"


def parse_json_feed(where: str, data: bytes, base: str) -> Feed:
    """Give a JSON Feed; `base` is its address.

    Raises:
        SourceError: it is no JSON, or no feed.
    """
    try:
        told = json.loads(data.removeprefix(_MARK).decode("utf-8", "replace"))
    except (ValueError, RecursionError) as fault:
        raise _wrong(where, "the feed is no whole JSON") from fault
    items = told.get("items") if isinstance(told, dict) else None
    if not isinstance(items, list):
        raise _wrong(where, "the feed has no list of items")
    base = base or text_of(told.get("home_page_url")) or ""
    entries = (entry for entry in items if isinstance(entry, Mapping))
    return Feed(
        title=title_of(told.get("title")), items=tuple(_item(entry, base) for entry in entries)
    )


def _item(entry: Mapping[str, object], base: str) -> Item:
    times = (entry.get("date_published"), entry.get("date_modified"))
    return Item(
        address=address_of(base, entry.get("url"), entry.get("id")),
        title=title_of(entry.get("title")),
        time=next((found for one in times if isinstance(one, str) and (found := read_time(one))), None),
        html=_words(entry),
        id=text_of(entry.get("id")),
        has_text=_has_text(entry),
    )  # fmt: skip


def _has_text(entry: Mapping[str, object]) -> bool:
    return bool(text_of(entry.get("content_html")) or text_of(entry.get("content_text")))


def _words(entry: Mapping[str, object]) -> str:
    """Give the story as HTML, else the summary."""
    if written := text_of(entry.get("content_html")):
        return written
    plain = text_of(entry.get("content_text")) or text_of(entry.get("summary")) or ""
    return "".join(f"<p>{html.escape(part)}</p>" for part in _PARAGRAPHS.split(plain) if part)


def _wrong(where: str, fault: str) -> SourceError:
    return SourceError(where, fault=fault, remedy="Fetch the feed from its publisher again")
