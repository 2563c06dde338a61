"""Reads feeds: RSS, RDF, Atom and JSON Feed."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from penholder.errors import SourceError
from penholder.read.decode import decode
from penholder.read.feed_entities import without_entities
from penholder.read.feed_items import Feed, Item, address_of, text_of, title_of
from penholder.read.feed_told import UNTOLD, Told, told_of
from penholder.read.json_feeds import is_json_feed, parse_json_feed
from penholder.read.loaded_tags import has_loads
from penholder.read.page_times import read_time
from penholder.read.source_page import MAX_BYTES, Found, Page, empty, too_large, writable
from penholder.read.walls import find_wall

# What may stand before the first tag; each part is taken once and for all, or many comments would take forever.
_BEGINS = re.compile(
    rb"(?>\s+|<\?[^>]*>|<!--(?>.*?-->)|<!DOCTYPE(?>[^>\[]*)(?>\[.*?\]\s*>|>))*+"
    rb"<(?:\w+:)?(?:rss|feed|RDF|channel)\b",
    re.DOTALL,
)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARATION = re.compile(rb"\s*<\?xml\b[^>]*>")
_CHARSET = re.compile(rb"<\?xml\b[^>]*\bencoding\s*=\s*[\"']([\w.:-]+)")
_UTF8 = frozenset({None, "utf-8", "utf8"})
# One letter in so many may be broken before a feed is taken to be in another encoding than it says.
_BROKEN = 1000
_HEAD = 16 * 1024
# What nobody asks for of a feed.
_UNREAD = dict.fromkeys(("include_tags", "include_media", "include_enclosures"), False)
# Up to so many items that hold only a summary are named.
_FEW = 3


def is_feed(head: bytes) -> bool:
    """Say whether a file that begins with these bytes is a feed."""
    if head.startswith(_WIDE):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return bool(_BEGINS.match(head.removeprefix(codecs.BOM_UTF8))) or is_json_feed(head)


def read_feed(where: str, stream: BinaryIO) -> Iterator[Found]:
    """Yield the page of each item that holds its story, and one error for those that hold a summary."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield too_large(where)
        return
    if not data.strip():
        yield empty(where)
        return
    feed = parse_feed(where, data)
    short = []
    for at, item in enumerate(feed.items, start=1):
        if item.is_whole or item.is_told:
            yield page_of(f"{where}:{at}", feed, item)
        else:
            short.append(item)
    if not feed.items:
        yield SourceError(where, fault="the feed has no items", remedy="Fetch it again later")
    if short:
        yield _summaries(where, short, len(feed.items))


def _summaries(where: str, short: Sequence[Item], of: int) -> SourceError:
    named = ", ".join(item.title or item.key or "one without a title" for item in short[:_FEW])
    more = f" and {len(short) - _FEW:,} more" if len(short) > _FEW else ""
    return SourceError(
        where,
        fault=f"{len(short):,} of {of:,} items hold only a summary: {named}{more}",
        remedy="penholder watch reads the pages that they point to",
    )


def page_of(where: str, feed: Feed, item: Item) -> Found:
    """Give the page of an item that holds its story."""
    title = f"<title>{item.title}</title>" if item.title else ""
    html = f"<html><head>{title}</head><body><article>{item.html}</article></body></html>"
    return find_wall(where, html) or Page(
        source=where,
        text=html,
        form="html",
        url=item.address,
        title=item.title,
        date=item.time[:10] if item.time else None,
        outlet=feed.title,
    )


def parse_feed(where: str, data: bytes, base: str = "") -> Feed:
    """Give a feed from its bytes; `base` is its address, for links that lack theirs.

    Raises:
        SourceError: it is no feed, or a trap.
    """
    if not is_feed(data[:_HEAD]):
        raise SourceError(where, fault="this is no feed", remedy="Name an RSS, Atom or JSON Feed")
    if is_json_feed(data[:_HEAD]):
        return parse_json_feed(where, data, base)
    plain = without_entities(where, _in_utf8(where, data))
    if has_loads(plain):
        raise _unreadable(where, ValueError("a tag has hundreds of attributes"))
    parsed = _parsed(where, plain)
    told, entries = told_of(plain), parsed.get("entries") or []
    if len(told) != len(entries):
        told = (UNTOLD,) * len(entries)
    about = parsed.get("feed") or {}
    base = base or text_of(about.get("link")) or ""
    items = (_item(entry, said, base) for entry, said in zip(entries, told, strict=True))
    return Feed(title=title_of(about.get("title")), items=tuple(items))


def _in_utf8(where: str, data: bytes) -> bytes:
    """Give a feed in UTF-8, without the line that names another encoding."""
    found = _CHARSET.search(data, 0, 256)
    named = found[1].decode("ascii").casefold() if found else None
    is_named = named in _UTF8 and not data.startswith(_WIDE)
    if is_named and _is_utf8(data):
        return _undeclared(data.removeprefix(codecs.BOM_UTF8))
    text = data.decode("utf-8-sig", "replace") if is_named else ""
    if not text or text.count("\ufffd") > len(text) // _BROKEN:
        text = decode(where, data, named)
    return _undeclared(text.encode("utf-8", "replace"))


def _undeclared(data: bytes) -> bytes:
    line = _DECLARATION.match(data)
    return data[line.end() :] if line else data


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _parsed(where: str, data: bytes) -> Any:
    """Give what fastfeedparser reads, or feedparser, where it is installed, of a malformed feed."""
    import fastfeedparser  # noqa: PLC0415  slow to import

    try:
        return fastfeedparser.parse(data, **_UNREAD)
    except Exception as fault:
        if parsed := _patiently(where, data):
            return parsed
        raise _unreadable(where, fault) from fault


def _patiently(where: str, data: bytes) -> Any:
    """Give what feedparser reads; None: it is not installed, or finds nothing."""
    try:
        import feedparser  # noqa: PLC0415  an extra
    except ImportError:
        return None
    try:
        parsed = feedparser.parse(
            io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as fault:  # it stumbles over some itself
        raise _unreadable(where, fault) from fault
    return parsed if parsed["entries"] else None


def _unreadable(where: str, fault: Exception) -> SourceError:
    return SourceError(
        where,
        fault=f"the feed cannot be read ({str(fault)[:100]})",
        remedy="Look at it; pip install 'penholder[feeds]' reads more of the malformed ones",
    )


def _item(entry: Any, told: Told, base: str) -> Item:
    stamps = (told.time, text_of(entry.get("published")), text_of(dict.get(entry, "updated")))
    return Item(
        address=address_of(base, told.link or entry.get("link"), entry.get("id")),
        title=title_of(entry.get("title")),
        time=next((found for one in stamps if one and (found := read_time(one))), None),
        html=writable(max(_words(entry), key=len, default="")),
        id=text_of(entry.get("id")),
        has_text=told.has_text,
    )


def _words(entry: Any) -> list[str]:
    contents = entry.get("content") or []
    told = [one.get("value") for one in contents if isinstance(one, dict)]
    return [one for one in (*told, entry.get("description"), entry.get("summary")) if isinstance(one, str)]  # fmt: skip
