"""Reads feeds: RSS, RDF, Atom and JSON Feed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO
from urllib.parse import urljoin

from penholder.errors import SourceError
from penholder.read.feed_entities import without_entities
from penholder.read.feed_times import times_of, times_of_json
from penholder.read.page_times import read_time
from penholder.read.source_page import MAX_BYTES, Found, Page, too_large, writable
from penholder.read.walls import find_wall

# Characters of text from which an item holds its story, and not a summary of it.
_WHOLE = 900
_TAG = re.compile(r"<[^>]{0,2000}>")
_BEGINS = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|<\?xml-stylesheet[^>]*>|\s)*"
    rb"<(?:\w+:)?(?:rss|feed|RDF|channel)\b",
    re.DOTALL,
)
_JSON = re.compile(rb"\"version\"\s*:\s*\"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org")
_HEAD = 16 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a feed; None: the feed does not say."""

    address: str | None
    title: str | None
    time: str | None  # ISO, with the zone that the feed gives
    html: str  # the longest that it has: the story, a summary, or nothing
    is_whole: bool  # the story itself is there

    @property
    def key(self) -> str:
        """Give what the item is known by when the feed comes again."""
        return self.address or self.title or self.html[:200]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed with its items, in its own order."""

    title: str | None
    items: tuple[Item, ...]


def is_feed(head: bytes) -> bool:
    """Say whether a file that begins with these bytes is a feed."""
    return bool(_BEGINS.match(head) or (head.lstrip()[:1] == b"{" and _JSON.search(head)))


def read_feed(where: str, stream: BinaryIO) -> Iterator[Found]:
    """Yield the page of each item that holds its story, and one error for those that hold a summary."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield too_large(where, len(data))
        return
    feed = parse_feed(where, data)
    whole = [item for item in feed.items if item.is_whole]
    yield from (page_of(f"{where}:{at}", feed, item) for at, item in enumerate(whole, start=1))
    if short := len(feed.items) - len(whole):
        yield SourceError(
            where,
            fault=f"{short:,} of {len(feed.items):,} items hold only a summary",
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
    is_json = data.lstrip()[:1] == b"{"
    plain = data if is_json else without_entities(where, data)
    parsed = _parsed(where, plain)
    times = times_of_json(plain) if is_json else times_of(plain)
    entries = parsed.get("entries") or []
    told = times if len(times) == len(entries) else [None] * len(entries)
    about = parsed.get("feed") or {}
    base, title = base or _address(about.get("link")) or "", about.get("title")
    items = (_item(entry, time, base) for entry, time in zip(entries, told, strict=True))
    return Feed(title=_text(title), items=tuple(items))


def _parsed(where: str, data: bytes) -> Any:
    """Give what fastfeedparser reads, or feedparser, where it is installed, of a malformed feed."""
    import fastfeedparser  # noqa: PLC0415  slow to import

    try:
        return fastfeedparser.parse(data)
    except Exception as fault:
        parsed = _patiently(data)
        if parsed and parsed["entries"]:
            return parsed
        raise SourceError(
            where,
            fault=f"the feed cannot be read ({fault})",
            remedy="Look at it; pip install 'penholder[feeds]' reads more of the malformed ones",
        ) from fault


def _patiently(data: bytes) -> Any:
    try:
        import feedparser  # noqa: PLC0415  an extra
    except ImportError:
        return None
    return feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)


def _item(entry: Any, time: str | None, base: str) -> Item:
    html = max((_words(entry)), key=len, default="")
    link = _text(entry.get("link")) or _address(entry.get("id"))
    stamp = time or _text(entry.get("published")) or _text(entry.get("updated"))
    return Item(
        address=urljoin(base, link) if link else None,
        title=_text(_TAG.sub("", writable(str(entry.get("title") or "")))),
        time=read_time(stamp) if stamp else None,
        html=writable(html),
        is_whole=len(" ".join(_TAG.sub(" ", html).split())) >= _WHOLE,
    )


def _words(entry: Any) -> list[str]:
    contents = entry.get("content") or []
    told = [one.get("value") for one in contents if isinstance(one, dict)]
    return [one for one in (*told, entry.get("description"), entry.get("summary")) if isinstance(one, str)]  # fmt: skip


def _address(name: object) -> str | None:
    return name if isinstance(name, str) and name.startswith(("http://", "https://")) else None


def _text(value: object) -> str | None:
    return writable(value).strip() or None if isinstance(value, str) else None
